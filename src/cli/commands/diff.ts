import { diff as compare, type DiffOptions } from '../../app/diff/diff.ts';
import { UsageError } from '../../errors/errors.ts';
import type { ExitCode } from '../../errors/exit-codes.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { answered, type Printing } from '../answered.ts';
import { nameOf } from '../files/path-bytes.ts';
import { sourceOf } from '../files/sources.ts';
import { DIFF_FORMATS } from '../formats/diff.ts';
import type { Ports } from '../ports.ts';

export interface DiffCommandOptions extends Omit<DiffOptions, 'asOf' | 'pricesBefore'>, Printing<keyof typeof DIFF_FORMATS> {
  readonly asOf?: string;
  readonly pricesBefore?: string;
}

/** Says what changed between two workloads, or one under two sets of prices; the gates decide the exit code after that. */
export async function diff(
  before: string,
  now: string | undefined,
  { pricesBefore, asOf, ...options }: DiffCommandOptions,
  ports: Ports,
): Promise<ExitCode> {
  if (before === '-' && now === '-')
    throw new UsageError('both files are standard input', 'it can be read once', 'apigw-advisor diff before.yaml -');
  const older = pricesBefore === undefined ? {} : { pricesBefore: { of: nameOf(pricesBefore), data: () => ports.pricesIn(pricesBefore) } };
  const answer = await compare(
    sourceOf(before, ports, BOUNDS.document),
    now === undefined ? null : sourceOf(now, ports, BOUNDS.document),
    { ...options, ...older, asOf: asOf ?? ports.today() },
    ports.prices(),
  );
  return answered(answer, 1, DIFF_FORMATS, options, ports);
}
