import type { Item } from '../../portfolio/item.ts';
import type { Report } from '../../portfolio/summary.ts';
import { listOf, type LineItem } from '../../estimate/line-item.ts';
import { costOf, unitPriceOf } from '../../estimate/cost-in-question.ts';
import { plain, type Decimal } from '../../money/decimal.ts';
import { SKUS, type Service } from '../../pricebook/skus.ts';
import { jsonLine } from '../../documents/json.ts';

/** One row of an estimate as FOCUS sees it. */
export interface Charge {
  readonly report: Report;
  readonly item: Item;
  readonly row: LineItem;
}

/** A column of FOCUS 1.2: what stands in it, or why an estimate leaves it empty. */
export interface FocusColumn {
  readonly name: string;
  /** In words, for docs/focus.md. */
  readonly holds?: string;
  readonly empty?: string;
  value?(charge: Charge): string | null;
}

const filled = (name: string, holds: string, value: NonNullable<FocusColumn['value']>): FocusColumn => ({ name, holds, value });
const left = (name: string, empty: string): FocusColumn => ({ name, empty });
const constant = (name: string, value: string): FocusColumn => ({ name, holds: `always ${value}`, value: () => value });

const written = (value: Decimal | null) => value && plain(value);

const NO_INVOICE = 'nothing has been invoiced';
const NO_COMMITMENT = 'an estimate knows no reservations and no Savings Plans';
const NO_RESOURCE = 'an estimate has no resources of AWS';

/** https://focus.finops.org/focus-columns/ , version 1.2, in alphabetical order as AWS exports it; columns with x_ are ours. */
export const FOCUS_COLUMNS: readonly FocusColumn[] = [
  left('AvailabilityZone', 'nothing priced here is of one zone'),
  left('BilledCost', NO_INVOICE),
  filled('BillingAccountId', '`payer` of the workload', ({ item }) => item.workload.payer ?? null),
  left('BillingAccountName', 'workloads give ids'),
  left('BillingAccountType', 'workloads do not say'),
  constant('BillingCurrency', 'USD'),
  filled('BillingPeriodEnd', 'the first moment after `--month`', ({ report }) => endOf(report)),
  filled('BillingPeriodStart', 'the first moment of `--month`', ({ report }) => startOf(report)),
  left('CapacityReservationId', NO_COMMITMENT),
  left('CapacityReservationStatus', NO_COMMITMENT),
  filled('ChargeCategory', 'Usage; Adjustment for what is missing of a commitment', () => 'Usage'),
  left('ChargeClass', 'it marks corrections'),
  filled('ChargeDescription', 'what was priced, with details', ({ row }) => [SKUS[row.sku].title, row.note].filter(Boolean).join(', ')),
  constant('ChargeFrequency', 'Usage-Based'),
  filled('ChargePeriodEnd', 'as BillingPeriodEnd', ({ report }) => endOf(report)),
  filled('ChargePeriodStart', 'as BillingPeriodStart', ({ report }) => startOf(report)),
  left('CommitmentDiscountCategory', NO_COMMITMENT),
  left('CommitmentDiscountId', NO_COMMITMENT),
  left('CommitmentDiscountName', NO_COMMITMENT),
  left('CommitmentDiscountQuantity', NO_COMMITMENT),
  left('CommitmentDiscountStatus', NO_COMMITMENT),
  left('CommitmentDiscountType', NO_COMMITMENT),
  left('CommitmentDiscountUnit', NO_COMMITMENT),
  filled('ConsumedQuantity', 'what the customer uses: requests, bytes', ({ row }) => plain(row.consumedQuantity)),
  filled('ConsumedUnit', 'its unit', ({ row }) => row.consumedUnit),
  filled('ContractedCost', 'PricingQuantity × ContractedUnitPrice, to the last digit', ({ row }) => written(costOf(row))),
  filled(
    'ContractedUnitPrice',
    'the price by the contract with `--cost contracted`; as ListUnitPrice without it, and where the contract leaves that',
    ({ row }) => written(unitPriceOf(row)),
  ),
  left('EffectiveCost', 'it is amortised after commitments, which an estimate does not know'),
  left('InvoiceId', NO_INVOICE),
  constant('InvoiceIssuerName', 'Amazon Web Services, Inc.'),
  filled('ListCost', 'PricingQuantity × ListUnitPrice, to the last digit; empty where no price is published', ({ row }) =>
    written(row.listCost),
  ),
  filled('ListUnitPrice', 'the published price of one unit in this tier; empty where there is none', ({ row }) =>
    written(row.listUnitPrice),
  ),
  constant('PricingCategory', 'Standard'),
  constant('PricingCurrency', 'USD'),
  left('PricingCurrencyContractedUnitPrice', 'the same currency'),
  left('PricingCurrencyEffectiveCost', 'as EffectiveCost'),
  left('PricingCurrencyListUnitPrice', 'the same currency'),
  filled('PricingQuantity', 'what AWS counts of it in this tier, after its increments', ({ row }) => plain(row.pricingQuantity)),
  filled('PricingUnit', 'its unit', ({ row }) => row.pricingUnit),
  constant('ProviderName', 'AWS'),
  constant('PublisherName', 'Amazon Web Services, Inc.'),
  filled('RegionId', 'the Region; empty for what CloudFront bills by geography', ({ row }) =>
    'region' in row.place ? row.place.region : null,
  ),
  left('RegionName', 'RegionId says it'),
  left('ResourceId', NO_RESOURCE),
  filled('ResourceName', 'the name of the workload', ({ item }) => item.workload.name),
  filled('ResourceType', 'what it is built as', ({ item }) => item.parts.map(({ candidate }) => candidate.title).join(' + ')),
  filled(
    'ServiceCategory',
    'as AWS’s own exports classify the service; as FOCUS does where they are not known to',
    ({ row }) => CATEGORIES[SKUS[row.sku].service],
  ),
  filled('ServiceName', 'the AWS service that bills it', ({ row }) => SKUS[row.sku].service),
  left('ServiceSubcategory', 'how AWS subdivides is not published'),
  filled('SkuId', 'the first part of AWS’s rate code, where it is known', ({ row }) => row.skuPriceId?.split('.')[0] ?? null),
  filled('SkuMeter', 'AWS’s usage type, where it is known', ({ row }) => row.usageType),
  left('SkuPriceDetails', 'SkuPriceId leads to them'),
  filled('SkuPriceId', 'AWS’s rate code, where it is known', ({ row }) => row.skuPriceId),
  filled('SubAccountId', '`account` of the workload', ({ item }) => item.workload.account ?? null),
  left('SubAccountName', 'workloads give ids'),
  left('SubAccountType', 'workloads do not say'),
  filled('Tags', 'tags of the workload, as JSON', ({ item }) => jsonLine(item.workload.tags ?? {})),
  filled('x_Sku', 'sku, as in [prices](prices.md)', ({ row }) => row.sku),
  filled('x_Geography', 'geography of CloudFront', ({ row }) => ('geography' in row.place ? row.place.geography : null)),
  filled('x_Side', 'front-door or backend', ({ row }) => row.side),
  filled('x_Hop', 'what metered it', ({ row }) => row.hop),
  filled('x_Bound', 'at-least where some price of the workload is missing', ({ item }) => item.bound),
  filled('x_Missing', 'what in the workload has no price, and why: not-published, not-in-sheet or not-stated', ({ item }) =>
    item.missing.map(({ sku, want }) => `${sku}: ${want}`).join('; '),
  ),
  filled('x_File', 'file of the workload', ({ item }) => item.file),
  filled('x_PriceList', 'the list that ListUnitPrice is from: packaged, or imported', ({ row }) => listOf(row)),
  filled('x_Published', 'when AWS published ListUnitPrice', ({ row }) => row.published),
];

