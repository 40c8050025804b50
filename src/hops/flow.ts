import type { Decimal } from '../money/decimal.ts';
import { decimal, ONE, quotient, sum, ZERO } from '../money/decimal.ts';
import { requestsOf } from '../workload/polling.ts';
import { perMonth, toBytes, type Units } from '../workload/units.ts';
import type { Workload } from '../workload/schema.ts';
import { isThere } from '../workload/share.ts';

/** What a request is, before any hop has looked at it: the reason why some hop may end it. */
export type Kind = 'attack' | 'preflight' | 'unauthorized' | 'excess' | 'invalid' | 'good';

/** What became of a request. */
export type Fate = 'blocked' | 'edge-hit' | 'preflight-answered' | 'unauthorized' | 'throttled' | 'invalid' | 'cache-hit' | 'answered';

/** So many requests of one kind and one size class. Sizes that nobody stated stay null, never zero. */
export interface Parcel {
  readonly kind: Kind;
  readonly requests: Decimal;
  readonly requestBytes: Decimal | null;
  readonly responseBytes: Decimal | null;
}

/** A parcel whose fate is decided, and the index of the hop that decided it. */
export interface Finished extends Parcel {
  readonly fate: Fate;
  readonly endedAt: number;
}

/** Requests of one month as parcels: each size class times each kind, where there are any. */
export function requestParcels(traffic: NonNullable<Workload['traffic']>, units: Units): readonly Parcel[] {
  const requests = perMonth(requestsOf(traffic), units.hoursPerMonth);
  const classes = traffic.sizes ?? [{ share: ONE, request: traffic.request, response: traffic.response }];
  const { blocked, preflight, unauthorized, throttled, invalid } = traffic.fates ?? {};
  const shares: readonly (readonly [Kind, Decimal])[] = [
    ['attack', blocked ?? ZERO],
    ['preflight', preflight ?? ZERO],
    ['unauthorized', unauthorized ?? ZERO],
    ['excess', throttled ?? ZERO],
    ['invalid', invalid ?? ZERO],
  ];
  const good = traffic.fates === undefined ? ONE : ONE.minus(sum(shares.map(([, share]) => share)));
  return classes.filter(isThere).flatMap((one) =>
    [...shares, ['good', good] as const]
      .filter(([, share]) => !share.isZero())
      .map(([kind, share]) => ({
        kind,
        requests: (one.share === ONE ? requests : requests.times(one.share)).times(share),
        // A preflight (OPTIONS) request has no body, whatever the others carry: https://fetch.spec.whatwg.org/#cors-preflight-fetch
        requestBytes: kind === 'preflight' ? ZERO : one.request === undefined ? null : toBytes(one.request, units),
        responseBytes: one.response === undefined ? null : toBytes(one.response, units),
      })),
  );
}

/** Messages of one month in one direction. */
interface Messages {
  readonly direction: 'inbound' | 'outbound' | 'fan-out' | 'heartbeat';
  readonly count: Decimal;
  /** Null where it is not stated; a heartbeat is small, and nobody states how small. */
  readonly bytes: Decimal | null;
}

/** A month of connections that stay open. */
export interface Realtime {
  readonly minutes: Decimal;
  readonly connects: Decimal;
  /** Whether connects follow from a session length that we assumed, and minutes from hours a day that we assumed. */
  readonly assumed: { readonly sessionLength: boolean; readonly hoursPerDay: boolean };
  readonly messages: readonly Messages[];
}

const DAY = decimal('24');
const MINUTES_AN_HOUR = decimal('60');
const MS_A_MINUTE = decimal('60000');
const MS_AN_HOUR = decimal('3600000');
/** AWS closes a WebSocket connection after 2 hours: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html */
const LONGEST_SESSION_MS = decimal('7200000');

/** Connection minutes, connects and messages of one month. */
export function realtimeFlow(realtime: NonNullable<Workload['realtime']>, units: Units): Realtime {
  const { hoursPerMonth } = units;
  const hoursPerDay = realtime.hoursPerDay ?? DAY;
  const whileOpenOnly = (amount: Decimal) => (hoursPerDay === DAY ? amount : quotient(amount.times(hoursPerDay), DAY));
  const session = realtime.sessionLength ?? LONGEST_SESSION_MS;
  const connectsStated = realtime.connectRate && perMonth(realtime.connectRate, hoursPerMonth);
  const open = whileOpenOnly((realtime.connections ?? ZERO).times(hoursPerMonth).times(MINUTES_AN_HOUR));
  const connects = connectsStated ?? quotient(open.times(MS_A_MINUTE), session);
  // AWS rounds connected time to a minute (API Gateway FAQ), so a started minute of a session counts.
  const started = session.div(MS_A_MINUTE).ceil();
  const minutes = !connectsStated && session.eq(started.times(MS_A_MINUTE)) ? open : connects.times(started);
  const clients = realtime.connections ?? concurrent(connects, session, hoursPerMonth);

  const count = (stream: { readonly rate: Parameters<typeof perMonth>[0] }): Decimal => {
    const whileOpen = ['second', 'minute', 'hour'].includes(stream.rate.per);
    const each = perMonth(stream.rate, hoursPerMonth);
    return whileOpen ? whileOpenOnly(clients.times(each)) : clients.times(each);
  };
  const messages: Messages[] = [];
  const { inbound, outbound, fanOut, heartbeat } = realtime;
  const bytesOf = (stream: { readonly size?: Parameters<typeof toBytes>[0] | undefined }) =>
    stream.size === undefined ? null : toBytes(stream.size, units);
  if (inbound) messages.push({ direction: 'inbound', count: count(inbound), bytes: bytesOf(inbound) });
  if (outbound) messages.push({ direction: 'outbound', count: count(outbound), bytes: bytesOf(outbound) });
  if (inbound && fanOut) messages.push({ direction: 'fan-out', count: count(inbound).times(fanOut), bytes: bytesOf(inbound) });
  if (heartbeat) {
    const rate = { amount: quotient(MS_AN_HOUR, heartbeat), per: 'hour' } as const;
    messages.push({ direction: 'heartbeat', count: count({ rate }), bytes: null });
  }
  const assumed = {
    sessionLength: realtime.sessionLength === undefined,
    hoursPerDay: realtime.connections !== undefined && realtime.hoursPerDay === undefined,
  };
  return { minutes, connects, assumed, messages: messages.filter((one) => !one.count.isZero()) };
}

/** Connections open at the same time on average: arrivals times the time each stays (Little's law). */
function concurrent(connects: Decimal, sessionMs: Decimal, hoursPerMonth: Decimal): Decimal {
  return quotient(connects.times(sessionMs), hoursPerMonth.times(MS_AN_HOUR));
}
