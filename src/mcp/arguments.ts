import * as v from 'valibot';
import { didYouMean } from '../errors/did-you-mean.ts';
import { UsageError, type Problem } from '../errors/errors.ts';
import { described } from '../documents/form.ts';
import { DETAILS, type Detail, type Tool } from './tool.ts';

const detail = v.exactOptional(
  described(v.picklist(DETAILS), 'short (default) fits into 8 KB; full gives the whole document, which may be 100 KB and more.'),
);

/** The form of the arguments of a tool. */
export const argumentsOf = ({ takes }: Pick<Tool, 'takes'>) => v.strictObject({ ...takes, detail });

/**
 * Arguments that are what a tool takes.
 * @throws UsageError with everything that is wrong with them.
 */
export function readArguments(tool: Tool, given: unknown): { readonly args: object; readonly detail: Detail } {
  const read = v.safeParse(argumentsOf(tool), given ?? {});
  if (read.success) {
    const { detail: asked = 'short', ...args } = read.output as { detail?: Detail };
    return { args, detail: asked };
  }
  throw new WrongArguments(read.issues.map((issue) => problemOf(issue, tool)));
}

/** Everything that is wrong with the arguments of a call. */
class WrongArguments extends UsageError {
  override readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super('the arguments are wrong', '', null);
    this.problems = problems;
  }
}

function problemOf(issue: v.BaseIssue<unknown>, tool: Tool): Problem {
  const path = (issue.path ?? []).map(({ key }) => String(key));
  const [name = ''] = path;
  const names = Object.keys(argumentsOf(tool).entries);
  const place = { file: null, line: null, column: null, path: path.join('.') || null };
  const shown = path.join('.') || 'the arguments';
  if (path.length === 1 && !names.includes(name))
    return { ...place, what: `${tool.name} takes no ${name}`, because: `it takes ${names.join(', ')}`, write: didYouMean(name, names) };
  if (issue.received === 'undefined')
    return { ...place, what: `${shown} is missing`, because: `${tool.name} requires it`, write: descriptionOf(tool, name) };
  if (issue.type === 'min_length' || issue.type === 'max_length')
    return { ...place, what: `${shown} has ${issue.received}`, because: `it has ${issue.expected}`, write: descriptionOf(tool, name) };
  const received = issue.received.length > 60 ? `${issue.received.slice(0, 60)}…` : issue.received;
  const expected = (issue.expected ?? issue.message).replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ' or ');
  return { ...place, what: `${shown} is ${received}`, because: `it is ${expected}`, write: descriptionOf(tool, name) };
}

/** What an argument is, in the words that the list of tools has. */
function descriptionOf(tool: Tool, name: string): string | null {
  const entry = (argumentsOf(tool).entries as Readonly<Record<string, v.GenericSchema>>)[name];
  return entry === undefined ? null : (v.getDescription('wrapped' in entry ? (entry.wrapped as v.GenericSchema) : entry) ?? null);
}
