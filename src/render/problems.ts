import type { Problem } from '../errors/errors.ts';
import { visible } from '../documents/visible.ts';

/** Problems to read: where and what, why, and what to write instead. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems.map(formatProblem).join('\n');
}

function formatProblem({ file, line, column, what, because, write }: Problem): string {
  const place = [file, line, column].filter((part) => part !== null).join(':');
  return [
    `${place === '' ? 'apigw-advisor: ' : `${visible(place)}  `}${visible(what)}`,
    `  because   ${visible(because)}`,
    ...(write === null ? [] : [`  write     ${visible(write)}`]),
    '',
  ].join('\n');
}
