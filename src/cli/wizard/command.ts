import type { Policy } from '../../advise/policy.ts';
import { nameOf } from '../files/path-bytes.ts';

/** What a command line says beside its command, where it is not what goes without saying. */
export interface Flags {
  readonly edition: 'aws' | 'article';
  readonly policy?: Policy;
  readonly from?: string | null;
  readonly output?: string | null;
  readonly prices?: string | null;
  readonly contract?: string | null;
  readonly cost?: string | null;
}

/** A command to copy: one line, however narrow the window. */
export function command(
  words: string,
  file: string | null,
  { edition, policy = 'native-first', from = null, output = null, prices = null, contract = null, cost = null }: Flags,
): string {
  return [
    `apigw-advisor ${words}`,
    ...(file === null ? [] : [quoted(file)]),
    ...(from === null ? [] : [`--from ${quoted(from)}`]),
    ...(output === null ? [] : [`--output ${quoted(output)}`]),
    ...(prices === null ? [] : [`--prices ${quoted(prices)}`]),
    ...(contract === null ? [] : [`--contract ${quoted(contract)}`]),
    ...(cost === null || cost === 'list' ? [] : [`--cost ${cost}`]),
    ...(edition === 'aws' ? [] : [`--edition ${edition}`]),
    ...(policy === 'native-first' ? [] : [`--policy ${policy}`]),
  ].join(' ');
}

/** A file name as a shell takes it. */
function quoted(file: string): string {
  const safe = file.startsWith('-') ? `./${file}` : file;
  if (nameOf(safe) !== safe) return `$'${nameOf(safe).replaceAll("'", String.raw`\'`)}'`;
  return /^[\w./+@%,:=-]+$/.test(safe) ? safe : `'${safe.replaceAll("'", String.raw`'\''`)}'`;
}
