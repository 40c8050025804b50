import { advise, type Recommendation } from '../../advise/advise.ts';
import type { Policy } from '../../advise/policy.ts';
import { SEVERITIES } from '../../decide/rule.ts';
import { openPriceBook } from '../../pricebook/price-book.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import type { Answer } from '../answer.ts';
import { failuresOf } from '../gates/fail-on.ts';
import { knownRegion } from '../known-place.ts';
import { dateOf, monthOptionsOf, type PricingOptions } from '../pricing-options.ts';
import { readWorkloads } from '../read-workloads.ts';
import type { Source } from '../source.ts';
import { staleness } from '../staleness.ts';

export interface RecommendOptions extends PricingOptions {
  readonly policy: Policy;
  /** Outcomes and severities, such as `no-fit,blocker`, on which it fails. */
  readonly failOn?: string;
}

/** Which API type fits each workload, and why. */
export interface RecommendAnswer extends Answer {
  readonly advices: readonly Recommendation[];
  /** The text of each as plain data. */
  readonly inputs: readonly unknown[];
}

const FAILURES = ['no-fit', 'ask', ...SEVERITIES] as const;

/**
 * Recommends for every workload that can be read.
 * @throws UsageError where an option is none; PriceError where price data is damaged.
 */
export async function recommend(sources: Iterable<Source>, options: RecommendOptions, prices: PriceData): Promise<RecommendAnswer> {
  const book = openPriceBook(prices, options.edition);
  const region = knownRegion(options.region, book);
  const failOn = failuresOf(options.failOn, FAILURES);
  const asOf = dateOf(options.asOf);
  const month = monthOptionsOf(options);
  const { placed, problems } = readWorkloads(sources, region, book);
  const advices = placed.map(({ workload }) => advise(workload, book, { ...month, policy: options.policy }));
  return {
    advices,
    inputs: placed.map((one) => one.input),
    problems,
    failed: advices.some((one) => namedBy(failOn, one)),
    remarks: staleness(
      advices.map((one) => one.estimate),
      asOf,
    ),
  };
}

/** Whether `failOn` names the outcome, or the severity of a finding about what is picked, or of a blocker of what is in use. */
function namedBy(failOn: readonly string[], { outcome, picks, findings, inUse }: Recommendation): boolean {
  const picked = picks.map((one) => one.advised.candidate.id);
  const concerning = findings.filter((one) =>
    one.candidates.some((id) => picked.includes(id) || (one.severity === 'blocker' && id === inUse)),
  );
  return failOn.includes(outcome) || concerning.some((one) => failOn.includes(one.severity));
}
