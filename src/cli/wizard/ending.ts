import { editWorkload, OPEN_MARK } from '../../workload/document.ts';
import { valueAt } from '../../workload/mistakes.ts';
import { fieldsAt } from '../../workload/schema-at.ts';
import type { Edit } from '../../workload/stated.ts';
import { FIELDS } from './fields.ts';
import { look } from './flow.ts';
import { editsOf, summary } from './said.ts';
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
  const { decision, sight, draft } = look(state);
  const questions = decision.open.map(({ question: { ask, features } }) => `${ask} (needs.${features.join(', needs.')})`);
  const fields = FIELDS.filter(
    ({ path, when }) => valueAt(sight.said, path) === undefined && when(sight) && !isNone(state, path.join('.')),
  );
  return [
    ...questions,
    ...fields.map(({ path }) => `${summary(path)} (${path.join('.')})`),
    ...draft.begun.map((section) => `${section.join('.')} is left out, for not all that it requires was known.`),
  ];
}

function isNone({ given }: State, step: string): boolean {
  return given.some((one) => one.step === step && one.reply.type === 'none');
}
