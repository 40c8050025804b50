import type { Problem } from '../errors/errors.ts';
import { visible } from '../documents/visible.ts';
import { paragraph } from './paragraph.ts';

/** Nobody reads more of one file. */
const MOST_TOLD = 100;

/**
 * Problems to read: where and what, why, and what to write instead; at the end how many there are in which file.
 * @param columns of the screen; null where nobody knows, and each part stays one line.
 */
export function formatProblems(problems: readonly Problem[], columns: number | null): string {
  const byFile = grouped(problems);
  const told = [...byFile.values()].flatMap((ofFile) => ofFile.slice(0, MOST_TOLD));
  const list = told.map((one) => formatProblem(one, columns)).join('\n');
  return problems.length > 1 && !byFile.has(null) ? `${list}\n${summary(byFile)}\n` : list;
}

function grouped(problems: readonly Problem[]): ReadonlyMap<string | null, readonly Problem[]> {
  const found = new Map<string | null, Problem[]>();
  for (const problem of problems) {
    const ofFile = found.get(problem.file);
    if (ofFile === undefined) found.set(problem.file, [problem]);
    else ofFile.push(problem);
  }
  return found;
}

function formatProblem({ file, line, column, what, because, write }: Problem, columns: number | null): string {
  const place = [file, line, column].filter((part) => part !== null).join(':');
  const found = `${place === '' ? 'apigw-advisor: ' : `${visible(place)}  `}${visible(what)}`;
  return [
    columns === null ? found : paragraph(found, columns - 2, '').replaceAll('\n', '\n  '),
    part('  because   ', because, columns),
    ...(write === null ? [] : [part('  write     ', write, columns)]),
    '',
  ].join('\n');
}

function part(mark: string, text: string, columns: number | null): string {
  if (columns === null) return mark + visible(text);
  // An address that is longer than the rest of its line begins at the margin, where most are not broken.
  const lines = paragraph(visible(text), columns, mark).split('\n');
  return lines.map((line) => (line.length > columns && line.startsWith(' '.repeat(mark.length)) ? line.trimStart() : line)).join('\n');
}

function summary(byFile: ReadonlyMap<string | null, readonly Problem[]>): string {
  const counts = [...byFile].map(([file, { length }]) => ({ file: visible(file ?? ''), length }));
  const all = counts.reduce((sum, one) => sum + one.length, 0);
  const hidden = counts.some((one) => one.length > MOST_TOLD) ? `, of which the first ${MOST_TOLD} of each file are listed` : '';
  const [only, ...others] = counts;
  if (only !== undefined && others.length === 0) return `${all} problems in ${only.file}${hidden}`;
  if (counts.length > MOST_NAMED) return `${all} problems in ${counts.length} files${hidden}`;
  return `${all} problems: ${counts.map((one) => `${one.length} in ${one.file}`).join(', ')}${hidden}`;
}

const MOST_NAMED = 5;
