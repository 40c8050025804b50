import { ZERO, type Decimal } from '../money/decimal.ts';
import type { Cells } from './cells.ts';
import type { RawRate } from './sheet.ts';

/** A tier as it stands in a sheet, its source still a name. */
interface Band {
  readonly from: Decimal;
  readonly unitPrice: Decimal | null;
  readonly skuPriceId: string | null;
  readonly source: string;
  readonly effective: string | null;
  readonly unavailable: string | null;
}

/**
 * The tiers of a rate, from nothing up.
 * @throws PriceError where a cell is no such thing as it should be, or the tiers do not rise.
 */
export function bandsOf(rate: RawRate, path: string, cells: Cells): readonly Band[] {
  let before: Decimal | null = null;
  const tiers = cells.list(rate.tiers, () => `${path}.tiers`);
  if (tiers.length === 0) cells.refuse(tiers, `${path}.tiers`, 'a rate has one tier at least');
  return tiers.map((tier, index): Band => {
    const at = (field: string) => `${path}.tiers[${index}]${field}`;
    const written: unknown = cells.record(tier, () => at('')).from;
    const from = written === '0' ? ZERO : cells.amount(written, () => at('.from'));
    if (before === null ? !from.isZero() : from.lte(before)) cells.refuse(written, at('.from'), 'tiers begin at 0 and rise');
    before = from;
    if ('unavailable' in tier) {
      const unavailable = cells.text(tier.unavailable, () => at('.unavailable'));
      return { from, unitPrice: null, skuPriceId: null, source: rate.source, effective: null, unavailable };
    }
    const unitPrice = cells.amount(tier.price, () => at('.price'));
    return {
      from,
      unitPrice,
      skuPriceId: tier.rateCode ?? null,
      source: tier.source ?? rate.source,
      effective: tier.effective ?? null,
      unavailable: null,
    };
  });
}
