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
  const because = `a price is dollars for one ${unit}, or for a million (M) or 10,000 of them, and not negative`;
  const [, amount, behind = ''] = DOLLARS.exec(text.trim()) ?? [];
  if (amount === undefined) return { because };
  const [, digits = '1', words = ''] = MANY.exec(behind.trim()) ?? ['', '1', behind];
  const count = decimal(digits.replaceAll(',', ''));
  const isUnit = (word: string) => ['', unit.toLowerCase(), unitsOf(sku).toLowerCase()].includes(word.toLowerCase());
  if (isUnit(words)) return { value: decimal(amount).div(count) };
  const [word = '', ...rest] = words.split(/\s+/);
  const times = MULTIPLIERS.get(word.toLowerCase());
  if (times === undefined || !isUnit(rest.join(' '))) return { because };
  return { value: decimal(amount).div(count.times(times)) };
}

/** How many, and the words after it: by a power of ten a price is divided exactly. */
const MANY = /^(10{0,2}(?:,000){1,4}|10{0,12})?(?![\d,])\s*(.*)$/;
