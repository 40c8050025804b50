import type { Candidate } from '../candidates/candidate.ts';
import { decimal, type Decimal } from '../money/decimal.ts';
import type { Month } from '../journey/month.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { MOST_REQUESTS } from './axis.ts';
import { curves, inOrder, type Curve } from './curve.ts';

/** A volume at which the cheaper of two candidates changes. */
export interface BreakEven {
  /** Requests a month, the smallest whole number at which `cheaper` is the cheaper one. */
  readonly requests: Decimal;
  readonly cheaper: string;
  readonly than: string;
}

/**
 * Every volume of requests at which one of two candidates becomes the cheaper one, exact to the request. Shares, sizes and
 * ratios stay as the workload says. Null where a price is not published or an allowance is shared, so that nobody can say.
 */
export function breakEvens(one: Candidate, other: Candidate, month: Month, book: PriceBook): readonly BreakEven[] | null {
  return breakEvensAmong(one, [other], month, book)[0] ?? null;
}

/** `breakEvens` of one candidate with each of several, in their order. */
export function breakEvensAmong(
  one: Candidate,
  others: readonly Candidate[],
  month: Month,
  book: PriceBook,
): readonly (readonly BreakEven[] | null)[] {
  if (others.length === 0) return [];
  const curveOf = curves(month, book);
  const first = curveOf(one);
  return others.map((other) => {
    const second = first && curveOf(other);
    if (!first || !second) return null;
    return crossings(first, second).map(({ requests, firstIsCheaper }) =>
      firstIsCheaper ? { requests, cheaper: one.id, than: other.id } : { requests, cheaper: other.id, than: one.id },
    );
  });
}

interface Crossing {
  readonly requests: Decimal;
  readonly firstIsCheaper: boolean;
}

/** Walks the straight pieces of the difference of two curves, and finds where it changes its sign: all in whole numbers. */
function crossings(first: Curve, second: Curve): readonly Crossing[] {
  const places = Math.max(first.places, second.places);
  const [a, b] = [first, second].map((curve) => 10n ** BigInt(places - curve.places)) as [bigint, bigint];
  const difference = (requests: bigint) => first.cost(requests) * a - second.cost(requests) * b;
  const within = [...first.bends, ...second.bends].filter((bend) => bend > 1n && bend < MOST_REQUESTS);
  const found: Crossing[] = [];
  let at = 1n;
  let value = difference(at);
  let sign = signOf(value);
  for (const bend of inOrder([...within, MOST_REQUESTS])) {
    const ahead = difference(bend);
    const next = signOf(ahead);
    if (next !== 0 && next !== sign) {
      if (sign !== 0) {
        const slope = (ahead - value) / (bend - at);
        const requests = decimal(at + size(value) / size(slope) + 1n);
        found.push({ requests, firstIsCheaper: next < 0 });
      }
      sign = next;
    }
    at = bend;
    value = ahead;
  }
  return found;
}

function signOf(value: bigint): -1 | 0 | 1 {
  return value === 0n ? 0 : value < 0n ? -1 : 1;
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}
