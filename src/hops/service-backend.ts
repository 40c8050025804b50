import { decimal, increments, ONE, sum, type Decimal } from '../money/decimal.ts';
import { formatQuantity } from '../money/format.ts';
import type { Sku } from '../pricebook/skus.ts';
import type { Workload } from '../workload/schema.ts';
import { toBytes } from '../workload/units.ts';
import { arriving, type Hop, type Routed, type Metered } from './hop.ts';

/** SQS and EventBridge count every started 64 KB: https://aws.amazon.com/sqs/pricing/, https://aws.amazon.com/eventbridge/pricing/ */
const CHUNK_KB = decimal('64');
// Express workflows are billed in steps of 100 ms and 64 MB: https://aws.amazon.com/step-functions/pricing/
const EXPRESS_MS = decimal('100');
const EXPRESS_MB = decimal('64');
const MB_MS_IN_A_GB_SECOND = decimal('1024000');

type Service = NonNullable<NonNullable<Workload['backend']>['service']>;

/** An AWS service that the API calls by itself: one message, event or workflow for each request that reaches it. */
export function serviceBackend(service: Service): Hop {
  return {
    id: service.name,
    side: 'backend',
    meter(routed, { index, units }) {
      const calls = callsOf(routed, index);
      const count = sum(calls.map((one) => one.count));
      if (count.isZero()) return [];
      const chunk = CHUNK_KB.times(units.bytesPerKB);
      const chunks = sum(calls.map((one) => one.count.times(one.bytes === null ? ONE : increments(one.bytes, chunk))));
      const fits: readonly Metered[] = calls.some((one) => one.bytes === null) ? [{ type: 'assumed', id: 'service-payload-fits' }] : [];
      switch (service.name) {
        case 'sqs':
          return [
            usage('sqs/requests', count, 'messages', chunks, 'one for each started 64 KB sent'),
            {
              type: 'not-priced',
              what: 'receiving the messages',
              because: 'whatever empties the queue is not in the workload',
              field: null,
            },
            ...fits,
          ];
        case 'eventbridge':
          return [usage('eventbridge/custom-events', count, 'events', chunks, 'one for each started 64 KB'), ...fits];
        case 'step-functions-standard': {
          const transitions = count.times(service.transitions ?? ONE);
          return [usage('step-functions/standard-transitions', transitions, 'transitions', transitions, null)];
        }
        case 'step-functions-express': {
          const ms = increments(service.duration ?? EXPRESS_MS, EXPRESS_MS).times(EXPRESS_MS);
          const stated = service.memory ? toBytes(service.memory, units).div(units.bytesPerKB.pow(2)) : EXPRESS_MB;
          const memory = increments(stated, EXPRESS_MB).times(EXPRESS_MB);
          const gbSeconds = count.times(ms).times(memory).div(MB_MS_IN_A_GB_SECOND);
          return [
            usage('step-functions/express-requests', count, 'requests', count, null),
            usage(
              'step-functions/express-duration',
              gbSeconds,
              'GB-seconds',
              gbSeconds,
              `${formatQuantity(memory)} MB for ${formatQuantity(ms)} ms`,
            ),
            ...(service.memory === undefined ? ([{ type: 'assumed', id: 'express-64mb' }] as const) : []),
          ];
        }
      }
    },
  };
}

/** Requests, or inbound messages of a WebSocket API, by size. */
function callsOf(routed: Routed, index: number): readonly { readonly count: Decimal; readonly bytes: Decimal | null }[] {
  if (routed.realtime) return routed.realtime.messages.filter((one) => one.direction === 'inbound');
  return arriving(routed, index).map(({ requests, requestBytes }) => ({ count: requests, bytes: requestBytes }));
}

function usage(sku: Sku, consumed: Decimal, unit: string, billed: Decimal, note: string | null): Metered {
  return { type: 'usage', sku, consumedQuantity: consumed, consumedUnit: unit, pricingQuantity: billed, note };
}
