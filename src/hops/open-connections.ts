import { decimal, sum, ZERO, type Decimal } from '../money/decimal.ts';
import type { Realtime } from './flow.ts';
import { connectsAssumption, type Metered } from './hop.ts';

const MS_A_MINUTE = decimal('60000');

/** Fields that state how large messages are. */
export const MESSAGE_SIZES = 'realtime.inbound.size or realtime.outbound.size';

/** What a load balancer counts of connections that stay open: both directions pass it. */
export interface Open {
  readonly connections: Decimal;
  /** How long all of them are open together. */
  readonly openMs: Decimal;
  /** Bytes both ways; null when a size is not stated. A heartbeat has a few, which are not counted. */
  readonly bytes: Decimal | null;
}

export function openOf({ connects, minutes, messages }: Realtime): Open {
  const sized = messages.filter(({ direction }) => direction !== 'heartbeat');
  const known = sized.every(({ bytes }) => bytes !== null);
  return {
    connections: connects,
    openMs: minutes.times(MS_A_MINUTE),
    bytes: known ? sum(sized.map(({ count, bytes }) => count.times(bytes ?? ZERO))) : null,
  };
}

export function openAssumed(realtime: Realtime): readonly Metered[] {
  return [
    { type: 'assumed', id: 'balancer-passes-messages' },
    ...connectsAssumption(realtime),
    ...(realtime.assumed.hoursPerDay ? ([{ type: 'assumed', id: 'realtime-all-day' }] as const) : []),
  ];
}
