import type { Decimal } from '../../money/decimal.ts';

/** A tier of a ladder; null is a price that nobody published. */
interface Priced {
  readonly from: Decimal;
  readonly unitPrice: Decimal | null;
}

/** A span of units in which each side has one price. */
export interface Beside<A extends Priced, B extends Priced> {
  readonly from: Decimal;
  /** Null where that side has no price. */
  readonly one: A | null;
  readonly other: B | null;
  readonly isDifferent: boolean;
}

/** Two ladders side by side: a band for each bound of either, but where both go on at their prices. */
export function beside<A extends Priced, B extends Priced>(ones: readonly A[], others: readonly B[]): readonly Beside<A, B>[] {
  const bounds = [...ones, ...others].map(({ from }) => from).toSorted((a, b) => a.cmp(b));
  const bands: Beside<A, B>[] = [];
  for (const from of bounds) {
    const [one, other] = [reached(ones, from), reached(others, from)];
    const before = bands.at(-1);
    if (before && isSame(before.one?.unitPrice, one?.unitPrice) && isSame(before.other?.unitPrice, other?.unitPrice)) continue;
    bands.push({ from, one, other, isDifferent: one !== null && other !== null && !isSame(one.unitPrice, other.unitPrice) });
  }
  return bands;
}

function reached<T extends Priced>(tiers: readonly T[], from: Decimal): T | null {
  const tier = tiers.findLast((one) => one.from.lte(from));
  return tier?.unitPrice ? tier : null;
}

function isSame(a: Decimal | null | undefined, b: Decimal | null | undefined): boolean {
  return a && b ? a.eq(b) : !a && !b;
}
