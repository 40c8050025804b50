import type { Optimum } from '../../compose/optimize.ts';
import type { RuledOut } from '../../compose/verdict.ts';

/** How many compositions there were, and what became of them; the kinds that ruled out most first. */
export interface Proof {
  readonly compositions: number;
  readonly priced: number;
  readonly dearer: number;
  readonly ruledOut: { readonly by: RuledOut['by']; readonly id: string; readonly compositions: number }[];
}

export function proofOf({ weighed }: Optimum): Proof {
  const byReason = new Map<string, { by: RuledOut['by']; id: string; compositions: number }>();
  for (const { found } of weighed) {
    if (!('ruledOut' in found)) continue;
    const { by, id } = found.ruledOut;
    const known = byReason.get(`${by} ${id}`) ?? { by, id, compositions: 0 };
    byReason.set(`${by} ${id}`, { ...known, compositions: known.compositions + 1 });
  }
  return {
    compositions: weighed.length,
    priced: weighed.filter(({ found }) => 'cost' in found).length,
    dearer: weighed.filter(({ found }) => 'atLeast' in found).length,
    ruledOut: [...byReason.values()].toSorted((a, b) => b.compositions - a.compositions),
  };
}
