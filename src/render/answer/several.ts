import type { Costed } from '../../advise/costed.ts';
import type { Agreement } from '../../pricebook/contract.ts';
import { costSaid, type SubjectCost } from '../../advise/subject.ts';
import { formatDollars, formatMoney } from '../../money/format.ts';
import { yearly } from '../cost/words.ts';
import { counted } from '../report/words.ts';
import { asideText, togetherText } from '../contract-words.ts';
import type { Section } from '../section.ts';

/** Several workloads: a line each, and what they cost together. */
export function severalSections(costs: readonly Costed[], total: SubjectCost, agreement: Agreement | null): readonly Section[] {
  return [
    {
      heading: null,
      headlines: [
        {
          mark: '▶',
          text: counted(costs.length, 'workload'),
          amounts: [`${formatMoney(total.cost, total.bound)} a month`, `${formatDollars(yearly(total.cost))} a year`],
        },
      ],
      under: togetherText(agreement, costs),
    },
    {
      heading: null,
      table: {
        open: true,
        columns: [
          { head: '  Workload', fit: true },
          { head: 'Built as' },
          { head: 'State', fit: true },
          { head: 'A month', fit: true, align: 'right' },
        ],
        rows: costs.map((one) => {
          const { cost, bound } = costSaid(one.subject, one.estimate);
          return [
            `  ${one.estimate.workload}`,
            one.subject.map(({ advised }) => advised.estimate.title).join(' + '),
            state(one),
            one.subject.length === 0 ? 'not known' : formatMoney(cost, bound),
          ];
        }),
      },
      after: ['  --each prints every one of them in full'],
    },
    { heading: null, under: asideText(agreement) },
  ];
}

function state({ outcome, picks, decision }: Costed): string {
  const move = picks.find((one) => one.move !== null)?.move;
  if (move) return move.verdict === 'move' ? `move to ${move.to.candidate.id}` : 'stay';
  if (outcome === 'no-fit') return 'no fit';
  if (picks.some(({ contested }) => contested !== null)) return 'contested';
  return outcome === 'ask' && decision.open.length > 0 ? `${decision.open.length} open` : outcome;
}
