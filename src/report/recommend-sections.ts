import type { Advised, Pick, Recommendation } from '../advise/advise.ts';
import type { Support } from '../facts/support.ts';
import type { Fit } from '../decide/fit.ts';
import type { Leaf } from '../decide/tree.ts';
import type { Fate } from '../hops/flow.ts';
import { formatMoney, formatQuantity } from '../money/format.ts';
import { FEATURES } from '../workload/features.ts';
import {
  assumptionText,
  context,
  money,
  priceDates,
  rowCost,
  rowPrice,
  rowQuantity,
  rowTitle,
  unpricedText,
  yearly,
} from './cost-words.ts';
import type { Section } from './section.ts';

const LEAVES: Readonly<Record<Leaf, string>> = { rest: 'a REST API', http: 'an HTTP API', websocket: 'a WebSocket API' };

const FATES: Readonly<Record<Fate, string>> = {
  blocked: 'blocked by the web ACL',
  'edge-hit': 'answered by CloudFront',
  'preflight-answered': 'preflights answered (OPTIONS)',
  unauthorized: 'refused (401, 403)',
  throttled: 'throttled (429)',
  invalid: 'refused as invalid (400)',
  'cache-hit': 'answered from the stage cache',
  answered: 'answered by the backend',
};

/** A recommendation in the order in which one reads it: the answer, the reasons, the numbers, what to know. */
export function recommendSections(advice: Recommendation): readonly Section[] {
  return [
    { heading: null, words: [context(advice.estimate), ...answer(advice)] },
    path(advice),
    sideBySide(advice),
    latency(advice),
    ...advice.picks.flatMap((pick) => [fitSection(pick), setUp(pick), way(pick), breakdown(pick)]),
    changes(advice),
    { heading: 'Not priced', list: advice.estimate.notPriced.map((one) => unpricedText(one, advice.estimate.candidates)) },
    { heading: 'Assumed', list: advice.estimate.assumptions.map(assumptionText) },
    { heading: null, words: [priceDates(advice.estimate)] },
  ].filter((section) => section !== null && !empty(section)) as readonly Section[];
}

function empty({ words = [], list = [], table }: Section): boolean {
  return words.length === 0 && list.length === 0 && (table === undefined || table.rows.length === 0);
}

/** The pick, in a sentence for each part of the workload. */
function answer({ outcome, picks, decision, policy }: Recommendation): readonly string[] {
  return picks.map(({ advised, carries, cheaper }) => {
    const { title, listCost, bound } = advised.estimate;
    const cost = `${money(listCost, bound)} a month`;
    const part = picks.length > 1 ? `For the ${carries === 'realtime' ? 'connections' : 'requests'}: ` : '';
    const lead =
      outcome === 'no-fit' && advised.verdict === 'no'
        ? `Nothing here has all that is needed. The nearest is ${article(title)}, ${cost}`
        : carries === 'requests' && outcome === 'ask'
          ? `${article(title, true)}, ${cost}, if the ${decision.open.length} open questions below are answered with no`
          : `${article(title, true)}, ${cost}`;
    const instead =
      cheaper === null
        ? ''
        : ` ${article(cheaper.advised.estimate.title, true)} would save ${formatMoney(cheaper.saving)}${gives(cheaper.advised, policy)}.`;
    return `${part}${lead}.${instead}`;
  });
}

function article(title: string, capital = false): string {
  const word = /^(HTTP|Application)/.test(title) ? 'an' : 'a';
  return `${capital ? word.replace('a', 'A') : word} ${title}`;
}

/** What the cheaper way asks in return. */
function gives({ fits }: Advised, policy: string): string {
  const others = fits.filter((one) => one.support.type === 'via').map(fitText);
  return others.length === 0 ? (policy === 'cheapest' ? '' : ', and has what is needed too') : `, with ${others.join('; ')}`;
}

function path({ decision }: Recommendation): Section {
  return {
    heading: 'How it was decided',
    table: {
      columns: [{ head: 'Question' }, { head: 'Answer', fit: true }, { head: 'From', fit: true }],
      rows: decision.steps.map(({ question, reply, leadsTo }) => [
        leadsTo === 'on' || leadsTo === 'both ways' ? question.ask : `${question.ask} – ${question.because}`,
        reply.answer === 'unknown' ? 'not said' : reply.answer,
        reply.answer === 'unknown' ? '' : short(reply.from),
      ]),
    },
  };
}

