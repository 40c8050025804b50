import { quotaOf, type QuotaId } from '../facts/quotas/index.ts';
import { decimal, ZERO, type Decimal } from '../money/decimal.ts';
import type { Units } from '../workload/units.ts';
import { sizeLimit } from './limit.ts';

/** What slows a stream down: the API, or a function, which begins to sooner. What comes first is not slowed: the notes of the quotas. */
const BY = {
  api: { unslowed: sizeLimit('rest-payload'), speed: speedOf('rest-stream-bandwidth') },
  function: { unslowed: sizeLimit('lambda-sync-payload'), speed: speedOf('lambda-stream-bandwidth') },
} as const;
const MILLISECONDS = decimal('1000');

/** How long so many bytes take at least to stream, in milliseconds; nothing for what is not slowed down. */
export function streamTime(bytes: Decimal, units: Units, by: keyof typeof BY): Decimal {
  const { unslowed, speed } = BY[by];
  const slowed = bytes.minus(unslowed(units));
  return slowed.gt(ZERO) ? slowed.times(MILLISECONDS).div(units.bytesPerKB.pow(2).times(speed)) : ZERO;
}

function speedOf(id: QuotaId): Decimal {
  return decimal(quotaOf(id).value ?? '0');
}
