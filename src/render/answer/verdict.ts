import { assumedSuppliers, beforeServers, unpriced, usable, type Advised } from '../../advise/advised.ts';
import type { Costed } from '../../advise/costed.ts';
import type { Move } from '../../advise/move.ts';
import type { Picked } from '../../advise/pick.ts';
import { boundSaid, costSaid, type SubjectCost, type SubjectPart } from '../../advise/subject.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import { isNegative, type Decimal } from '../../money/decimal.ts';
import { formatDollars, formatMoney } from '../../money/format.ts';
import { wantsText, yearly } from '../cost/words.ts';
import { withServers } from '../recommend/answer.ts';
import { both, sentence, shortcomings, withArticle } from '../recommend/words.ts';
import type { WorkloadEstimate } from '../../estimate/estimate.ts';
import type { Headline, Hinted, Section } from '../section.ts';

/** What is spoken of, what it costs a month and a year, and what is not in that: the first lines of every answer. */
export function verdict(costed: Costed, said: readonly (string | Hinted)[]): Section {
  const { subject, picks } = costed;
  const several = subject.length > 1;
  return {
    heading: null,
    headlines: [
      ...picks.flatMap((pick, index) => headlines(pick, subject[index], several, costed)),
      ...(several
        ? [
            {
              mark: ' ',
              text: 'Together',
              amounts: amounts(costSaid(subject, costed.estimate)),
            },
          ]
        : []),
    ],
    under: [...said, ...subject.flatMap((part) => notInPrice(part, costed.estimate))],
  };
}

/** The subject, and, where two could be signed for, both. */
function headlines(
  { carries, contested, advised: picked }: Picked,
  part: SubjectPart | undefined,
  several: boolean,
  costed: Costed,
): readonly Headline[] {
  if (part === undefined) return [];
  const { advised, by } = part;
  const of = several ? ` for the ${carries === 'realtime' ? 'connections' : 'requests'}` : '';
  const isNearest = by === 'pick' && !usable(advised) && advised.verdict !== 'unknown';
  const other = contested === null || advised !== picked ? null : contested.advised;
  return [
    ...(isNearest
      ? [
          {
            mark: '▶',
            text: `Nothing compared here can serve all of this${of}${withServers({ carries }, costed)}. The nearest:`,
            amounts: [],
          },
        ]
      : []),
    {
      mark: isNearest ? ' ' : '▶',
      text: `${advised.estimate.title}${by === 'in-use' ? ', in use' : ''}${of}`,
      amounts: amountsOf(advised, costed.estimate),
    },
    ...(other === null ? [] : [{ mark: ' ', text: `or ${other.estimate.title}`, amounts: [otherAmount(other)] }]),
  ];
}

function amountsOf(one: Advised, estimate: WorkloadEstimate): readonly string[] {
  if (beforeServers(one)) return [otherAmount(one)];
  return amounts({ cost: costOf(one.estimate), bound: boundSaid(one.estimate, estimate) });
}

/** Nothing states what the servers cost that some front doors are nothing without. */
function otherAmount(one: Advised): string {
  const { estimate } = one;
  if (beforeServers(one)) return `${formatMoney(costOf(estimate))} a month + servers`;
  return `${estimate.bound === 'exact' ? '' : 'at least '}${formatMoney(costOf(estimate))} a month`;
}

/** What it costs a month and a year. */
export function amounts({ cost, bound }: SubjectCost): readonly string[] {
  return [`${bound === 'exact' ? '' : 'at least '}${formatMoney(cost)} a month`, `${formatDollars(yearly(cost))} a year`];
}

export function outsideText(outside: readonly string[]): readonly string[] {
  return outside.length > 0 ? [`Not in the price: ${both(outside)}.`] : [];
}

/** What costs money and is in no total, of what is spoken of. */
export function notInPrice({ advised }: Pick<SubjectPart, 'advised'>, { notPriced }: WorkloadEstimate): readonly string[] {
  const { missing } = advised.estimate;
  const left = notPriced.filter(({ candidates }) => candidates.includes(advised.candidate.id)).map(({ what }) => what);
  const outside = [...new Set([...unpriced(advised), ...left])];
  return [...outsideText(outside), ...(missing.length > 0 ? [`At least, because ${wantsText(missing)}.`] : [])];
}

/** Whether to stay with what is in use, what moving saves and takes, and what blocks it. */
export function standing({ picks, subject, decision }: Costed): readonly string[] {
  return picks.flatMap(({ move }, index): readonly string[] => {
    if (move === null || subject[index]?.by !== 'in-use') return [];
    const open = decision.open.filter(({ yes }) => yes.some((leaf) => leaf === move.from.candidate.frontDoor)).length;
    const first = `First answer ${open === 1 ? 'the open question' : `the ${open} open questions`} that may need it.`;
    return [`${moveText(move)}${move.because === 'saves' && open > 0 ? ` ${first}` : ''}`];
  });
}

function moveText({ because, from, to, saving, effort, risk }: Move): string {
  const other = withArticle(to.estimate.title);
  const takes = `It is ${EFFORTS[effort]}: ${risk}.`;
  switch (because) {
    case 'same':
      return 'Stay: it is what recommend picks.';
    case 'nothing-better':
      return 'Stay for now: nothing compared here can serve all of this.';
    case 'unknown':
      return `Stay: it has all that is needed. What moving to ${other} would save is not known.`;
    case 'saves-nothing':
      return `Stay: it has all that is needed, and ${other} ${compared(saving)}.`;
    case 'saves':
      return `Move to ${other}: it saves ${formatMoney(saving ?? costOf(from.estimate))} a month. ${takes}`;
    case 'lacks':
      return `Move to ${other}, which ${compared(saving)}. What is in use cannot serve this: ${sentence(shortcomings(from)[0] ?? '')} ${takes}`;
  }
}

function compared(saving: Decimal | null): string {
  if (saving === null) return 'has a cost that is only partly known';
  if (saving.isZero()) return 'costs the same';
  return isNegative(saving) ? `costs ${formatMoney(saving.abs())} a month more` : `costs ${formatMoney(saving)} a month less`;
}

export const EFFORTS = { setting: 'a setting', code: 'a change of code', migration: 'a migration' } as const;

/** Under what the pick holds: help that is priced at a default, and totals of which a part is not known. */
export function holdsIf({ advised, unless, undecided }: Picked): readonly string[] {
  const suppliers = assumedSuppliers(advised);
  const cost = suppliers.length > 1 ? 'cost' : 'costs';
  return [
    ...(unless === null ? [] : [`It holds unless ${both(suppliers)} ${cost} more than ${formatMoney(unless)} a month.`]),
    ...undecided.map(
      ({ advised: other, amount }) =>
        `Cheaper may be ${withArticle(other.estimate.title)}: if what is not known of it costs less than ${formatMoney(amount)} a month.`,
    ),
  ];
}
