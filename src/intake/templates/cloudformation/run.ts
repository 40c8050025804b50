import { unknown } from '../build-value.ts';
import { patternOf, textOf } from '../lookup.ts';
import type { Beside } from '../template.ts';
import type { Place, Value } from '../value.ts';
import { openBudget, type Budget } from './budget.ts';
import { readDocument, type Document } from './document.ts';

/** What all templates of a run share. */
export interface Run {
  readonly beside: Beside;
  readonly budget: Budget;
  /** Every stack that is read, nested ones included: exports of each are known to all. */
  stacks: readonly Exporting[];
  /** A template by its path; or why it is not read. */
  document(path: string): Document | { readonly because: string };
}

/** A stack as other stacks see it. */
export interface Exporting {
  /** Outputs by the name that they are exported under. */
  exports(): ReadonlyMap<string, (at: Place) => Value>;
}

export function openRun(beside: Beside, given: readonly Document[]): Run {
  const documents = new Map<string, Document | { readonly because: string }>(given.map((one) => [one.file, one]));
  return {
    beside,
    budget: openBudget(),
    stacks: [],
    document: (path) => {
      const before = documents.get(path);
      if (before !== undefined) return before;
      const text = beside.read(path);
      const read = typeof text === 'string' ? readDocument({ file: path, text }) : text;
      const found = 'root' in read || !('what' in read) ? read : { because: `${read.what}: ${read.because}` };
      documents.set(path, found);
      return found;
    },
  };
}

/** What a stack of the run exports under a name. */
export function imported(run: Run, name: Value, at: Place): Value {
  const written = textOf(name);
  if (written === null) return unknown(at, 'the name of what is imported is known when the stack is deployed');
  const found = run.stacks.flatMap((stack) => stack.exports().get(written) ?? []);
  const [only] = found;
  const give = `the template that exports ${patternOf(name)}`;
  if (only === undefined) return unknown(at, `no template that is read exports ${written}`, give);
  return found.length === 1 ? only(at) : unknown(at, `several templates export ${written}`, `only ${give}`);
}
