import type { Item } from '../portfolio/item.ts';
import type { Report } from '../portfolio/summary.ts';
import type { LineItem } from '../estimate/line-item.ts';
import { plain } from '../money/decimal.ts';
import { SKUS } from '../pricebook/skus.ts';

/** One row of an estimate as FOCUS sees it. */
export interface Charge {
  readonly report: Report;
  readonly item: Item;
  readonly row: LineItem;
}

/** A column of FOCUS 1.2: what stands in it, or why an estimate leaves it empty. */
export interface FocusColumn {
  readonly name: string;
  readonly empty?: string;
  value?(charge: Charge): string | null;
}

const filled = (name: string, value: NonNullable<FocusColumn['value']>): FocusColumn => ({ name, value });
const left = (name: string, empty: string): FocusColumn => ({ name, empty });
const constant = (name: string, value: string): FocusColumn => ({ name, value: () => value });

const NO_INVOICE = 'nothing has been invoiced';
const NO_COMMITMENT = 'list prices, no commitments';
const NO_RESOURCE = 'an estimate has no resources of AWS';

/** https://focus.finops.org/focus-columns/ , version 1.2, in alphabetical order as AWS exports it; columns with x_ are ours. */
export const FOCUS_COLUMNS: readonly FocusColumn[] = [
  left('AvailabilityZone', 'nothing priced here is of one zone'),
  left('BilledCost', NO_INVOICE),
  filled('BillingAccountId', ({ item }) => item.workload.payer ?? null),
  left('BillingAccountName', 'workloads give ids'),
  left('BillingAccountType', 'workloads do not say'),
  constant('BillingCurrency', 'USD'),
  filled('BillingPeriodEnd', ({ report }) => endOf(report)),
  filled('BillingPeriodStart', ({ report }) => startOf(report)),
  left('CapacityReservationId', NO_COMMITMENT),
  left('CapacityReservationStatus', NO_COMMITMENT),
  constant('ChargeCategory', 'Usage'),
  left('ChargeClass', 'it marks corrections'),
  filled('ChargeDescription', ({ row }) => [SKUS[row.sku].title, row.note].filter(Boolean).join(', ')),
  constant('ChargeFrequency', 'Usage-Based'),
  filled('ChargePeriodEnd', ({ report }) => endOf(report)),
  filled('ChargePeriodStart', ({ report }) => startOf(report)),
  left('CommitmentDiscountCategory', NO_COMMITMENT),
  left('CommitmentDiscountId', NO_COMMITMENT),
  left('CommitmentDiscountName', NO_COMMITMENT),
  left('CommitmentDiscountQuantity', NO_COMMITMENT),
  left('CommitmentDiscountStatus', NO_COMMITMENT),
  left('CommitmentDiscountType', NO_COMMITMENT),
  left('CommitmentDiscountUnit', NO_COMMITMENT),
  filled('ConsumedQuantity', ({ row }) => plain(row.consumedQuantity)),
  filled('ConsumedUnit', ({ row }) => row.consumedUnit),
  filled('ContractedCost', ({ row }) => row.listCost && plain(row.listCost)),
  filled('ContractedUnitPrice', ({ row }) => row.listUnitPrice && plain(row.listUnitPrice)),
  left('EffectiveCost', 'it is amortised after commitments, which an estimate does not know'),
  left('InvoiceId', NO_INVOICE),
  constant('InvoiceIssuerName', 'Amazon Web Services, Inc.'),
  filled('ListCost', ({ row }) => row.listCost && plain(row.listCost)),
  filled('ListUnitPrice', ({ row }) => row.listUnitPrice && plain(row.listUnitPrice)),
  constant('PricingCategory', 'Standard'),
  constant('PricingCurrency', 'USD'),
  left('PricingCurrencyContractedUnitPrice', 'the same currency'),
  left('PricingCurrencyEffectiveCost', 'as EffectiveCost'),
  left('PricingCurrencyListUnitPrice', 'the same currency'),
  filled('PricingQuantity', ({ row }) => plain(row.pricingQuantity)),
  filled('PricingUnit', ({ row }) => row.pricingUnit),
  constant('ProviderName', 'AWS'),
  constant('PublisherName', 'Amazon Web Services, Inc.'),
  filled('RegionId', ({ row }) => ('region' in row.place ? row.place.region : null)),
  left('RegionName', 'RegionId says it'),
  left('ResourceId', NO_RESOURCE),
  filled('ResourceName', ({ item }) => item.workload.name),
  filled('ResourceType', ({ item }) => item.parts.map(({ advised }) => advised.candidate.title).join(' + ')),
  filled('ServiceCategory', ({ row }) => CATEGORIES[SKUS[row.sku].service] ?? null),
  filled('ServiceName', ({ row }) => SKUS[row.sku].service),
  left('ServiceSubcategory', 'not established for every service'),
  filled('SkuId', ({ row }) => row.skuPriceId?.split('.')[0] ?? null),
  filled('SkuMeter', ({ row }) => row.usageType),
  left('SkuPriceDetails', 'SkuPriceId leads to them'),
  filled('SkuPriceId', ({ row }) => row.skuPriceId),
  filled('SubAccountId', ({ item }) => item.workload.account ?? null),
  left('SubAccountName', 'workloads give ids'),
  left('SubAccountType', 'workloads do not say'),
  filled('Tags', ({ item }) => JSON.stringify(item.workload.tags ?? {})),
  filled('x_Sku', ({ row }) => row.sku),
  filled('x_Geography', ({ row }) => ('geography' in row.place ? row.place.geography : null)),
  filled('x_Side', ({ row }) => row.side),
  filled('x_Hop', ({ row }) => row.hop),
  filled('x_Bound', ({ item }) => item.bound),
  filled('x_File', ({ item }) => item.file),
];

/** As AWS's own FOCUS exports classify them. */
const CATEGORIES: Readonly<Record<string, string>> = {
  'Amazon API Gateway': 'Networking',
  'Elastic Load Balancing': 'Networking',
  'Amazon CloudFront': 'Networking',
  'Amazon VPC': 'Networking',
  'AWS Data Transfer': 'Networking',
  'AWS Lambda': 'Compute',
  'Amazon CloudWatch': 'Management and Governance',
  'AWS WAF': 'Security',
};

function startOf({ month }: Report): string | null {
  return month === null ? null : `${month}-01T00:00:00Z`;
}

/** The first moment after the month. */
function endOf({ month }: Report): string | null {
  if (month === null) return null;
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01-01T00:00:00Z` : `${year}-${String(number + 1).padStart(2, '0')}-01T00:00:00Z`;
}
