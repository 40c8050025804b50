import { ZERO } from '../money/decimal.ts';
import type { Workload } from './schema.ts';

type Stated = NonNullable<Workload['cache']>;

/**
 * The cache of a stage: as stated, or the smallest where answers must be cached and no distribution keeps them; null
 * where there is none.
 */
export function stageCache({ cache, needs, edge }: Workload): (Pick<Stated, 'size' | 'hitRatio'> & { readonly assumed: boolean }) | null {
  if (cache) return { ...cache, assumed: false };
  return needs?.['response-cache'] === true && !edge ? { size: '0.5', hitRatio: ZERO, assumed: true } : null;
}
