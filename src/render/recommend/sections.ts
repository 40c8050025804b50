import type { Recommendation } from '../../advise/advise.ts';
import type { Delay } from '../../advise/latency.ts';
import { formatChange, formatQuantity } from '../../money/format.ts';
import { assumptionText, priceDates, unpricedText } from '../cost/words.ts';
import { findingsSection } from './findings.ts';
import { answer } from './answer.ts';
import { changesSection } from './changes.ts';
import { breakdown, expectations, fitSection, misfits, path, quotaTable, setUp, sideBySide, way } from './tables.ts';
import { sentence } from './words.ts';
import { savingsSection } from './savings.ts';
import { canBeStated, fieldInstead, type AssumptionId } from '../../workload/assumptions.ts';
import { counted } from '../report/words.ts';
import type { Section } from '../section.ts';
import { throttlingSections } from '../throttling/section.ts';

/** What else there is to say of a recommendation, by the option that asks for it. */
export const PARTS = {
  /** How it was decided, what each candidate lacks, what to set up, what would change it, and what would cost less. */
  why: (advice: Recommendation) => [
    path(advice),
    misfits(advice),
    ...advice.picks.flatMap((pick) => [fitSection(pick), setUp(pick)]),
    findingsSection(advice),
    changesSection(advice),
    ...advice.picks.map(savingsSection),
  ],
  /** Where requests end, and the rows behind the price. */
  rows: (advice: Recommendation) => [...advice.picks.map(way), ...advice.subject.map(breakdown)],
  /** Latency, quotas and throttling. */
  limits: (advice: Recommendation) => [expectations(advice), latency(advice), quotaTable(advice), ...throttlingSections(advice.throttling)],
  /** What the price depends on, and what is not in it. */
  assumptions: (advice: Recommendation): readonly Section[] => [
    { heading: 'Not priced', list: advice.estimate.notPriced.map((one) => sentence(unpricedText(one, advice.estimate.candidates))) },
    assumed(advice),
    { heading: null, words: [priceDates(advice.estimate)] },
  ],
} satisfies Readonly<Record<string, (advice: Recommendation) => readonly Section[]>>;

export type PartName = keyof typeof PARTS;

export const PART_NAMES = Object.keys(PARTS) as readonly PartName[];

/** Parts of a recommendation, without those that have nothing to say. */
export function partsOf(advice: Recommendation, names: readonly PartName[]): readonly Section[] {
  return names.flatMap((name): readonly Section[] => PARTS[name](advice)).filter((section) => !empty(section));
}

/** All of a recommendation, in the order in which one reads it: the answer, the reasons, the numbers, what to know. */
export function recommendSections(advice: Recommendation): readonly Section[] {
  return [...answer(advice), sideBySide(advice), ...partsOf(advice, PART_NAMES)].filter((section) => !empty(section));
}

/** What the totals of the subject rest on: first what could be stated instead, with what that moves where it is known. */
function assumed({ estimate, subject, picks }: Recommendation): Section {
  const ids = subject.map(({ advised }) => advised.candidate.id);
  const own = estimate.assumptions.filter(({ candidates }) => ids.length === 0 || candidates.some((id) => ids.includes(id)));
  const others = estimate.assumptions.length - own.length;
  const sensitivities = picks.flatMap(({ changes }) => changes.sensitivities);
  const moves = (id: AssumptionId) => {
    const found = sensitivities.find(({ field }) => field === fieldInstead(id));
    return found === undefined ? '' : ` ${found.step === 'one' ? 'One more' : '10% more'}: ${formatChange(found.change)} a month.`;
  };
  return {
    heading: 'Assumed',
    list: own
      .toSorted((a, b) => Number(canBeStated(b.id)) - Number(canBeStated(a.id)))
      .map((one) => `${assumptionText(one)}${moves(one.id)}`),
    after: others === 0 ? [] : [`${counted(others, 'more assumption')} about other candidates: --json`],
  };
}

function empty({ lead, words = [], list = [], ledger, table, labels = [], after = [] }: Section): boolean {
  const lines = words.length + list.length + (ledger?.entries.length ?? 0) + (table?.rows.length ?? 0) + labels.length + after.length;
  return lead === undefined && lines === 0;
}

/** What the latencies are worth, and what takes time besides the gateway. */
function latency({ candidates, picks }: Recommendation): Section {
  const measured = candidates.some((one) => one.latency.gateway !== null);
  const delays = new Map(picks.flatMap(({ advised }) => advised.latency.delays).map((one) => [one.id, one]));
  return {
    heading: null,
    list: [
      measured
        ? 'What a gateway adds to each answer is what the author of the article measured; AWS publishes no figure. It is used only to break ties; it is not a guarantee.'
        : 'We know of no measurement of what these add to each answer; AWS publishes no figure.',
      ...[...delays.values()].map(delayText),
    ],
  };
}

const DELAYS: Readonly<Record<Delay['id'], string>> = {
  cloudfront: 'CloudFront',
  authorizer: 'Lambda authorizer',
  'cold-start': 'Cold start',
};

function delayText({ id, milliseconds, when }: Delay): string {
  if (milliseconds === null) return sentence(`${DELAYS[id]}: ${when}; no figure is published`);
  const [from, to] = milliseconds.map((one) => formatQuantity(one));
  return sentence(`${DELAYS[id]}: ${from === to ? from : `${from} to ${to}`} ms ${when}`);
}
