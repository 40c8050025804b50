import { sum, type Decimal } from '../money/decimal.ts';

/**
 * The cost that comparisons, sums and picks go by, of a row, an estimate or a quote: what AWS lists. Whoever wants a cost
 * asks here, and whoever wants list cost by name, as a document does, says `listCost`.
 */
export function costOf<Cost extends Decimal | null>({ listCost }: { readonly listCost: Cost }): Cost {
  return listCost;
}

/** What rows cost together; a row that nobody can price adds nothing. */
export function totalOf(rows: readonly { readonly listCost: Decimal | null }[]): Decimal {
  return sum(rows.flatMap((row) => costOf(row) ?? []));
}
