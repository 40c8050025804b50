import type { Turn } from '../../app/sweep/turns.ts';
import type { SweptPart } from '../../app/sweep/sweep.ts';
import { formatDollars } from '../../money/format.ts';
import type { Axis } from '../../whatif/axis.ts';

/** A turn in a sentence. */
export function turnText({ at, from, to, because }: Turn, { candidates }: SweptPart, axis: Axis): string {
  const titleOf = (place: number | null) => (place === null ? 'nothing' : (candidates[place]?.title ?? ''));
  const start = `From ${axis.said(at.at[0] ?? 0n)} on, `;
  const cost = to === null ? null : (at.costs[to]?.cost ?? null);
  if (cost === null) return `${start}nothing serves at a known price: ${titleOf(from)} no longer does.`;
  const dollars = `, ${formatDollars(cost)} a month`;
  if (because === 'no-longer-serves') return `${start}${titleOf(from)} no longer serves, and ${titleOf(to)} is the cheapest${dollars}.`;
  if (because === 'begins-to-serve') return `${start}${titleOf(to)} serves, and is the cheapest${dollars}.`;
  return `${start}${titleOf(to)} costs less than ${titleOf(from)}${dollars}.`;
}

/** A sign for a candidate in a grid: capitals, then small letters. */
export function letterOf(index: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  return letters[index % letters.length] ?? '';
}

/** Parts of a workload, as heads. */
export const CARRIES = { requests: 'Requests', realtime: 'Connections' } as const;

/** Candidates that are the cheapest somewhere, by their place, in their order. */
export function winnersOf({ points }: SweptPart): readonly number[] {
  return [...new Set(points.flatMap(({ cheapest }) => cheapest ?? []))].toSorted((a, b) => a - b);
}

/** What is said where the cheapest never changes. */
export function unturned({ points, candidates }: SweptPart): string {
  const [cheapest = null] = points.map((one) => one.cheapest);
  return cheapest === null
    ? 'Nothing serves at a known price over all of it.'
    : `${candidates[cheapest]?.title ?? ''} is the cheapest that serves over all of it.`;
}