/**
 * As the rows of AWS in FOCUS's sample data have it (Step Functions as Compute among them):
 * https://github.com/FinOps-Open-Cost-and-Usage-Spec/FOCUS-Sample-Data , focus_sample.csv of FOCUS 1.0. X-Ray, EventBridge, Kinesis,
 * Data Firehose and Cloud Map, of which it has no row, stand where FOCUS 1.2 puts them: supporting_content/columns/servicesubcategory.md of
 * https://github.com/FinOps-Open-Cost-and-Usage-Spec/FOCUS_Spec . Data transfer bills the network.
 */
const CATEGORIES = {
  'Amazon API Gateway': 'Networking',
  'Amazon CloudFront': 'Networking',
  'Amazon CloudWatch': 'Management and Governance',
  'Amazon Data Firehose': 'Analytics',
  'Amazon DynamoDB': 'Databases',
  'Amazon EC2': 'Compute',
  'Amazon EventBridge': 'Integration',
  'Amazon Kinesis': 'Analytics',
  'Amazon S3': 'Storage',
  'Amazon SNS': 'Integration',
  'Amazon SQS': 'Integration',
  'Amazon VPC': 'Networking',
  'AWS Cloud Map': 'Networking',
  'AWS Data Transfer': 'Networking',
  'AWS Lambda': 'Compute',
  'Amazon ECS': 'Compute',
  'Your servers': 'Compute',
  'AWS Step Functions': 'Compute',
  'AWS Systems Manager': 'Management and Governance',
  'AWS WAF': 'Security',
  'AWS X-Ray': 'Management and Governance',
  'Elastic Load Balancing': 'Networking',
} as const satisfies Readonly<Record<Service, string>>;

function startOf({ month }: Report): string | null {
  return month === null ? null : `${month}-01T00:00:00Z`;
}

/** The first moment after the month. */
function endOf({ month }: Report): string | null {
  if (month === null) return null;
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01-01T00:00:00Z` : `${year}-${String(number + 1).padStart(2, '0')}-01T00:00:00Z`;
}

/** The period that every charge of a report is for. */
export const PERIOD = { start: startOf, end: endOf };
