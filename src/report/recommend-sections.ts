import type { Recommendation } from '../advise/advise.ts';
import type { Delay } from '../advise/latency.ts';
import { assumptionText, priceDates, unpricedText } from './cost-words.ts';
import { findingsSection } from './findings-section.ts';
import { answer } from './recommend-answer.ts';
import { changesSection } from './recommend-changes.ts';
import { breakdown, fitSection, misfits, path, quotaTable, setUp, sideBySide, way } from './recommend-tables.ts';
import { sentence } from './recommend-words.ts';
import { savingsSection } from './savings-section.ts';
import type { Section } from './section.ts';
import { throttlingSections } from './throttling-section.ts';

/** A recommendation in the order in which one reads it: the answer, the reasons, the numbers, what to know. */
export function recommendSections(advice: Recommendation): readonly Section[] {
  return [
    ...answer(advice),
    path(advice),
    sideBySide(advice),
    misfits(advice),
    ...advice.picks.flatMap((pick) => [fitSection(pick), setUp(pick)]),
    findingsSection(advice),
    changesSection(advice),
    ...advice.picks.map(savingsSection),
    ...advice.picks.flatMap((pick) => [way(pick), breakdown(pick)]),
    quotaTable(advice),
    latency(advice),
    ...throttlingSections(advice.throttling),
    { heading: 'Not priced', list: advice.estimate.notPriced.map((one) => unpricedText(one, advice.estimate.candidates)) },
    { heading: 'Assumed', list: advice.estimate.assumptions.map(assumptionText) },
    { heading: null, words: [priceDates(advice.estimate)] },
  ].filter((section) => !empty(section));
}

function empty({ words = [], list = [], table, after = [] }: Section): boolean {
  return words.length + list.length + (table?.rows.length ?? 0) + after.length === 0;
}

/** Of the front doors by themselves; what else takes time is the same for all of them but where it is named. */
function latency({ candidates, picks }: Recommendation): Section {
  const plain = candidates.filter((one) => one.candidate.id === one.candidate.frontDoor);
  const delays = new Map(picks.flatMap(({ advised }) => advised.latency.delays).map((one) => [one.id, one]));
  return {
    heading: 'Latency',
    list: [
      ...plain.map(({ estimate: { title }, latency: { gateway } }) => {
        if (gateway === null) return `${title}: nobody we know of has measured its overhead.`;
        const [p50, p99] = [gateway.p50, gateway.p99].map(([from, to]) => `${from.toFixed()} to ${to.toFixed()} ms`);
        return `${title}: adds ${p50} at P50 and ${p99} at P99, as the author of the article measured it; AWS publishes no figure.`;
      }),
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
  const [from, to] = milliseconds.map((one) => one.toFixed());
  return sentence(`${DELAYS[id]}: ${from === to ? from : `${from} to ${to}`} ms ${when}`);
}
