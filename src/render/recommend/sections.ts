import type { Recommendation } from '../../advise/advise.ts';
import type { Delay } from '../../advise/latency.ts';
import { formatQuantity } from '../../money/format.ts';
import { assumptionText, priceDates, unpricedText } from '../cost/words.ts';
import { findingsSection } from './findings.ts';
import { answer } from './answer.ts';
import { changesSection } from './changes.ts';
import { breakdown, expectations, fitSection, misfits, path, quotaTable, setUp, sideBySide, way } from './tables.ts';
import { sentence } from './words.ts';
import { savingsSection } from './savings.ts';
import type { Section } from '../section.ts';
import { throttlingSections } from '../throttling/section.ts';

/** A recommendation in the order in which one reads it: the answer, the reasons, the numbers, what to know. */
export function recommendSections(advice: Recommendation): readonly Section[] {
  return [
    ...answer(advice),
    path(advice),
    sideBySide(advice),
    misfits(advice),
    expectations(advice),
    latency(advice),
    quotaTable(advice),
    ...advice.picks.flatMap((pick) => [fitSection(pick), setUp(pick)]),
    findingsSection(advice),
    changesSection(advice),
    ...advice.picks.map(savingsSection),
    ...advice.picks.flatMap((pick) => [way(pick), breakdown(pick)]),
    ...throttlingSections(advice.throttling),
    { heading: 'Not priced', list: advice.estimate.notPriced.map((one) => sentence(unpricedText(one, advice.estimate.candidates))) },
    { heading: 'Assumed', list: advice.estimate.assumptions.map(assumptionText) },
    { heading: null, words: [priceDates(advice.estimate)] },
  ].filter((section) => !empty(section));
}

function empty({ lead, words = [], list = [], ledger, table, after = [] }: Section): boolean {
  return lead === undefined && words.length + list.length + (ledger?.entries.length ?? 0) + (table?.rows.length ?? 0) + after.length === 0;
}

/** What the latencies are worth, and what takes time besides the gateway. */
function latency({ candidates, picks }: Recommendation): Section {
  const measured = candidates.some((one) => one.latency.gateway !== null);
  const delays = new Map(picks.flatMap(({ advised }) => advised.latency.delays).map((one) => [one.id, one]));
  return {
    heading: null,
    list: [
      measured
        ? 'What a gateway adds to each answer is what the author of the article measured; AWS publishes no figure. It breaks ties and promises nothing.'
        : 'Nobody we know of has measured what these add to each answer; AWS publishes no figure.',
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
