import { decimal, type Decimal } from '../../money/decimal.ts';
import { SKUS, unitsOf, type Sku } from '../../pricebook/skus.ts';
import type { Reading } from '../../workload/quantity.ts';
import { MULTIPLIERS } from '../../workload/unit-words.ts';

const DOLLARS = /^(?:USD|US\$|\$)?\s*(\d{1,12}(?:\.\d{1,18})?)\s*(?:(?:\/|per\b)\s*(.{1,60}))?$/i;

/**
 * Reads dollars for one unit of a sku, or for many: `$0.85/M`, `0.00000085`, `$0.05/GB`. What stands behind the stroke is how
 * many, the unit, or both.
 */
export function readPrice(text: string, sku: Sku): Reading<Decimal> {
  const { unit } = SKUS[sku];
  const because = `a price is dollars for a ${unit}, or for a million (M) of them, and not negative`;
  const [, amount, behind = ''] = DOLLARS.exec(text.trim()) ?? [];
  if (amount === undefined) return { because };
  const words = behind.trim().split(/\s+/);
  const isUnit = (word: string) => ['', unit.toLowerCase(), unitsOf(sku).toLowerCase()].includes(word.toLowerCase());
  const [many = '', ...rest] = words;
  if (isUnit(words.join(' '))) return { value: decimal(amount) };
  const times = MULTIPLIERS.get(many.toLowerCase());
  if (times === undefined || !isUnit(rest.join(' '))) return { because };
  return { value: decimal(amount).div(times) };
}
