import { pick } from '../../advise/pick.ts';
import type { Policy } from '../../advise/policy.ts';
import { subjectOf } from '../../advise/subject.ts';
import type { Candidate } from '../../candidates/candidate.ts';
import { candidateNamed, CANDIDATES } from '../../candidates/index.ts';
import { inspect } from '../../decide/inspect.ts';
import { SEVERITIES, type Severity } from '../../decide/rule.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { UsageError } from '../../errors/errors.ts';
import { monthOf } from '../../journey/month.ts';
import { bookFor, openPriceBook, type PriceBook } from '../../pricebook/price-book.ts';
import type { EditionId, PriceData } from '../../pricebook/sheet.ts';
import { CANDIDATE_IDS } from '../../workload/composition.ts';
import type { Workload } from '../../workload/schema.ts';
import type { Answer } from '../answer.ts';
import { failOnGate, failuresOf } from '../gates/fail-on.ts';
import { anyFailed, linesOf } from '../gates/gate.ts';
import { visible } from '../../documents/visible.ts';
import { knownRegion } from '../known-place.ts';
import { readWorkloads, type Placed } from '../read-workloads.ts';
import type { Source } from '../source.ts';
import type { Linted } from './linted.ts';

export interface LintOptions {
  readonly edition: EditionId;
  readonly region?: string;
  readonly policy?: Policy;
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
  const linted = placed.map((one) => judge(one, named ?? spokenOf(one.workload, bookFor(book, one.workload), options.policy), book));
  const gates = linted.flatMap(({ workload, findings }) =>
    failOnGate(
      failOn,
      visible(workload),
      findings.map(({ severity, rule, because }) => ({ word: severity, what: `${rule.id}: ${because.replace(/\.$/, '')}` })),
    ),
  );
  return { linted, failOn, problems, failed: anyFailed(gates), remarks: linesOf(gates) };
}

function judge({ file, workload, place }: Placed, candidates: readonly Candidate[], book: PriceBook): Linted {
  const applying = candidates.filter((one) => one.applies(workload));
  const findings = inspect(monthOf(workload, book), applying).map((one) => ({ ...one, ...place(one.path) }));
  return { file, workload: workload.name, candidates: applying, findings };
}

/** What is in use, or else what `recommend` picks: the candidates that a reader is most likely to have or to build. */
function spokenOf(workload: Workload, book: PriceBook, policy: Policy | undefined): readonly Candidate[] {
  return subjectOf(pick(monthOf(workload, book), book, policy).picked).map((one) => one.advised.candidate);
}

/** The candidates that the option names; null where the workload decides. */
function namedCandidates(text: string): readonly Candidate[] | null {
  if (text === 'built') return null;
  if (text === 'all') return CANDIDATES;
  return text.split(',').map((word) => {
    const found = candidateNamed(word.trim());
    if (found) return found;
    throw new UsageError(
      `--candidate names "${word}"`,
      `it is built, all, or a list of ${CANDIDATE_IDS.join(', ')}`,
      `--candidate ${didYouMean(word, CANDIDATE_IDS) ?? 'all'}`,
    );
  });
}
