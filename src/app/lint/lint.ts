import { pick } from '../../advise/pick.ts';
import type { Candidate } from '../../candidates/candidate.ts';
import { CANDIDATES } from '../../candidates/index.ts';
import { inspect } from '../../decide/inspect.ts';
import { SEVERITIES, type Severity } from '../../decide/rule.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { UsageError } from '../../errors/errors.ts';
import { monthOf } from '../../journey/month.ts';
import { openPriceBook, type PriceBook } from '../../pricebook/price-book.ts';
import type { EditionId, PriceData } from '../../pricebook/sheet.ts';
import type { Workload } from '../../workload/schema.ts';
import type { Answer } from '../answer.ts';
import { failuresOf } from '../gates/fail-on.ts';
import { knownRegion } from '../known-place.ts';
import { readWorkloads, type Placed } from '../read-workloads.ts';
import type { Source } from '../source.ts';
import type { Linted } from './linted.ts';

export interface LintOptions {
  readonly edition: EditionId;
  readonly region?: string;
  /** What is judged: `built`, `all`, or ids of candidates. */
  readonly candidate: string;
  /** Severities, such as `blocker,caution`, on which it fails. */
  readonly failOn?: string;
}

/** What the rule book says about each workload. */
export interface LintAnswer extends Answer {
  readonly linted: readonly Linted[];
  readonly failOn: readonly Severity[];
}

/**
 * Holds every workload that can be read against the rule book.
 * @throws UsageError where an option is none.
 */
export async function lint(sources: Iterable<Source>, options: LintOptions, prices: PriceData): Promise<LintAnswer> {
  const book = openPriceBook(prices, options.edition);
  const region = knownRegion(options.region, book);
  const failOn = failuresOf(options.failOn, SEVERITIES);
  const named = namedCandidates(options.candidate);
  const { placed, problems } = readWorkloads(sources, region, book);
  const linted = placed.map((one) => judge(one, named ?? inUse(one.workload) ?? picked(one.workload, book), book));
  const failed = linted.some(({ findings }) => findings.some((one) => failOn.includes(one.severity)));
  return { linted, failOn, problems, failed, remarks: [] };
}

function judge({ file, workload, place }: Placed, candidates: readonly Candidate[], book: PriceBook): Linted {
  const applying = candidates.filter((one) => one.applies(workload));
  const findings = inspect(monthOf(workload, book), applying).map((one) => ({ ...one, ...place(one.path) }));
  return { file, workload: workload.name, candidates: applying, findings };
}

/** What the workload says it is built as today. */
function inUse(workload: Workload): readonly Candidate[] | null {
  const today = CANDIDATES.find((one) => one.id === workload.inUse);
  return today ? [today] : null;
}

/** What `recommend` would pick: the candidates that a reader is most likely to build. */
function picked(workload: Workload, book: PriceBook): readonly Candidate[] {
  return pick(monthOf(workload, book), book).picked.map((one) => one.advised.candidate);
}

/** The candidates that the option names; null where the workload decides. */
function namedCandidates(text: string): readonly Candidate[] | null {
  if (text === 'built') return null;
  if (text === 'all') return CANDIDATES;
  const ids = CANDIDATES.map((one) => one.id);
  return text.split(',').map((word) => {
    const found = CANDIDATES.find((one) => one.id === word.trim());
    if (found) return found;
    throw new UsageError(
      `--candidate names "${word}"`,
      `it is built, all, or a list of ${ids.join(', ')}`,
      `--candidate ${didYouMean(word, ids) ?? 'all'}`,
    );
  });
}
