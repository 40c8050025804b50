import { decimal, increments, ONE, sum, ZERO } from '../money/decimal.ts';
import { formatQuantity } from '../money/format.ts';
import type { Realtime } from './flow.ts';
import type { Hop } from './hop.ts';

const INCREMENT_KB = decimal('32');

/**
 * A WebSocket API: messages both ways, every started 32 KB as one, and the minutes that connections are open
 * (https://aws.amazon.com/api-gateway/pricing/).
 */
export const websocketGateway: Hop = {
  id: 'websocket',
  side: 'front-door',
  meter({ realtime }, { units }) {
    if (!realtime) return [];
    const increment = INCREMENT_KB.times(units.bytesPerKB);
    const count = sum(realtime.messages.map((one) => one.count));
    const metered = sum(realtime.messages.map((one) => one.count.times(one.bytes === null ? ONE : increments(one.bytes, increment))));
    return [
      ...(count.isZero()
        ? []
        : ([
            {
              type: 'usage',
              sku: 'apigateway/websocket-messages',
              consumedQuantity: count,
              consumedUnit: 'messages',
              pricingQuantity: metered,
              note: noteOf(realtime, metered.eq(count)),
            },
          ] as const)),
      ...(realtime.minutes.gt(ZERO)
        ? ([
            {
              type: 'usage',
              sku: 'apigateway/websocket-minutes',
              consumedQuantity: realtime.minutes,
              consumedUnit: 'minutes',
              pricingQuantity: realtime.minutes,
              note: null,
            },
          ] as const)
        : []),
      ...(realtime.assumed.hoursPerDay ? ([{ type: 'assumed', id: 'realtime-all-day' }] as const) : []),
      ...(realtime.messages.some(({ direction }) => direction === 'heartbeat')
        ? ([{ type: 'assumed', id: 'heartbeats-billed' }] as const)
        : []),
      ...(realtime.messages.some(({ direction, bytes }) => direction !== 'heartbeat' && bytes === null)
        ? ([{ type: 'assumed', id: 'message-fits' }] as const)
        : []),
    ];
  },
};

function noteOf({ messages }: Realtime, each: boolean): string | null {
  const beats = messages.find(({ direction }) => direction === 'heartbeat');
  const notes = [
    ...(beats === undefined ? [] : [`heartbeats are ${formatQuantity(beats.count)} of all`]),
    ...(each ? [] : ['larger messages count one for each started 32 KB']),
  ];
  return notes.length === 0 ? null : notes.join('; ');
}
