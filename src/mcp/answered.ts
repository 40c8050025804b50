import * as v from 'valibot';
import { visibleLines } from '../documents/visible.ts';
import type { Problem } from '../errors/errors.ts';
import { basisOf } from './basis.ts';
import { asArguments } from './as-arguments.ts';
import { bytesOf, fitted } from './fitted.ts';
import type { Detail, Found, Ground, Tool } from './tool.ts';

/** Bytes of an answer that asks for no more, as it goes to the client: half of what a page of text takes. */
export const MOST_BYTES = 8_000;
/** Of these, what words may have. */
const MOST_WORDS = 3_000;
/** Problems of which nobody reads more. */
const MOST_PROBLEMS = 20;

/** What a tool gives back. */
export interface Given {
  readonly content: readonly { readonly type: 'text'; readonly text: string }[];
  readonly structuredContent: Readonly<Record<string, unknown>>;
  readonly isError?: true;
}

/** An answer as a client takes it, within bounds unless all of it is asked for. */
export async function answered(tool: Tool, found: Found, detail: Detail, ground: Ground): Promise<Given> {
  const names = Object.keys(tool.takes);
  if (!found.isAnswered) return await mistaken(found.problems, names);
  const beside = [...found.remarks.map((one) => `${one}\n\n`), ...(found.problems.length === 0 ? [] : [`${await told(found.problems)}\n`])];
  const all = asArguments(visibleLines([...beside, await found.words(detail)].join('')), names);
  const basis = basisOf(ground);
  if (detail === 'full') return given(all, { basis, ...found.document });
  const text = cutShort(all, MOST_WORDS);
  const short = { ...v.parse(v.object(tool.gives), found.document), ...errorsOf(found.problems) };
  const room = MOST_BYTES - bytesOf(given(text, { basis }));
  const first = fitted(short, room);
  // What is said of the lists that were cut takes room too.
  const { value, leftOut: lost } = first.leftOut.length === 0 ? first : fitted(short, room - bytesOf({ leftOut: first.leftOut }) - 200);
  return given(text, { basis, ...value, ...(lost.length === 0 ? {} : { leftOut: lost }) });
}

/** What is wrong with a call, as an answer that its maker can act on. */
export async function mistaken(problems: readonly Problem[], names: readonly string[]): Promise<Given> {
  const said = problems.slice(0, MOST_PROBLEMS).map((one) => ({
    ...one,
    what: asArguments(one.what, names),
    because: asArguments(one.because, names),
    write: one.write && asArguments(one.write, names),
  }));
  const more = problems.length - said.length;
  const text = (await told(said)) + (more > 0 ? `${more} more problems\n` : '');
  const { value } = fitted({ problems: said }, MOST_BYTES / 2);
  return { ...given(cutShort(text, MOST_BYTES / 2 - 500), value), isError: true };
}

async function told(problems: readonly Problem[]): Promise<string> {
  return (await import('../render/problems.ts')).formatProblems(problems, null);
}

/** Of some workloads; those of a call without an answer are its answer. */
function errorsOf(problems: readonly Problem[]): { readonly errors?: readonly Problem[] } {
  return problems.length === 0 ? {} : { errors: problems.slice(0, MOST_PROBLEMS) };
}

function given(text: string, structuredContent: Readonly<Record<string, unknown>>): Given {
  return { content: [{ type: 'text', text }], structuredContent };
}

/** Whole lines, as many as fit. */
function cutShort(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  const lines = text.split('\n');
  let bytes = 0;
  const end = lines.findIndex((line) => (bytes += bytesOf(line)) > most - 60);
  const kept = end === 0 ? `${lines[0]?.slice(0, most / 8)}…` : lines.slice(0, end).join('\n');
  return `${kept}\n… cut short; detail "full" has the rest.\n`;
}
