import { FRONT_DOORS } from '../../workload/front-doors.ts';
import { unpriced, type Advised } from '../../advise/advised.ts';
import type { Pick, Recommendation } from '../../advise/advise.ts';
import { boundSaid } from '../../advise/subject.ts';
import { behindCloudfront } from '../../candidates/by-cloudfront.ts';
import type { QuotaUse } from '../../decide/quota-use.ts';
import type { Step } from '../../decide/walk.ts';
import type { Support } from '../../facts/support.ts';
import { decimal, ZERO, type Decimal } from '../../money/decimal.ts';
import { formatMoney, formatQuantity } from '../../money/format.ts';
import { ranked, rowCost, rowPrice, rowQuantity, rowTitle, wantsText, yearly } from '../cost/words.ts';
import { FATES, fitText, percent, readable, sentence, shortcomings, withArticle } from './words.ts';
import { counted } from '../report/words.ts';
import type { Entry, Section } from '../section.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import type { CandidateEstimate } from '../../estimate/estimate.ts';

/** Question by question: the answer, and where it came from. Open questions that decide nothing stand in one line. */
export function path({ decision }: Recommendation): Section {
  const { steps, open } = decision;
  const idle = steps.filter(({ question, reply }) => reply.answer === 'unknown' && !open.some((one) => one.question === question));
  const entries = steps.flatMap((step): Entry[] => {
    if (step === idle[0]) return [idleEntry(idle)];
    return idle.includes(step) ? [] : [entryOf(step)];
  });
  return {
    heading: 'How it was decided',
    ledger: { heads: ['Answer', 'Question', 'From', 'AWS says'], entries },
    after: [
      `${open.length > 0 ? 'What is not stated is answered in needs. ' : ''}apigw-advisor explain <id> names the features behind a question, and AWS’s page on it.`,
    ],
  };
}

function entryOf({ question, reply, leadsTo }: Step): Entry {
  const decides = reply.answer === 'yes' && leadsTo !== 'on' && leadsTo !== 'both ways';
  return {
    mark: reply.answer === 'unknown' ? 'not stated' : reply.answer,
    text: decides ? `${question.ask} ${sentence(question.because)}` : question.ask,
    from: reply.answer === 'unknown' ? question.id : `${question.id}: ${reply.from}`,
    links: question.sources,
    decides,
  };
}

function idleEntry(idle: readonly Step[]): Entry {
  const ids = idle.map(({ question }) => question.id).join(', ');
  return { mark: 'not stated', text: `${ids}: no answer would change the result.`, from: '', links: [], decides: false };
}

const HAS: Readonly<Record<Support['type'], string>> = { native: 'all', via: 'with help', no: 'not all', unknown: 'unknown' };

/** Every candidate: what it has of what is needed, and what it costs; cheapest first. */
export function sideBySide({ candidates, subject, estimate }: Recommendation): Section {
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
      rows: byCost(candidates).map((one) => [
        `${subject.some(({ advised }) => advised === one) ? '▶ ' : ''}${one.estimate.title}`,
        has(one),
        formatMoney(one.estimate.frontDoorCost, one.estimate.frontDoorBound),
        one.estimate.backendCost === null ? 'not stated' : formatMoney(one.estimate.backendCost, one.estimate.backendBound),
        formatMoney(costOf(one.estimate), boundSaid(one.estimate, estimate)),
        formatMoney(yearly(costOf(one.estimate)), boundSaid(one.estimate, estimate)),
      ]),
    },
  };
}

function byCost(candidates: readonly Advised[]): readonly Advised[] {
  return ranked(candidates.map((one) => one.estimate)).flatMap((one) => candidates.filter(({ estimate }) => estimate === one));
}

function has(one: Advised): string {
  const { fits, verdict, estimate } = one;
  if (estimate.lacks.length > 0) return HAS.no;
  return fits.length === 0 && verdict === 'native' ? '–' : `${HAS[verdict]}${verdict === 'via' && unpriced(one).length > 0 ? '*' : ''}`;
}

/** Why candidates do not fit, and what help is not in their price; candidates with the same reasons in one line. */
export function misfits({ candidates }: Recommendation): Section {
  const said = new Map<string, string[]>();
  for (const one of candidates) {
    const outside = one.verdict === 'via' && unpriced(one).length > 0 ? [`* the price does not include ${unpriced(one).join(', ')}`] : [];
    const unknown = one.estimate.missing.length === 0 ? [] : [`≥ because ${wantsText(one.estimate.missing)}`];
    const text = [...shortcomings(one), ...outside, ...unknown].join('; ');
    if (text !== '') said.set(text, [...(said.get(text) ?? []), one.estimate.title]);
  }
  return { heading: null, list: [...said].map(([text, titles]) => `${titles.join(', ')} – ${text}.`) };
}

