import type { Policy } from '../../advise/policy.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { valueAt } from '../../workload/mistakes.ts';
import { lead, nameOf } from './leaves.ts';
import { FIELDS, KINDS } from './fields.ts';
import { look, remainingQuestions, type Sighting } from './flow.ts';
import type { State } from './state.ts';

/** What a price takes, in words; a name it does without. */
export const NEEDED = { name: [], region: ['a Region'], traffic: ['some traffic'] } as const;

/** What is still possible and what it costs so far, in a line or two; and how many questions of the tree are left. */
export async function standing(state: State, book: PriceBook, policy: Policy): Promise<readonly string[]> {
  const sighting = look(state);
  const questions = remainingQuestions(state);
  const ahead = (numbers: boolean) =>
    questions > 1
      ? ` At most ${questions - 1} more such ${questions === 2 ? 'question' : 'questions'}${numbers ? ', then a few numbers' : ''}.`
      : '';
  const { lacks } = sighting.draft;
  const wanted = lacks.flatMap((one): readonly string[] => NEEDED[one]);
  if (wanted.length > 0) {
    const types = sighting.decision.leaves.map(nameOf);
    return [`${lead(types.length)} ${types.join(', ')}. No cost yet: it needs ${wanted.join(' and ')}.${ahead(true)}`];
  }
  const missing = unsaid(sighting, state);
  const from = missing.length > 0;
  const outside = from ? ` Not in it: ${missing.join(', ')}.` : '';
  const { costSoFar } = await import('./cost-so-far.ts');
  return [costSoFar(sighting, book, policy, from), `${outside}${ahead(from)}`.trim()].filter(Boolean);
}

/** Fields that matter to the price and are not stated, by name; a section of which nothing is, as one. That there is none of it is stated. */
function unsaid({ sight }: Sighting, { fixed, given }: State): readonly string[] {
  const none = new Set([...fixed, ...given].flatMap(({ step, reply }) => (reply.type === 'none' ? [step] : [])));
  const fields = FIELDS.filter(
    ({ path, early, when }) =>
      !early && path[0] !== 'name' && valueAt(sight.said, path) === undefined && !none.has(path.join('.')) && when(sight),
  );
  const kinds = Object.entries(KINDS).filter(
    ([section, { when }]) => sight.kind(section) === null && valueAt(sight.said, [section]) === undefined && when(sight),
  );
  return [...new Set([...fields.map(({ path }) => path.join('.')), ...kinds.map(([section]) => section)])];
}
