import { ZERO, type Decimal } from '../money/decimal.ts';
import { requirementsOf } from './requirements.ts';
import { CACHE_SIZES, type CacheSize } from './field.ts';
import type { Workload } from './schema.ts';
import { responsesStream } from './streaming.ts';

type Stated = NonNullable<Workload['cache']>;

/**
 * The cache of a stage: as stated, or the smallest where answers must be cached and no distribution keeps them; null
 * where there is none, or where all responses stream and it would keep nothing:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
 */
export function stageCache(workload: Workload): (Pick<Stated, 'size' | 'hitRatio'> & { readonly assumed: boolean }) | null {
  const { cache, edge } = workload;
  if (cache) return { ...cache, assumed: false };
  const keeps = !edge && responsesStream(workload) !== 'stated';
  return keeps && requirementsOf(workload).has('response-cache') ? { size: '0.5', hitRatio: ZERO, assumed: true } : null;
}

/** The sizes at which it is known how much a cache answers, the smallest first. */
export function cacheSizes(workload: Workload): readonly CacheSize[] {
  return CACHE_SIZES.filter((size) => hitRatioAt(size, workload) !== null);
}

/** What share of the requests a cache of a size answers; null where the workload does not state it. */
export function hitRatioAt(size: CacheSize, workload: Workload): Decimal | null {
  const stage = stageCache(workload);
  return stage?.size === size ? stage.hitRatio : (workload.cache?.otherSizes?.[size] ?? null);
}
