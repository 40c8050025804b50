import { decimal, type Decimal } from '../money/decimal.ts';
import type { PlanId } from '../workload/edge-fields.ts';

/** What a plan allows in a month. Past it nothing is charged; if it lasts, answers may come from fewer or more distant places. */
export interface Allowance {
  readonly requests: Decimal;
  /** Data to viewers, in GB of 2^30 bytes: AWS's offer writes 50 TB as 51,200 GB. */
  readonly gigabytes: Decimal;
}

export const PLANS_PAGE = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html';

const allows = (requests: string, gigabytes: string): Allowance => ({ requests: decimal(requests), gigabytes: decimal(gigabytes) });

/** AWS Price List offer CloudFrontPlans of 2026-09-11; for Premium the developer guide (PLANS_PAGE), whose TB are taken for 1,024 GB too. */
export const PLANS: Readonly<Record<PlanId, Allowance>> = {
  free: allows('1000000', '100'),
  pro: allows('10000000', '51200'),
  business: allows('125000000', '51200'),
  premium: allows('500000000', '51200'),
  'premium-75tb': allows('750000000', '76800'),
  'premium-125tb': allows('1250000000', '128000'),
  'premium-200tb': allows('2000000000', '204800'),
  'premium-350tb': allows('3500000000', '358400'),
  'premium-600tb': allows('6000000000', '614400'),
};

/** The name of a plan in a sentence. */
export function planName(id: PlanId): string {
  const [name = '', level] = id.split('-');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${level === undefined ? '' : ` (${level.replace('tb', ' TB')})`}`;
}

/** Which part of what a plan allows is not enough for a month; null where both are. Data that nobody knows is not judged. */
export function exceeds(
  { requests, gigabytes }: { readonly requests: Decimal; readonly gigabytes: Decimal | null },
  plan: PlanId,
): keyof Allowance | null {
  if (requests.gt(PLANS[plan].requests)) return 'requests';
  return gigabytes?.gt(PLANS[plan].gigabytes) ? 'gigabytes' : null;
}
