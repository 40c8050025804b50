import { editWorkload, OPEN_MARK } from '../../workload/document.ts';
import { valueAt } from '../../workload/mistakes.ts';
import { fieldsAt } from '../../workload/schema-at.ts';
import type { Edit } from '../../workload/stated.ts';
import { summary } from './fields.ts';
import { look } from './flow.ts';
import { editsOf } from './said.ts';
import { unsaid } from './standing.ts';
import type { State } from './state.ts';

/**
 * The workload file that the replies make: `before`, with every reply in it and nothing else of it changed. What was
 * begun and lacks something it requires stays out of it.
 */
export function fileOf(state: State, before: string, isNew: boolean): string {
  const { said } = look(state).draft;
  const edits = editsOf(state).filter(({ path }) => valueAt(said, path) !== undefined);
  if (!isNew && edits.length === 0) return before;
  return editWorkload(before, isNew ? inOrder(edits) : edits, isNew || before.includes(OPEN_MARK) ? open(state) : []);
}

/** Sections of a new file stand as the documentation lists them. */
function inOrder(edits: readonly Edit[]): readonly Edit[] {
  const sections = fieldsAt([]);
  return edits.toSorted((a, b) => sections.indexOf(a.path[0] ?? '') - sections.indexOf(b.path[0] ?? ''));
}

/** What is left open, a line each. */
function open(state: State): readonly string[] {
  const sighting = look(state);
  const { decision, draft } = sighting;
  const lacks = draft.lacks.flatMap((one) => (one === 'traffic' ? ['traffic.requests'] : one === 'region' ? [one] : []));
  return [
    ...decision.open.map(({ question: { ask, features } }) => `${ask} (needs.${features.join(', needs.')})`),
    ...[...lacks, ...unsaid(sighting, state)].map((item) => `${summary(item.split('.'))} (${item})`),
    ...draft.begun.map((section) => `${section.join('.')} is not included, because not all that it requires is known.`),
  ];
}

/** The state with a name for its workload, where it has none: that of the file that it is saved in. */
export function named(state: State, file: string | null): State {
  if (state.base['name'] !== undefined) return state;
  const name = (file?.split(/[\\/]/).at(-1) ?? '').replace(/\.(?:ya?ml|json)$/i, '').trim();
  return {
    ...state,
    fixed: { ...state.fixed, name: { type: 'value', text: name === '' || name.length > 200 ? 'my-api' : name, isExample: false } },
  };
}
