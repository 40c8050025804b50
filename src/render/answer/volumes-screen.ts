import { usable } from '../../advise/advised.ts';
import type { Costed } from '../../advise/costed.ts';
import type { SubjectPart } from '../../advise/subject.ts';
import type { Volume, Volumes } from '../../app/cost/volumes.ts';
import type { PriceAge } from '../../documents/summary.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import { decimal, quotient } from '../../money/decimal.ts';
import { formatExactMoney, formatMoney, formatQuantity } from '../../money/format.ts';
import { asideText, agreementText } from '../contract-words.ts';
import { sentence, shortcomings } from '../recommend/words.ts';
import type { Section } from '../section.ts';
import { needs } from './candidates.ts';
import { foot } from './foot.ts';
import { notInPrice } from './verdict.ts';

/** What a budget buys on one screen: of what is spoken of first, then of every candidate that could serve the workload. */
export function volumesScreen(costed: Costed, volumes: Volumes, age: PriceAge, all: boolean): readonly Section[] {
  const { budget, candidates } = volumes;
  const part = costed.subject.find(({ carries }) => carries === 'requests');
  const subject = candidates.find(({ now }) => now === part?.advised);
  if (subject === undefined)
    return [
      {
        heading: null,
        lead: 'Nothing follows from a budget: the workload states no requests. Its cost follows from connections and messages.',
      },
    ];
  const shown = sorted(candidates).filter((one) => all || usable(one.now) || one === subject);
  const left = candidates.length - shown.length;
  return [
    {
      heading: null,
      headlines: [{ mark: '▶', text: subject.now.estimate.title, amounts: [amountOf(subject)] }],
      under: [...agreementText(costed.estimate.agreement), ...said(subject, volumes, costed), ...connections(costed.subject)],
    },
    {
      heading: null,
      table: {
        open: true,
        columns: [
          { head: '  Candidate' },
          { head: 'Needs', fit: true },
          { head: `Requests for ${formatExactMoney(budget)}`, fit: true, align: 'right' },
          { head: 'of stated', fit: true, align: 'right' },
        ],
        rows: shown.map((one) => [
          `${one === subject ? '▶' : ' '} ${one.now.estimate.title}`,
          needs(one.after),
          `${requestsOf(one)}${one.requests?.isZero() && !one.fixed.isZero() ? `, ${formatMoney(one.fixed)} fixed` : ''}`,
          one.requests?.isZero() || one.ofStated === null ? '' : timesOf(one),
        ]),
      },
      after: left === 0 ? [] : [`  ${left} more that cannot serve this: --all`],
    },
    { heading: null, under: [foot(costed, age), ...asideText(costed.estimate.agreement)] },
  ];
}

/** The most requests first; what is known only to be no more, last. */
function sorted(candidates: readonly Volume[]): readonly Volume[] {
  const most = (one: Volume) => one.requests ?? decimal('1e13');
  return ['exact', 'at-most'].flatMap((bound) => candidates.filter((one) => one.bound === bound).toSorted((a, b) => most(b).cmp(most(a))));
}

function requestsOf({ requests, bound }: Volume): string {
  if (requests === null) return 'over 1,000,000,000,000';
  // No fewer follow from what is not priced.
  if (requests.isZero()) return 'none';
  return `${bound === 'exact' ? '' : '≤ '}${formatQuantity(requests)}`;
}

function timesOf({ ofStated }: Volume): string {
  return ofStated === null ? '' : `× ${formatQuantity(ofStated.toSignificantDigits(3))}`;
}

function amountOf(one: Volume): string {
  if (one.requests?.isZero()) return 'no requests';
  return `${requestsOf(one).replace('≤ ', 'at most ')} requests a month`;
}

const SECONDS_AN_HOUR = '3600';

function said(one: Volume, { budget, stated }: Volumes, { estimate }: Costed): readonly string[] {
  const { requests, fixed, after, now } = one;
  if (requests?.isZero()) {
    const why = fixed.isZero() ? '' : `: ${formatMoney(fixed)} of its cost does not depend on requests`;
    return [`${formatExactMoney(budget)} a month buys no request${why}.`];
  }
  const rate =
    requests === null
      ? ''
      : `, ${formatQuantity(quotient(requests, estimate.hoursPerMonth.times(SECONDS_AN_HOUR)).toSignificantDigits(3))} a second on average`;
  const times =
    stated === null || stated.isZero()
      ? ''
      : ` The workload states ${formatQuantity(stated)}, which cost ${formatMoney(costOf(now.estimate))}.`;
  return [
    `What ${formatExactMoney(budget)} a month buys${rate}${fixed.isZero() ? '' : `; ${formatMoney(fixed)} of it does not depend on requests`}.${times}`,
    ...(after.verdict === 'no' && now.verdict !== 'no'
      ? [`At that volume it cannot serve this: ${sentence(shortcomings(after)[0] ?? '')}`]
      : []),
    ...notInPrice({ advised: now }, estimate),
  ];
}

function connections(subject: readonly SubjectPart[]): readonly string[] {
  const beside = subject.find(({ carries }) => carries === 'realtime')?.advised.estimate;
  return beside
    ? [`The connections cost ${formatMoney(costOf(beside), beside.bound)} a month beside it; the budget does not hold them.`]
    : [];
}
