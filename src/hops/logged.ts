import { decimal, quotient, type Decimal } from '../money/decimal.ts';
import type { Units } from '../workload/units.ts';
import { unstated } from './count.ts';
import type { Metered } from './hop.ts';

/** Stored size over ingested size that the AWS Pricing Calculator assumes for CloudWatch Logs. */
const COMPRESSION = decimal('0.15');
const MS_AN_HOUR = decimal('3600000');

/**
 * Where logs go: to CloudWatch Logs as the gateway writes them, or as vended logs, which are billed by where they are delivered:
 * https://aws.amazon.com/cloudwatch/pricing/
 */
export type LogsTo = 'standard' | 'log-group' | 's3' | 'firehose';

const SKU = { standard: 'logs/ingest', 'log-group': 'logs/vended', s3: 'logs/vended-s3', firehose: 'logs/vended-firehose' } as const;

/** So many GB of a month delivered, and what is stored of them in CloudWatch Logs where the retention is stated. */
export function logged(
  what: string,
  to: LogsTo,
  gigabytes: Decimal,
  retention: Decimal | undefined,
  retentionField: string,
  units: Units,
): readonly Metered[] {
  const ingest: Metered = {
    type: 'usage',
    sku: SKU[to],
    consumedQuantity: gigabytes,
    consumedUnit: 'GB',
    pricingQuantity: gigabytes,
    note: what,
  };
  if (to === 's3' || to === 'firehose')
    return [
      ingest,
      {
        type: 'not-priced',
        what: `${what} at ${to === 's3' ? 'S3' : 'Data Firehose'}`,
        because: 'what they cost there is not priced',
        field: null,
      },
    ];
  if (!retention) return [ingest, unstated(`storage of ${what}`, retentionField)];
  const stored = quotient(gigabytes.times(COMPRESSION).times(retention), MS_AN_HOUR.times(units.hoursPerMonth));
  return [
    ingest,
    {
      type: 'usage',
      sku: 'logs/storage',
      consumedQuantity: stored,
      consumedUnit: 'GB-months',
      pricingQuantity: stored,
      note: `${what}, once they have been kept for the whole retention`,
    },
    { type: 'assumed', id: 'log-compression' },
  ];
}
