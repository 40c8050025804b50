import type { Policy } from '../../advise/policy.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { valueAt } from '../../workload/mistakes.ts';
import { FIELDS, KINDS } from './fields.ts';
import { look, type Sighting } from './flow.ts';
import { lead, nameOf } from './leaves.ts';
import { answered } from './said.ts';
import type { State } from './state.ts';

/** What a price takes, in words; a name it does without. */
export const NEEDED = { name: [], region: ['a Region'], traffic: ['some traffic'] } as const;

/** What is still possible and what it costs so far, in a line or two. */
export async function standing(state: State, book: PriceBook, policy: Policy): Promise<readonly string[]> {
  const sighting = look(state);
  const wanted = sighting.draft.lacks.flatMap((one): readonly string[] => NEEDED[one]);
  if (wanted.length > 0) {
    const types = sighting.decision.leaves.map(nameOf);
    return [`${lead(types.length)} ${types.join(', ')}. No cost yet: it needs ${wanted.join(' and ')}.`];
  }
  const missing = unsaid(sighting, state);
  const { costSoFar } = await import('./cost-so-far.ts');
  const cost = costSoFar(sighting, book, policy, missing.length > 0);
  return missing.length > 0 ? [cost, `The price does not include: ${missing.join(', ')}.`] : [cost];
}

/** Fields that matter to the price and are not stated, by name; a section of which nothing is, as one. That there is none of it is stated. */
export function unsaid({ sight }: Sighting, state: State): readonly string[] {
  const answers = answered(state);
  const isNone = (path: readonly string[]) => answers[path.join('.')]?.type === 'none';
  const fields = FIELDS.filter(({ early, when, paths }) => early !== true && when(sight) && !paths.some(isNone))
    .flatMap(({ paths }) => paths)
    .filter((path) => valueAt(sight.said, path) === undefined)
    .map((path) => path.join('.'));
  const kinds = Object.entries(KINDS)
    .filter(([section, { when }]) => sight.kind(section) === null && valueAt(sight.said, [section]) === undefined && when(sight))
    .map(([section]) => section);
  return [...new Set([...fields, ...kinds.filter((section) => !isNone([section]))])];
}
