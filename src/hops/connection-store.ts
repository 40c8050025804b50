import { decimal, increments, sum, ZERO, type Decimal } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import { toBytes } from '../workload/units.ts';
import { unstated } from './count.ts';
import { connectsAssumption, isPushed, type Hop, type Metered } from './hop.ts';

const WRITE_UNIT_KB = decimal('1');
const READ_UNIT_KB = decimal('4');
/** A read that need not be consistent takes half a unit. */
const HALF = decimal('0.5');

type Store = NonNullable<NonNullable<Workload['realtime']>['connectionStore']>;

/**
 * A DynamoDB table on demand that holds the open connections: written at every connect and disconnect, read for what
 * is pushed. A write takes a unit for each started KB of the record, an eventually consistent read half a unit for
 * each started 4 KB: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html
 */
export function connectionStore({ item }: Store, fanOut: Decimal | undefined): Hop {
  return {
    id: 'connection-store',
    side: 'front-door',
    meter({ realtime }, { units }) {
      if (!realtime) return [];
      const record = toBytes(item, units);
      const readUnits = (bytes: Decimal) => increments(bytes, READ_UNIT_KB.times(units.bytesPerKB)).times(HALF);
      const ofDirection = (direction: 'inbound' | 'outbound') =>
        sum(realtime.messages.filter((one) => one.direction === direction).map((one) => one.count));
      const writes = realtime.connects.times('2').times(increments(record, WRITE_UNIT_KB.times(units.bytesPerKB)));
      const pushed = ofDirection('outbound').times(readUnits(record));
      const broadcast = fanOut?.gt(ZERO) ? ofDirection('inbound').times(readUnits(record.times(fanOut))) : ZERO;
      const taken = (
        sku: 'dynamodb/write-request-units' | 'dynamodb/read-request-units',
        quantity: Decimal,
        note: string,
      ): readonly Metered[] =>
        quantity.isZero()
          ? []
          : [
              {
                type: 'usage',
                sku,
                consumedQuantity: quantity,
                consumedUnit: sku === 'dynamodb/write-request-units' ? 'WRUs' : 'RRUs',
                pricingQuantity: quantity,
                note,
              },
            ];
      return [
        ...taken('dynamodb/write-request-units', writes, 'connections, at connect and disconnect'),
        ...taken('dynamodb/read-request-units', pushed, 'the connection of each message pushed'),
        ...taken('dynamodb/read-request-units', broadcast, 'the connections of each fan-out, in one query'),
        { type: 'assumed', id: 'store-eventual' },
        ...connectsAssumption(realtime),
      ];
    },
  };
}

/** A backend that pushes must find its connections again, and nothing says where. */
export const unstatedStore: Hop = {
  id: 'connection-store',
  side: 'front-door',
  meter: ({ realtime }) =>
    realtime?.messages.some(isPushed) ? [unstated('the store of connections that are pushed to', 'realtime.connectionStore')] : [],
};
