import { unpriced } from '../../advise/advised.ts';
import type { Costed } from '../../advise/costed.ts';
import { costTogether, type SubjectCost } from '../../advise/subject.ts';
import { UsageError } from '../../errors/errors.ts';
import { installed, scenarioInputs, type ScenarioInput } from '../../portfolio/diff/inputs.ts';
import type { Agreement } from '../../pricebook/contract.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import type { Answer } from '../answer.ts';
import { costedMonths } from '../costed-months.ts';
import type { Source } from '../source.ts';
import type { DiffOptions } from './diff.ts';

/** One of several workloads side by side. */
export interface Scenario {
  readonly file: string;
  readonly costed: Costed;
  readonly total: SubjectCost;
  /** What it states and what it speaks of does not have, and what stands against that. */
  readonly lacks: readonly string[];
}

/** Workloads as scenarios of one thing, in the order in which they are given; each speaks of its own subject. */
export interface ScenariosAnswer extends Answer {
  readonly scenarios: readonly Scenario[];
  /** Inputs that are not the same in all. */
  readonly inputs: readonly ScenarioInput[];
  readonly asOf: string | null;
  /** What is agreed with AWS; null without a contract. */
  readonly agreement: Agreement | null;
}

/**
 * Prices several workloads side by side.
 * @throws UsageError where an option is none, or is of two sides.
 */
export async function scenarios(sources: readonly Source[], options: DiffOptions, prices: PriceData): Promise<ScenariosAnswer> {
  refuse({
    '--from-region': options.fromRegion,
    '--to-region': options.toRegion,
    '--from-edition': options.fromEdition,
    '--to-edition': options.toEdition,
    '--prices-before': options.pricesBefore?.of,
    '--budget': options.budget,
    '--fail-on-increase': options.failOnIncrease,
  });
  const asked = { ...options, edition: options.edition ?? 'aws', policy: options.policy ?? 'native-first' } as const;
  const found = costedMonths(sources, asked, prices, ({ file, workload, input, month, costed, book }) => {
    const { alwaysFree, freeTier, units } = month;
    const framed = {
      input,
      region: workload.region,
      book,
      prices: installed(costed.estimate.pricesPublished),
      hoursPerMonth: units.hoursPerMonth,
      alwaysFree,
      freeTier,
    };
    const lacks = lacksOf(costed);
    const known = costTogether(costed.subject);
    // What one scenario is without, another may have.
    const total = lacks.length > 0 ? { ...known, bound: 'at-least' as const } : known;
    return { framed, scenario: { file, costed, total, lacks } };
  });
  const { results, asOf, agreement, problems } = found;
  return {
    scenarios: results.map((one) => one.scenario),
    inputs: scenarioInputs(results.map((one) => one.framed)),
    asOf,
    agreement,
    problems,
    failed: false,
    remarks: [],
  };
}

function lacksOf({ subject }: Costed): readonly string[] {
  return subject.flatMap(({ advised }) => [
    ...advised.lacks,
    ...advised.blockers.map(({ because }) => because),
    ...unpriced(advised).map((supplier) => `the price of ${supplier}, which it needs`),
  ]);
}

/** What says something of one side, or of a change from one to the other. */
function refuse(options: Readonly<Record<string, string | undefined>>): void {
  const [option] = Object.entries(options).find(([, value]) => value !== undefined) ?? [];
  if (option === undefined) return;
  throw new UsageError(
    `${option} compares two, and there are more`,
    'several workloads stand side by side, without a before and a now',
    'apigw-advisor diff before.yaml workload.yaml',
  );
}
