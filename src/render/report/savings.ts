import type { Opportunity } from '../../advise/savings/index.ts';
import type { Decimal } from '../../money/decimal.ts';
import type { Report } from '../../portfolio/summary.ts';
import { EFFORTS } from '../../advise/savings/saving.ts';
import type { Watched } from '../../portfolio/watched.ts';
import { capital, sentence } from '../recommend/words.ts';
import { dollars, text, type ReportTable } from './cells.ts';

/** A saving, and its part of what can be saved together; null for an alternative to others of its workload. */
export interface Listed extends Watched<Opportunity> {
  readonly part: Decimal | null;
}

/** What each saving would be alone, which the sum is not made of. */
export const BY_ITSELF = 'Each is what it would save by itself; the sum is of those that can be combined, on the whole bill.';

/** Savings with the least work first, the most dollars first among equals; alternatives to them after all others. */
export function inOrderOfWork({ savings, together }: Report): readonly Listed[] {
  const parts = new Map(together?.steps.map(({ one, part }) => [one, part]));
  const rank = ({ one, part }: Listed) => (part === null ? EFFORTS.length : 0) + EFFORTS.indexOf(one.saving.effort);
  return savings
    .map(({ item, one }): Listed => ({ item, one, part: parts.get(one) ?? null }))
    .toSorted((a, b) => rank(a) - rank(b) || b.one.amount.cmp(a.one.amount));
}

const MONEY = { fit: true, align: 'right' } as const;

/** Savings with both of their estimates, the least work first. */
export function savingsTable(report: Report): ReportTable {
  return {
    id: 'savings',
    heading: 'What would cost less',
    addUp: ['Of the sum'],
    columns: [
      { head: 'Saves', ...MONEY },
      { head: 'Of the sum', ...MONEY },
      { head: 'Workload' },
      { head: 'Now', ...MONEY },
      { head: 'Then', ...MONEY },
      { head: 'With' },
      { head: 'Effort', fit: true },
      { head: 'Because' },
      { head: 'Risk' },
      { head: 'First settle' },
      { head: 'Id', fit: true },
    ],
    rows: inOrderOfWork(report).map(({ item, one, part }) => [
      dollars(one.amount),
      part === null ? text('') : dollars(part),
      text(item.workload.name),
      dollars(one.today),
      dollars(one.instead),
      text(capital(one.change)),
      text(one.saving.effort),
      text(sentence(one.because)),
      text(sentence(one.saving.risk)),
      text(one.blockers.join('; ')),
      text(one.saving.id),
    ]),
  };
}
