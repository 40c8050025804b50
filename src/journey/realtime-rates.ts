import { decimal, type Decimal } from '../money/decimal.ts';
import { divided, fraction, fractionOf, isNone, NONE, plus, times, type Fraction } from '../money/fraction.ts';
import type { Workload } from '../workload/schema.ts';
import { perSecond, seconds } from '../workload/units.ts';

/** What a WebSocket API takes of the account: messages in, heartbeats among them, and each message out, for it is a call of @connections. */
export interface RealtimeRates {
  readonly inbound: Fraction;
  readonly callbacks: Fraction;
  readonly connects: Fraction;
  /** Connections open at the same time. */
  readonly open: Fraction;
}

/** AWS closes a connection after 2 hours: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html */
const LONGEST_SESSION_MS = decimal('7200000');
const DAY = fraction(24n);

/** Rates while connections are open. A rate per day, week or month is sent in the open hours of that time. */
export function realtimeRates(realtime: NonNullable<Workload['realtime']>, hoursPerMonth: Decimal): RealtimeRates {
  const { connections, connectRate, hoursPerDay, sessionLength, inbound, outbound, fanOut, heartbeat } = realtime;
  const session = seconds(sessionLength ?? LONGEST_SESSION_MS);
  const stated = connectRate && perSecond(connectRate, hoursPerMonth);
  const open = connections ? fractionOf(connections) : times(stated ?? NONE, session);
  const connects = stated ?? (isNone(session) ? NONE : divided(open, session));
  const openPart = hoursPerDay === undefined || hoursPerDay.isZero() ? fraction(1n) : divided(fractionOf(hoursPerDay), DAY);
  const sent = (stream: typeof inbound): Fraction => {
    if (!stream) return NONE;
    const rate = times(open, perSecond(stream.rate, hoursPerMonth));
    return ['second', 'minute', 'hour'].includes(stream.rate.per) ? rate : divided(rate, openPart);
  };
  const fanned = fanOut ? times(sent(inbound), fractionOf(fanOut)) : NONE;
  const beats = heartbeat ? divided(open, seconds(heartbeat)) : NONE;
  return { inbound: plus(sent(inbound), beats), callbacks: plus(sent(outbound), fanned), connects, open };
}
