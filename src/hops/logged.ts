import { decimal, quotient, type Decimal } from '../money/decimal.ts';
import type { Units } from '../workload/units.ts';
import { unstated } from './count.ts';
import type { Metered } from './hop.ts';

/** Stored size over ingested size that the AWS Pricing Calculator assumes for CloudWatch Logs. */
const COMPRESSION = decimal('0.15');
const MS_AN_HOUR = decimal('3600000');

/** So many GB of a month written to CloudWatch Logs, and what is stored of them where the retention is stated. */
export function logged(
  what: string,
  gigabytes: Decimal,
  retention: Decimal | undefined,
  retentionField: string,
  units: Units,
): readonly Metered[] {
  const ingest: Metered = {
    type: 'usage',
    sku: 'logs/ingest',
    consumedQuantity: gigabytes,
    consumedUnit: 'GB',
    pricingQuantity: gigabytes,
    note: what,
  };
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
