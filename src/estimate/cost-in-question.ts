import { sum, type Decimal } from '../money/decimal.ts';

/**
 * The cost that comparisons, sums and picks go by, of a row, an estimate or a quote: what the contract makes of it, and else
 * what AWS lists. Whoever wants a cost asks here, and whoever wants list cost by name, as a document does, says `listCost`.
 */
export function costOf<Cost extends Decimal | null>({ listCost, contractedCost }: Costs<Cost>): Cost {
  return contractedCost === undefined ? listCost : contractedCost;
}

/** Which contracted costs are absent wherever no contract is laid. */
interface Costs<Cost> {
  readonly listCost: Cost;
  readonly contractedCost?: Cost;
}

/** What rows cost together; a row that nobody can price adds nothing. */
export function totalOf(rows: readonly Costs<Decimal | null>[]): Decimal {
  return sum(rows.flatMap((row) => costOf(row) ?? []));
}

/** What AWS lists for rows together; what it does not list adds nothing. */
export function listTotalOf(rows: readonly Costs<Decimal | null>[]): Decimal {
  return sum(rows.flatMap(({ listCost }) => listCost ?? []));
}

/** What a contract saves on some things together; null where AWS lists no price for a part of them. */
export function savedOn(costs: readonly (Costs<Decimal> & { readonly lineItems: readonly Costs<Decimal | null>[] })[]): Decimal | null {
  const areListed = costs.length > 0 && costs.every(({ lineItems }) => isListed(lineItems));
  return areListed ? listTotalOf(costs).minus(totalOf(costs)) : null;
}

/** Whether AWS lists a price for all of some rows. */
export function isListed(rows: readonly Costs<Decimal | null>[]): boolean {
  return rows.every(({ listCost }) => listCost !== null);
}

/** The price of one unit by which a row costs what it costs. */
export function unitPriceOf({ listUnitPrice, contractedUnitPrice }: UnitPrices): Decimal | null {
  return contractedUnitPrice === undefined ? listUnitPrice : contractedUnitPrice;
}

interface UnitPrices {
  readonly listUnitPrice: Decimal | null;
  readonly contractedUnitPrice?: Decimal | null;
}
