import { ZERO } from '../money/decimal.ts';
import { requirementsOf } from './requirements.ts';
import type { Workload } from './schema.ts';

type Stated = NonNullable<Workload['cache']>;

/**
 * The cache of a stage: as stated, or the smallest where answers must be cached and no distribution keeps them; null
 * where there is none.
 */
export function stageCache(workload: Workload): (Pick<Stated, 'size' | 'hitRatio'> & { readonly assumed: boolean }) | null {
  const { cache, edge } = workload;
  if (cache) return { ...cache, assumed: false };
  return !edge && requirementsOf(workload).has('response-cache') ? { size: '0.5', hitRatio: ZERO, assumed: true } : null;
}
