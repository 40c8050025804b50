import { decimal, quotient } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import { gigabyte, toBytes } from '../workload/units.ts';
import { requestsOf, unstated } from './count.ts';
import { arriving, connectsAssumption, type Hop } from './hop.ts';

/** Stored size over ingested size that the AWS Pricing Calculator assumes for CloudWatch Logs. */
const COMPRESSION = decimal('0.15');
const MS_AN_HOUR = decimal('3600000');

type AccessLogs = NonNullable<NonNullable<Workload['observability']>['accessLogs']>;

/**
 * Access logs of a gateway in CloudWatch Logs: one entry for each request that arrives at it, refused ones
 * included, or for each connect, disconnect and inbound message of a WebSocket API.
 */
export function accessLogs({ bytes, retention }: AccessLogs): Hop {
  return {
    id: 'access-logs',
    side: 'front-door',
    meter(journey, { index, units }) {
      const entries = journey.realtime
        ? journey.realtime.messages
            .filter((one) => one.direction === 'inbound')
            .reduce((total, one) => total.plus(one.count), journey.realtime.connects.times('2'))
        : requestsOf(arriving(journey, index));
      const ingested = entries.times(toBytes(bytes, units)).div(gigabyte(units));
      if (ingested.isZero()) return [];
      const ingest = {
        type: 'usage',
        sku: 'logs/ingest',
        consumedQuantity: ingested,
        consumedUnit: 'GB',
        pricingQuantity: ingested,
        note: 'access logs',
      } as const;
      const connects = journey.realtime ? connectsAssumption(journey.realtime) : [];
      if (!retention) return [ingest, ...connects, unstated('storage of access logs', 'observability.accessLogs.retention')];
      const stored = quotient(ingested.times(COMPRESSION).times(retention), MS_AN_HOUR.times(units.hoursPerMonth));
      return [
        ingest,
        {
          type: 'usage',
          sku: 'logs/storage',
          consumedQuantity: stored,
          consumedUnit: 'GB-months',
          pricingQuantity: stored,
          note: 'access logs, once they have been kept for the whole retention',
        },
        ...connects,
        { type: 'assumed', id: 'log-compression' },
      ];
    },
  };
}