function short(from: string): string {
  return from.length > 26 ? `${from.slice(0, 25)}…` : from;
}

function sideBySide({ candidates }: Recommendation): Section {
  const words: Readonly<Record<Support['type'], string>> = { native: 'all', via: 'with help', no: 'lacks', unknown: 'unknown' };
  const sorted = candidates.toSorted((a, b) => a.estimate.listCost.cmp(b.estimate.listCost));
  return {
    heading: 'Side by side',
    table: {
      columns: [
        { head: 'Candidate' },
        { head: 'Needs', fit: true },
        { head: 'Front door', fit: true, align: 'right' },
        { head: 'Backend', fit: true, align: 'right' },
        { head: 'A month', fit: true, align: 'right' },
        { head: 'A year', fit: true, align: 'right' },
      ],
      rows: sorted.map(({ estimate: one, fits, verdict }) => [
        one.title,
        fits.length === 0 ? '–' : words[verdict],
        money(one.frontDoorCost, one.bound),
        one.backendCost === null ? 'not stated' : money(one.backendCost, 'exact'),
        money(one.listCost, one.bound),
        money(yearly(one.listCost), one.bound),
      ]),
    },
  };
}

function latency({ candidates }: Recommendation): Section {
  const plain = candidates.filter((one) => one.candidate.id === one.candidate.frontDoor);
  return {
    heading: 'Latency that the gateway adds',
    list: plain.map(({ estimate, latency: measured }) =>
      measured === null
        ? `${estimate.title}: not measured by anyone we know.`
        : `${estimate.title}: ${measured.p50.join(' to ')} ms at P50, ${measured.p99.join(' to ')} ms at P99, as the author of the article measured it.`,
    ),
  };
}

function fitText({ feature, support }: Fit): string {
  const { name } = FEATURES[feature];
  switch (support.type) {
    case 'native':
      return `${name}: yes${support.conditions === undefined ? '' : `, ${support.conditions}`}`;
    case 'via':
      return `${name}: by ${support.by}; ${support.caveat}`;
    case 'no':
      return `${name}: no, ${support.because}`;
    case 'unknown':
      return `${name}: unknown, ${support.because}`;
  }
}

function fitSection({ advised: { fits, estimate } }: Pick): Section {
  return { heading: `What ${article(estimate.title)} has of what is needed`, list: fits.map((one) => `${fitText(one)}.`) };
}

function setUp({ choices }: Pick): Section {
  return { heading: 'Set up', list: choices.map(({ what, choice, because }) => `${what}: ${choice}, for ${because}.`) };
}

function way({ pipeline }: Pick): Section {
  return {
    heading: 'Where requests end',
    table: {
      columns: [{ head: 'At' }, { head: 'What becomes of them', fit: true }, { head: 'Share', fit: true, align: 'right' }],
      rows: pipeline.flatMap(({ hop, exits }) =>
        exits.map(({ fate, share }) => [hop, FATES[fate], `${formatQuantity(share.times('100'))}%`]),
      ),
    },
  };
}

function breakdown({ advised: { estimate } }: Pick): Section {
  return {
    heading: `${estimate.title}  ${money(estimate.listCost, estimate.bound)} a month`,
    table: {
      columns: [
        { head: 'What' },
        { head: 'Quantity', fit: true, align: 'right' },
        { head: 'Unit price', fit: true, align: 'right' },
        { head: 'Cost', fit: true, align: 'right' },
      ],
      rows: estimate.lineItems.map((item) => [
        item.note === null ? rowTitle(item) : `${rowTitle(item)} – ${item.note}`,
        rowQuantity(item),
        rowPrice(item),
        rowCost(item),
      ]),
    },
  };
}

function changes({ decision, picks }: Recommendation): Section {
  return {
    heading: 'What would change the answer',
    list: [
      ...decision.open.map(
        ({ question, yes }) =>
          `${question.ask} A yes leads to ${yes.map((leaf) => LEAVES[leaf]).join(' or ')}: ${question.because} (needs.${question.features[0]}).`,
      ),
      ...picks.flatMap(({ advised }) =>
        advised.estimate.missing.map(({ sku, reason }) => `${advised.estimate.title}: ${sku} is missing from the price; ${reason}.`),
      ),
    ],
  };
}
