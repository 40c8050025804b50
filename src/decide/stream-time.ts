import { quotaOf } from '../facts/quotas/index.ts';
import { decimal, ZERO, type Decimal } from '../money/decimal.ts';
import type { Units } from '../workload/units.ts';
import { sizeLimit } from './limit.ts';

/** The part of a stream that is not slowed down: the note of the quota. */
const unslowed = sizeLimit('rest-payload');
const SPEED = decimal(quotaOf('rest-stream-bandwidth').value ?? '0');
const MILLISECONDS = decimal('1000');

/** How long a REST API takes at least to stream so many bytes, in milliseconds; nothing for what it does not slow down. */
export function streamTime(bytes: Decimal, units: Units): Decimal {
  const slowed = bytes.minus(unslowed(units));
  return slowed.gt(ZERO) ? slowed.times(MILLISECONDS).div(units.bytesPerKB.pow(2).times(SPEED)) : ZERO;
}
