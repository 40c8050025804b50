import { CANDIDATES } from '../../candidates/index.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { UsageError } from '../../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import { diffOf, type Diff } from '../../portfolio/diff/diff.ts';
import { dateOf } from '../estimate-options.ts';
import { asFarAsKnown, dearer, limitsOf, overBudget, type GateOptions } from '../gates/gates.ts';
import type { Ports } from '../ports.ts';
import { sidesOf, type SideOptions } from '../files/sides.ts';
import { stale } from '../staleness.ts';

export interface DiffOptions extends SideOptions, GateOptions {
  readonly json?: true;
  readonly format: 'table' | 'markdown' | 'json';
  readonly candidate?: string;
  readonly color: boolean;
}

/** Says what changed between two workloads, or one under two sets of prices; the gates decide the exit code after that. */
export async function diff(files: readonly string[], options: DiffOptions, ports: Ports): Promise<ExitCode> {
  const { candidate = null } = options;
  if (candidate !== null) checkCandidate(candidate);
  const limits = limitsOf(options, true, 'cost.json');
  const asOf = dateOf(options.asOf) ?? ports.today();
  const [before, now] = await sidesOf(files, options, ports);
  const found = diffOf(before, now, candidate);
  if (found.compared.length === 0)
    throw new UsageError(
      `${candidate ?? 'a candidate'} is on neither side`,
      `there are ${found.candidates.map(({ now: is, before: was }) => is?.id ?? was?.id).join(', ')}`,
      'drop --candidate',
    );
  ports.stdout.write(await print(options.json ? 'json' : options.format, found, options, ports));
  // Prices that were asked for, of a document or an older folder, are as old as they should be.
  const installed = [before, now].filter((side) => side.pricesOf === null);
  const old = stale(
    installed.flatMap(({ candidates }) => candidates.flatMap((one) => one.rows)),
    asOf,
  );
  if (old !== null) ports.stderr.write(old);
  const failures = [...overBudget(found.total.to, limits.budget), ...dearer(found.total, limits.increase)];
  const open = asFarAsKnown(found.now.name, found.total, limits);
  ports.stderr.write([...failures, ...open].map((one) => `${one}\n`).join(''));
  return failures.length > 0 ? EXIT_CODES.policy.code : EXIT_CODES.answer.code;
}

async function print(format: DiffOptions['format'], found: Diff, { color }: DiffOptions, ports: Ports): Promise<string> {
  if (format === 'json') return (await import('../../documents/diff/document.ts')).diffJson(found);
  const [{ diffSections, diffTitle }, { drawSections, writeSections }] = await Promise.all([
    import('../../render/diff/sections.ts'),
    import('../../render/section.ts'),
  ]);
  if (format === 'markdown') return writeSections(diffTitle(found), diffSections(found, 'wide'));
  const screen = await (await import('../screen.ts')).screenOf(ports, { color });
  return drawSections(diffTitle(found), diffSections(found, screen.columns >= WIDE ? 'wide' : 'narrow'), screen);
}

/** Columns from which on quantities stand in the table. */
const WIDE = 110;

function checkCandidate(id: string): void {
  const ids = CANDIDATES.map((one) => one.id);
  if (ids.includes(id)) return;
  throw new UsageError(`--candidate is "${id}"`, `it is one of ${ids.join(', ')}`, `--candidate ${didYouMean(id, ids) ?? 'http'}`);
}
