import { WorkloadError, UsageError, type Problem } from '../../errors/errors.ts';
import { diffOf, togetherOf, type Diff, type Moved } from '../../portfolio/diff/diff.ts';
import type { Side } from '../../portfolio/diff/side.ts';
import type { Agreement } from '../../pricebook/contract.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import type { Answer } from '../answer.ts';
import { anyFailed, linesOf, totalGates, type Gate } from '../gates/gate.ts';
import { limitsOf, type GateOptions } from '../gates/limits.ts';
import { knownCandidate } from '../known-candidate.ts';
import { dateOf } from '../pricing-options.ts';
import type { Source } from '../source.ts';
import { sidesOf, type SideOptions } from './sides.ts';

export interface DiffOptions extends SideOptions, GateOptions {
  /** The candidate to compare; else what each side has in use, or what is picked of it. */
  readonly candidate?: string;
}

/** Two texts under one path of two folders; null on the side that has none. */
export interface Pair {
  readonly path: string;
  readonly before: Source | null;
  readonly now: Source | null;
}

/** One workload, compared. */
export interface DiffResult {
  /** Of two folders, where it lies in them; null for two files. */
  readonly path: string | null;
  readonly state: 'kept' | 'added' | 'removed';
  readonly diff: Diff;
}

/** What changed between two workloads, in the prices of one, or between two folders of them. */
export interface DiffAnswer extends Answer {
  readonly results: readonly DiffResult[];
  /** Of all results together. */
  readonly total: Moved;
  readonly gates: readonly Gate[];
  readonly asOf: string | null;
  /** The contract that is known, and whether answers go by it. */
  readonly agreement: Agreement | null;
}

/**
 * Compares two texts: workloads, or what `cost --json` printed of them.
 * @param now null for the same text, under other prices.
 * @throws UsageError where an option is none or nothing could differ; WorkloadError with the mistakes of both texts.
 */
export async function diff(before: Source, now: Source | null, options: DiffOptions, prices: PriceData): Promise<DiffAnswer> {
  const compare = comparing(options);
  const found = compare(...(await sidesOf(before, now, options, prices)));
  if (found.compared.length === 0)
    throw new UsageError(
      `${options.candidate ?? 'a candidate'} is on neither side`,
      `there are ${found.candidates.map(({ now: is, before: was }) => is?.id ?? was?.id).join(', ')}`,
      'drop --candidate',
    );
  return answerOf([{ path: null, state: 'kept', diff: found }], [], options, prices);
}

/**
 * Compares what lies under the same path of two folders; what lies in one of them only was added or removed. A text with
 * mistakes is told, and hides no other.
 * @throws UsageError where an option is none.
 */
export async function diffFolders(pairs: readonly Pair[], options: DiffOptions, prices: PriceData): Promise<DiffAnswer> {
  const compare = comparing(options);
  const results: DiffResult[] = [];
  const problems: Problem[] = [];
  for (const { path, before, now } of pairs) {
    const one = before ?? now;
    if (one === null) continue;
    try {
      const [from, to] = await sidesOf(one, now ?? one, options, prices);
      const state = before === null ? 'added' : now === null ? 'removed' : 'kept';
      results.push({ path, state, diff: compare(state === 'added' ? nothing(to) : from, state === 'removed' ? nothing(from) : to) });
    } catch (error) {
      if (!(error instanceof WorkloadError)) throw error;
      problems.push(...error.problems);
    }
  }
  return answerOf(results, problems, options, prices);
}

function comparing(options: DiffOptions): (before: Side, now: Side) => Diff {
  const candidate = knownCandidate(options.candidate) ?? null;
  limitsOf(options, true, 'cost.json');
  return (before, now) => diffOf(before, now, candidate);
}

/** A side without the workload: it costs nothing. */
function nothing(side: Side): Side {
  return { ...side, workload: null, input: null, candidates: [], subject: [] };
}

function answerOf(
  results: readonly DiffResult[],
  problems: readonly Problem[],
  options: DiffOptions,
  prices: Pick<PriceData, 'agreement'>,
): DiffAnswer {
  const total = togetherOf(results.map((one) => one.diff.total));
  const gates = totalGates(total, limitsOf(options, true, 'cost.json'));
  return {
    results,
    total,
    gates,
    asOf: dateOf(options.asOf),
    agreement: prices.agreement ?? null,
    problems,
    failed: anyFailed(gates),
    remarks: linesOf(gates),
  };
}