/** What to expect of every candidate besides its price: what it adds to each answer, and the quota it uses most of. */
export function expectations({ candidates }: Recommendation): Section {
  return {
    heading: null,
    table: {
      columns: [{ head: 'Candidate' }, { head: 'Adds, P50 / P99', fit: true }, { head: 'Fullest quota' }],
      rows: byCost(candidates).map(({ candidate, estimate, quotas, latency: { gateway } }) => {
        const edge = behindCloudfront(candidate) ? ' + edge' : '';
        const adds = gateway ? `${range(gateway.p50)} / ${range(gateway.p99)} ms${edge}` : 'not known';
        const [fullest] = quotas;
        return [estimate.title, adds, fullest ? `${fullest.share ? percent(fullest.share) : 'unknown share'} – ${fullest.name}` : '–'];
      }),
    },
  };
}

function range([from, to]: readonly [Decimal, Decimal]): string {
  return `${from.toFixed()}–${to.toFixed()}`;
}

const TENTH = decimal('0.1');

/** Quotas of which a tenth or more is used, the same use of several candidates in one row. */
export function quotaTable({ candidates }: Recommendation): Section {
  const rows = new Map<string, { use: QuotaUse; of: Advised[] }>();
  for (const one of candidates) {
    for (const use of one.quotas.filter(({ share }) => share === null || share.gte(TENTH))) {
      const key = `${use.name} ${use.used.toFixed()} ${use.limit?.toFixed()}`;
      const row = rows.get(key) ?? { use, of: [] };
      rows.set(key, { use, of: [...row.of, one] });
    }
  }
  return {
    heading: 'Quotas of which a tenth or more is used',
    table: {
      columns: [
        { head: 'Quota' },
        { head: 'Of', fit: true },
        { head: 'Used', fit: true, align: 'right' },
        { head: 'Limit', fit: true, align: 'right' },
        { head: 'Share', fit: true, align: 'right' },
      ],
      rows: [...rows.values()]
        .toSorted((a, b) => (b.use.share ?? ZERO).cmp(a.use.share ?? ZERO))
        .map(({ use, of }) => [
          use.name,
          of.length === candidates.length ? 'all' : [...new Set(of.map((one) => FRONT_DOORS[one.candidate.frontDoor].short))].join(', '),
          readable(use.used),
          use.limit === null ? 'unknown' : `${formatQuantity(use.limit)} ${use.unit}`.trim(),
          use.share === null ? '–' : percent(use.share),
        ]),
    },
  };
}

/** What the pick has of what is needed. */
export function fitSection({ advised: { fits, estimate } }: Pick): Section {
  return { heading: `What is needed, and how ${withArticle(estimate.title)} has it`, list: fits.map((one) => sentence(fitText(one))) };
}

/** Endpoint, authorizer, integration. */
export function setUp({ choices }: Pick): Section {
  return {
    heading: 'Set it up',
    list: choices.map(({ what, choice, because }) => `${sentence(`${what}: ${choice}`)} ${sentence(because)}`),
  };
}

/** Which share of all requests leaves at which hop. */
export function way({ pipeline }: Pick): Section {
  const exits = pipeline.flatMap(({ exits: some }) => some.map(({ fate, share }) => `${percent(share)} ${FATES[fate]}`));
  // One exit says nothing.
  return exits.length < 2 ? { heading: null } : { heading: null, labels: [['Ends', exits]] };
}

/** The rows behind the price of what is spoken of; those that are free by AWS's rules are counted. */
export function breakdown({ advised: { estimate } }: { readonly advised: { readonly estimate: CandidateEstimate } }): Section {
  const billed = estimate.lineItems.filter((item) => costOf(item)?.isZero() !== true);
  const free = estimate.lineItems.length - billed.length;
  return {
    heading: `${estimate.title}: ${formatMoney(costOf(estimate), estimate.bound)} a month, row by row`,
    table: {
      open: true,
      columns: [
        { head: '  What' },
        { head: 'Quantity', fit: true, align: 'right' },
        { head: 'Unit price', fit: true, align: 'right' },
        { head: 'Cost', fit: true, align: 'right' },
      ],
      rows: billed.map((item) => [
        `  ${rowTitle(item)}${item.note === null ? '' : ` – ${item.note}`}`,
        rowQuantity(item),
        rowPrice(item),
        rowCost(item),
      ]),
    },
    after: free === 0 ? [] : [`  ${counted(free, 'more row')} that AWS does not bill: --json`],
  };
}
