import type { Costed } from '../../advise/costed.ts';
import { costSaid, type SubjectCost } from '../../advise/subject.ts';
import { formatDollars, formatMoney } from '../../money/format.ts';
import { yearly } from '../cost/words.ts';
import { counted } from '../report/words.ts';
import type { Section } from '../section.ts';

/** Several workloads: a line each, and what they cost together. */
export function severalSections(costs: readonly Costed[], total: SubjectCost): readonly Section[] {
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
  ];
}

function state({ outcome, picks, decision }: Costed): string {
  const move = picks.find((one) => one.move !== null)?.move;
  if (move) return move.verdict === 'move' ? `move to ${move.to.candidate.id}` : 'stay';
  if (outcome === 'no-fit') return 'no fit';
  if (picks.some(({ contested }) => contested !== null)) return 'contested';
  return outcome === 'ask' && decision.open.length > 0 ? `${decision.open.length} open` : outcome;
}
