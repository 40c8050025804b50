import type { Compared, Side, Spoken } from './side.ts';

/** Which candidate of each side is compared, and by what rule it was taken. */
export interface Chosen {
  readonly carries: Compared['carries'];
  readonly before: Compared | null;
  readonly now: Compared | null;
  /** `asked`: by name; else why the side now speaks of it. */
  readonly by: 'asked' | Spoken['by'];
}

/**
 * What is compared, for requests and for connections apart: what each side speaks of. What one side states as in use stands for
 * both, where the other states nothing. A candidate that is asked for by name takes the place of its half on both sides.
 */
export function chosen(before: Side, now: Side, asked: string | null): readonly Chosen[] {
  return (['requests', 'realtime'] as const).flatMap((carries): Chosen[] => {
    const [was, is] = [before, now].map((side) => side.candidates.filter((one) => one.carries === carries)) as [Compared[], Compared[]];
    const named = (group: readonly Compared[], id: string | undefined) => group.find((one) => one.id === id) ?? null;
    if ([...was, ...is].some(({ id }) => id === asked))
      return [{ carries, before: named(was, asked ?? ''), now: named(is, asked ?? ''), by: 'asked' }];
    const [spokenBefore, spokenNow] = [before, now].map(({ subject }) => subject.find((one) => one.carries === carries)) as [
      Spoken | undefined,
      Spoken | undefined,
    ];
    const used = [spokenNow, spokenBefore].find((one) => one?.by === 'in-use');
    // What is in use may not apply to the other side; that speaks for itself then.
    const of = (group: readonly Compared[], own: Spoken | undefined) => named(group, inPlace(own, used)) ?? named(group, own?.id);
    const pair = { before: of(was, spokenBefore), now: of(is, spokenNow) };
    return pair.before || pair.now ? [{ carries, ...pair, by: (used ?? spokenNow ?? spokenBefore)?.by ?? 'pick' }] : [];
  });
}

/** A side that states nothing in use has what the other has in use. */
function inPlace(own: Spoken | undefined, used: Spoken | undefined): string | undefined {
  return own?.by === 'in-use' ? own.id : (used ?? own)?.id;
}

/** What is compared, and by what rule. */
export function chosenText({ before, now, by }: Chosen): string {
  const titles = before && now && before.id !== now.id ? `${before.title}, and now ${now.title}` : ((now ?? before)?.title ?? '');
  const why = { asked: 'by --candidate', 'in-use': 'which is in use', pick: 'which recommend picks', cheapest: 'the cheapest' }[by];
  const only = before === null ? '; before, it did not apply' : now === null ? '; it does not apply any more' : '';
  return `Compared: ${titles}, ${why}${only}.`;
}
