import type { Item } from '../../portfolio/item.ts';
import type { Report } from '../../portfolio/summary.ts';
import { plain } from '../../money/decimal.ts';
import type { CommitmentUse } from '../../portfolio/commitments.ts';
import { csvText } from './text.ts';
import { FOCUS_COLUMNS, PERIOD } from './focus-columns.ts';

/**
 * One row for each line item of each workload, under the column names of FOCUS 1.2. Cells that a spreadsheet would run as
 * formulas are neutralised. In pieces, workload by workload: the cells of ten thousand weigh ten times their text.
 */
export function* reportCsv(report: Report): Iterable<string> {
  const cells = (item: Item) => item.lineItems.map((row) => FOCUS_COLUMNS.map(({ value }) => value?.({ report, item, row }) ?? ''));
  yield csvText([FOCUS_COLUMNS.map(({ name }) => name)]);
  for (const item of report.portfolio.items) yield csvText(cells(item));
  const short = report.portfolio.committed?.uses.filter(({ shortfall }) => !shortfall.isZero()) ?? [];
  if (short.length > 0) yield csvText(short.map((use) => missingOf(use, report)));
}

/**
 * What is paid for a commitment although it was not used: no usage of a workload, and no price for a quantity. FOCUS has for such a
 * charge what is billed in both costs.
 */
function missingOf({ services, shortfall }: CommitmentUse, report: Report): readonly string[] {
  const cost = plain(shortfall);
  const values: Readonly<Record<string, string>> = {
    BillingCurrency: 'USD',
    BillingPeriodStart: PERIOD.start(report) ?? '',
    BillingPeriodEnd: PERIOD.end(report) ?? '',
    ChargePeriodStart: PERIOD.start(report) ?? '',
    ChargePeriodEnd: PERIOD.end(report) ?? '',
    ChargeCategory: 'Adjustment',
    ChargeDescription: 'What is missing of a commitment',
    ChargeFrequency: 'Recurring',
    ContractedCost: cost,
    InvoiceIssuerName: 'Amazon Web Services, Inc.',
    ListCost: cost,
    PricingCurrency: 'USD',
    ProviderName: 'AWS',
    PublisherName: 'Amazon Web Services, Inc.',
    ServiceCategory: 'Other',
    ServiceName: services?.length === 1 ? (services[0] ?? '') : '',
  };
  return FOCUS_COLUMNS.map(({ name }) => values[name] ?? '');
}
