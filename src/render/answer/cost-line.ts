import type { SubjectPart } from '../../advise/subject.ts';
import { totalOf } from '../../estimate/cost-in-question.ts';
import type { LineItem } from '../../estimate/line-item.ts';
import { sum } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { SKUS } from '../../pricebook/skus.ts';

/** As many as an eye takes in; what the rest comes to is said. */
const MOST = 5;

/** What the subject is billed for, the most first: `CloudFront HTTPS requests $103.88 · Web ACL requests $60.00`. */
export function costLine(subject: readonly SubjectPart[]): readonly string[] {
  const byTitle = new Map<string, LineItem[]>();
  for (const item of subject.flatMap(({ advised }) => advised.estimate.lineItems)) {
    const { title } = SKUS[item.sku];
    byTitle.set(title, [...(byTitle.get(title) ?? []), item]);
  }
  const amounts = [...byTitle]
    .map(([title, items]) => ({ title, cost: totalOf(items) }))
    .filter(({ cost }) => cost.gte('0.005'))
    .toSorted((a, b) => b.cost.cmp(a.cost));
  const most = subject.length > 1 ? MOST - 1 : MOST;
  const shown = amounts.length === most + 1 ? amounts : amounts.slice(0, most);
  const rest = amounts.slice(shown.length);
  return [
    ...shown.map(({ title, cost }) => `${title} ${formatMoney(cost)}`),
    ...(rest.length > 0 ? [`${rest.length} more ${formatMoney(sum(rest.map(({ cost }) => cost)))}`] : []),
  ];
}
