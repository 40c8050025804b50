import type { Source } from '../app/source.ts';
import { BOUNDS, EXCESS } from '../reading/bounds.ts';

/** What a client gives: a text, or data. */
type Given = string | Readonly<Record<string, unknown>>;

/** What a client gave, under a name for messages. Data is read as JSON text, and so is held to the same bounds. */
export function sourceOf(given: Given, file = 'workload'): Source {
  if (typeof given === 'string') return PATH.test(given) ? notOpened(given, file) : { file, text: given };
  try {
    return { file, text: JSON.stringify(given) };
  } catch (error) {
    // So deep that JSON.stringify has no stack left.
    if (!(error instanceof RangeError)) throw error;
    return { file, problems: [{ file, line: null, column: null, path: null, ...EXCESS.depth(BOUNDS.workload.depth) }] };
  }
}

/** A name where a text is expected: no text of a workload is a line like that. */
const PATH = /^[^\n:{}]{1,400}\.(?:ya?ml|json)$/i;

function notOpened(path: string, file: string): Source {
  const problem = { file, line: null, column: null, path: null, what: `${file} is "${path}"` };
  return { file, problems: [{ ...problem, because: 'no file is opened here; its text is expected', write: `the text of ${path}` }] };
}

/** Several, named by their place in the list. */
export function sourcesOf(given: readonly Given[]): readonly Source[] {
  return given.map((one, index) => sourceOf(one, `workloads[${index}]`));
}
