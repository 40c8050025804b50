import type { Compared, Side } from './side.ts';

/** Which candidate of each side is compared, and by what rule it was taken. */
export interface Chosen {
  readonly carries: Compared['carries'];
  readonly before: Compared | null;
  readonly now: Compared | null;
  /** `asked`: by name; `inUse`: the files say so; `cheapest`: of the earlier side; `first`: no total is exact. */
  readonly by: 'asked' | 'inUse' | 'cheapest' | 'first';
}

/**
 * What is compared, for requests and for connections apart: what each side says is in use (one side's word stands for
 * both), else the cheapest of the earlier side. A candidate asked for by name is compared alone.
 */
export function chosen(before: Side, now: Side, asked: string | null): readonly Chosen[] {
  return (['requests', 'realtime'] as const).flatMap((carries): Chosen[] => {
    const [was, is] = [before, now].map((side) => side.candidates.filter((one) => one.carries === carries)) as [Compared[], Compared[]];
    const named = (group: readonly Compared[], id: string | undefined) => group.find((one) => one.id === id) ?? null;
    if (asked !== null) {
      const pair = { before: named(was, asked), now: named(is, asked) };
      return pair.before || pair.now ? [{ carries, ...pair, by: 'asked' }] : [];
    }
    if (was.length + is.length === 0) return [];
    const [usedBefore, usedNow] = [before.workload?.inUse, now.workload?.inUse];
    const used = { before: named(was, usedBefore ?? usedNow), now: named(is, usedNow ?? usedBefore) };
    if (used.before || used.now) return [{ carries, before: used.before ?? leading(was), now: used.now ?? leading(is), by: 'inUse' }];
    const all = was.length > 0 ? was : is;
    const best = leading(all);
    if (best === null) return [];
    return [
      { carries, before: named(was, best.id), now: named(is, best.id), by: best.bound === 'exact' && best.whole ? 'cheapest' : 'first' },
    ];
  });
}

/** The cheapest that has everything at an exact price, else the first. */
function leading(group: readonly Compared[]): Compared | null {
  const known = group.filter((one) => one.bound === 'exact' && one.whole);
  const [first = null, ...others] = known.length > 0 ? known : group.slice(0, 1);
  return others.reduce<Compared | null>((best, one) => (best === null || one.cost.lt(best.cost) ? one : best), first);
}

/** What is compared, and by what rule. */
export function chosenText({ before, now, by }: Chosen): string {
  const titles = before && now && before.id !== now.id ? `${before.title}, and now ${now.title}` : ((now ?? before)?.title ?? '');
  const why = {
    asked: 'by --candidate',
    inUse: 'which is in use',
    cheapest: 'the cheapest before',
    first: 'no total before is exact',
  }[by];
  const only = before === null ? '; before, it did not apply' : now === null ? '; it does not apply any more' : '';
  return `Compared: ${titles}, ${why}${only}.`;
}
