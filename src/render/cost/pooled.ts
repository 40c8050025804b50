import type { Decimal } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';

import { sharingText } from '../report/method.ts';
import { builtAs, counted } from '../report/words.ts';
import type { Section } from '../section.ts';

const MONEY = { fit: true, align: 'right' } as const;

/** Many workloads as one bill, beside what each costs alone. */
export function pooledSections({ items, cost, aloneCost, bound, allocation }: Portfolio): readonly Section[] {
  return [
    {
      heading: null,
      lead: `${formatMoney(cost, bound)} a month for ${counted(items.length, 'workload')} together${
        aloneCost.eq(cost)
          ? '; sharing tiers saves nothing'
          : `, ${formatMoney(aloneCost, bound)} one by one: ${sharing(aloneCost.minus(cost))}`
      }${bound === 'exact' ? '' : ' of what is known'}.`,
      table: {
        columns: [{ head: 'Workload' }, { head: 'Built as' }, { head: 'Alone', ...MONEY }, { head: 'Pooled', ...MONEY }],
        rows: [
          ...items.map((one) => [one.workload.name, builtAs(one), formatMoney(one.aloneCost, one.bound), formatMoney(one.cost, one.bound)]),
          ['All', '', formatMoney(aloneCost, bound), formatMoney(cost, bound)],
        ],
      },
      after: [sharingText(allocation)],
    },
  ];
}

/** Alone, each workload has the allowances to itself; together they have them once. */
function sharing(saved: Decimal): string {
  if (saved.gt('0')) return `sharing tiers saves ${formatMoney(saved)}`;
  return `sharing the allowances that never expire costs ${formatMoney(saved.neg())} more than sharing tiers saves`;
}
