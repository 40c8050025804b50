import { quotaOf, type QuotaId } from '../facts/quotas/index.ts';
import { decimal, type Decimal } from '../money/decimal.ts';
import { formatQuantity } from '../money/format.ts';
import type { SizeUnit } from '../workload/unit-words.ts';
import { toBytes, type Units } from '../workload/units.ts';

/** Milliseconds in the units in which quotas state times. */
const TIMES: ReadonlyMap<string, string> = new Map([
  ['milliseconds', '1'],
  ['seconds', '1000'],
  ['minutes', '60000'],
  ['hours', '3600000'],
  ['days', '86400000'],
]);

const SIZES: ReadonlyMap<string, SizeUnit> = new Map([
  ['bytes', 'B'],
  // Of a URL or an ARN, which are of ASCII only.
  ['characters', 'B'],
  ['KB', 'KB'],
  ['MB', 'MB'],
  ['GB', 'GB'],
]);

/** A quota of time, in milliseconds. */
export function timeLimit(id: QuotaId): Decimal {
  return limit(id).times(unitIn(TIMES, id));
}

/** A quota of size, in bytes of an edition. */
export function sizeLimit(id: QuotaId): (units: Units) => Decimal {
  const size = { amount: limit(id), unit: unitIn(SIZES, id) };
  const inBytes = new WeakMap<Units, Decimal>();
  return (units) => {
    const bytes = inBytes.get(units) ?? toBytes(size, units);
    inBytes.set(units, bytes);
    return bytes;
  };
}

/** A quota as a person reads it: `6 MB`, `30 seconds`. */
export function limitInWords(id: QuotaId): string {
  return `${formatQuantity(limit(id))} ${quotaOf(id).unit}`;
}

function limit(id: QuotaId): Decimal {
  const { value } = quotaOf(id);
  if (value === null || !/^\d+(\.\d+)?$/.test(value)) throw new Error(`the quota ${id} is not a number, so no rule can compare with it`);
  return decimal(value);
}

function unitIn<T>(units: ReadonlyMap<string, T>, id: QuotaId): T {
  const unit = units.get(quotaOf(id).unit ?? '');
  if (unit === undefined) throw new Error(`the quota ${id} is counted in ${quotaOf(id).unit}, which this comparison does not know`);
  return unit;
}
