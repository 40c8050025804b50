import type { AccountQuota } from '../../portfolio/account-quotas.ts';
import type { Report } from '../../portfolio/summary.ts';
import type { PartQuota } from '../../portfolio/watched.ts';
import { raisedText, sharersText } from '../quota-words.ts';
import { sentence } from '../recommend/words.ts';
import { part, quantity, text, type ReportTable } from './cells.ts';

/** The tables of what to do something about: quotas, findings. */

const MONEY = { fit: true, align: 'right' } as const;

/** Quotas that are near or past their limit. Those without a published limit are counted elsewhere: nobody can say how near they are. */
export function quotasTable({ quotas, accountQuotas }: Report): ReportTable {
  return {
    id: 'quotas',
    heading: 'Quotas near their limit',
    columns: [
      { head: 'Quota' },
      { head: 'Of' },
      { head: 'Used', align: 'right' },
      { head: 'Limit', align: 'right' },
      { head: 'Share', ...MONEY },
      { head: 'State', fit: true },
      { head: 'Raised' },
    ],
    rows: [
      ...pressing(accountQuotas).flatMap((one) => quotaRow(one, sharersText(one))),
      ...quotas.flatMap(({ item, one }) => quotaRow(one, item.workload.name)),
    ],
  };
}

/** Limits of accounts that are near or past. */
export function pressing(quotas: readonly AccountQuota[]): readonly AccountQuota[] {
  return quotas.filter(({ state }) => state === 'near' || state === 'over');
}

function quotaRow(one: AccountQuota | PartQuota, of: string): ReportTable['rows'] {
  if (one.limit === null) return [];
  return [
    [
      text(one.name),
      text(of),
      quantity(one.used, ''),
      quantity(one.limit, one.unit),
      part(one.share),
      text(one.state),
      text(raisedText(one)),
    ],
  ];
}

/** What the rule book says of each workload, the severest first. */
export function findingsTable({ findings }: Report): ReportTable {
  return {
    id: 'findings',
    heading: 'Findings',
    columns: [
      { head: 'Severity', fit: true },
      { head: 'Workload' },
      { head: 'Finding' },
      { head: 'Because' },
      { head: 'Do' },
      { head: 'Rule', fit: true },
    ],
    rows: findings.map(({ item, one }) => [
      text(one.severity),
      text(item.workload.name),
      text(sentence(one.rule.title)),
      text(sentence(one.because)),
      text(one.remedy),
      text(one.rule.id),
    ]),
  };
}
