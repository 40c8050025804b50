import { costOf } from '../estimate/cost-in-question.ts';
import { max, sum, ZERO, type Decimal } from '../money/decimal.ts';
import { coverOf, type Commitment } from '../pricebook/contract.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { SKUS, type Service } from '../pricebook/skus.ts';
import type { Item } from './item.ts';

/** A commitment, and what is paid for it although it was not used. */
export interface CommitmentUse extends Commitment {
  /** What counts towards it: costs of workloads, what an earlier commitment adds, and what is stated besides. */
  readonly counted: Decimal;
  /** What is missing of it. */
  readonly shortfall: Decimal;
  /** `at-most` where a part of what counts has no price. */
  readonly bound: 'exact' | 'at-most';
}

/** What a month comes to with what its commitments add. */
export interface Committed {
  readonly uses: readonly CommitmentUse[];
  /** What is missing of all of them. */
  readonly shortfall: Decimal;
}

/** What a bill has of a workload. */
type Billed = Pick<Item, 'workload' | 'lineItems' | 'missing'>;

/**
 * Holds the bill against the commitments of its contract: those of services first, then those of the whole bill, in the order of
 * the contract. What is missing of one is a charge like any other, so it counts towards those of the whole bill after it.
 */
export function committedOf(items: readonly Billed[], { contract }: Pick<PriceBook, 'contract'>): Committed | null {
  if (contract === null || contract.commitments.length === 0) return null;
  const covered = items.filter(({ workload }) => coverOf(contract, workload) !== 'not-covered');
  const uses: CommitmentUse[] = [];
  const { commitments } = contract;
  const inOrder = [...commitments.filter(({ services }) => services !== null), ...commitments.filter(({ services }) => services === null)];
  for (const commitment of inOrder) {
    const { services, monthly, besides } = commitment;
    const added = services === null ? uses.map((one) => one.shortfall) : [];
    const counted = sum([costIn(covered, services), besides ?? ZERO, ...added]);
    const bound = covered.some((item) => isOpen(item, services)) ? 'at-most' : 'exact';
    uses.push({ ...commitment, counted, shortfall: max(monthly.minus(counted), ZERO), bound });
  }
  return { uses, shortfall: sum(uses.map((one) => one.shortfall)) };
}

const isOf = (services: readonly Service[] | null) => (row: { readonly sku: keyof typeof SKUS }) =>
  services === null ? SKUS[row.sku].scope !== 'stated' : services.includes(SKUS[row.sku].service);

/** By rows: how the bill is divided among workloads moves nothing between services. */
function costIn(items: readonly Pick<Billed, 'lineItems'>[], services: readonly Service[] | null): Decimal {
  return sum(items.flatMap(({ lineItems }) => lineItems.filter(isOf(services)).map((row) => costOf(row) ?? ZERO)));
}

function isOpen({ missing }: Billed, services: readonly Service[] | null): boolean {
  return missing.some(isOf(services));
}
