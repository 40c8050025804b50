import type { Advised } from '../advise/advised.ts';
import type { Pick, Recommendation } from '../advise/advise.ts';
import type { QuotaUse } from '../decide/quota-use.ts';
import type { Support } from '../facts/support.ts';
import { decimal, ZERO } from '../money/decimal.ts';
import { formatQuantity } from '../money/format.ts';
import { money, ranked, rowCost, rowPrice, rowQuantity, rowTitle, yearly } from './cost-words.ts';
import { FATES, fitText, HOPS, sentence, withArticle } from './recommend-words.ts';
import type { Section } from './section.ts';

/** Question by question: the answer, and where it came from. */
export function path({ decision }: Recommendation): Section {
  return {
    heading: 'How it was decided',
    table: {
      columns: [{ head: 'Question' }, { head: 'Id', fit: true }, { head: 'Answer', fit: true }, { head: 'From', fit: true }],
      rows: decision.steps.map(({ question, reply, leadsTo }) => [
        leadsTo === 'on' || leadsTo === 'both ways' ? question.ask : `${question.ask} – ${question.because}`,
        question.id,
        reply.answer === 'unknown' ? 'not said' : reply.answer,
        reply.answer === 'unknown' ? '' : short(reply.from),
      ]),
    },
    after: ["apigw-advisor explain <id> prints AWS's page on each."],
  };
}

function short(from: string): string {
  return from.length > 24 ? `${from.slice(0, 23)}…` : from;
}

const HAS: Readonly<Record<Support['type'], string>> = { native: 'all', via: 'with help', no: 'not all', unknown: 'unknown' };

/** Every candidate: what it has of what is needed, and what it costs; cheapest first. */
export function sideBySide({ candidates, picks }: Recommendation): Section {
  const sorted = ranked(candidates.map((one) => one.estimate)).flatMap((one) => candidates.filter(({ estimate }) => estimate === one));
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
      rows: sorted.map((one) => [
        picks.some(({ advised }) => advised === one) ? `${one.estimate.title} ←` : one.estimate.title,
        has(one),
        money(one.estimate.frontDoorCost, one.estimate.bound),
        one.estimate.backendCost === null ? 'not stated' : money(one.estimate.backendCost, 'exact'),
        money(one.estimate.listCost, one.estimate.bound),
        money(yearly(one.estimate.listCost), one.estimate.bound),
      ]),
    },
  };
}

function has({ fits, verdict, estimate, unpriced }: Advised): string {
  if (estimate.lacks.length > 0) return HAS.no;
  return fits.length === 0 && verdict === 'native' ? '–' : `${HAS[verdict]}${verdict === 'via' && unpriced.length > 0 ? '*' : ''}`;
}

/** Why candidates do not fit, and what help is not in their price. */
export function misfits({ candidates }: Recommendation): Section {
  return {
    heading: null,
    list: candidates.flatMap((one) => {
      const lacking = one.fits.filter(({ support }) => support.type === 'no' || support.type === 'unknown').map(fitText);
      const outside = one.unpriced.length > 0 && one.verdict === 'via' ? [`* its price leaves out ${one.unpriced.join(', ')}`] : [];
      const blocked = one.blockers.map(({ because, rule }) => `${because} (${rule.id})`);
      const reasons = [...lacking, ...blocked, ...outside];
      return reasons.length === 0 ? [] : [`${one.estimate.title} – ${sentence(reasons.join('; '))}`];
    }),
  };
}

const TENTH = decimal('0.1');

/** Quotas of which a tenth or more is used, the same use of several candidates in one row; the others by name. */
export function quotaTable({ candidates }: Recommendation): Section {
  const rows = new Map<string, { use: QuotaUse; ids: string[] }>();
  for (const { candidate, quotas } of candidates) {
    for (const use of quotas) {
      const key = `${use.quota} ${use.used.toFixed()}`;
      const row = rows.get(key) ?? { use, ids: [] };
      rows.set(key, { use, ids: [...row.ids, candidate.id] });
    }
  }
  const sorted = [...rows.values()].toSorted((a, b) => (b.use.share ?? ZERO).cmp(a.use.share ?? ZERO));
  const worthARow = ({ use }: (typeof sorted)[number]) => use.share === null || use.share.gte(TENTH);
  const small = [...new Set(sorted.filter((row) => !worthARow(row)).map(({ use }) => use.name))];
  return {
    heading: 'Quotas',
    table: {
      columns: [
        { head: 'Quota' },
        { head: 'Of' },
        { head: 'Used', fit: true, align: 'right' },
        { head: 'Limit', fit: true, align: 'right' },
        { head: 'Share', fit: true, align: 'right' },
      ],
      rows: sorted
        .filter(worthARow)
        .map(({ use, ids }) => [
          use.name,
          ids.join(', '),
          formatQuantity(use.used),
          use.limit === null ? 'unknown' : `${formatQuantity(use.limit)} ${use.unit}`.trim(),
          use.share === null ? '–' : `${formatQuantity(use.share.times('100').toDecimalPlaces(1))}%`,
        ]),
    },
    after: small.length === 0 ? [] : [`Less than a tenth is used of: ${small.join('; ')}.`],
  };
}

/** What the pick has of what is needed. */
export function fitSection({ advised: { fits, estimate } }: Pick): Section {
  return { heading: `What ${withArticle(estimate.title)} has of what is needed`, list: fits.map((one) => sentence(fitText(one))) };
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
  return {
    heading: 'Where requests end',
    table: {
      columns: [{ head: 'At' }, { head: 'What becomes of them', fit: true }, { head: 'Share', fit: true, align: 'right' }],
      rows: pipeline.flatMap(({ hop, exits }) =>
        exits.map(({ fate, share }) => [HOPS[hop] ?? hop, FATES[fate], `${formatQuantity(share.times('100'))}%`]),
      ),
    },
  };
}

/** The rows behind the price of the pick. */
export function breakdown({ advised: { estimate } }: Pick): Section {
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
