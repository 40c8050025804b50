import type { Candidate } from '../candidates/candidate.ts';
import { decimal, ONE, quotient, ZERO, type Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { Workload } from '../workload/schema.ts';
import { curves, type Curve } from './curve.ts';
import type { EstimateOptions } from './month.ts';

/** A volume at which the cheaper of two candidates changes. */
export interface BreakEven {
  /** Requests a month, the smallest whole number at which `cheaper` is the cheaper one. */
  readonly requests: Decimal;
  readonly cheaper: string;
  readonly than: string;
}

/** Far past what anyone serves; the last tier of REST APIs starts at 20 billion. */
const MOST_REQUESTS = decimal('1e12');
/** The root of a straight line is rounded once; the whole number looked for is at most this far from it. */
const NEARBY = [-1, 0, 1, 2].map((step) => decimal(String(step)));

/**
 * Every volume of requests at which one of two candidates becomes the cheaper one, exact to the request. Shares, sizes and
 * ratios stay as the workload says. Null where a price is not published or an allowance is shared, so that nobody can say.
 */
export function breakEvens(
  one: Candidate,
  other: Candidate,
  workload: Workload,
  book: PriceBook,
  options: EstimateOptions = {},
): readonly BreakEven[] | null {
  return breakEvensAmong(one, [other], workload, book, options)[0] ?? null;
}

/** `breakEvens` of one candidate with each of several, in their order. */
export function breakEvensAmong(
  one: Candidate,
  others: readonly Candidate[],
  workload: Workload,
  book: PriceBook,
  options: EstimateOptions = {},
): readonly (readonly BreakEven[] | null)[] {
  if (others.length === 0) return [];
  const curveOf = curves(workload, book, options);
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

/** Walks the straight pieces of the difference of two curves, and finds where it changes its sign. */
function crossings(first: Curve, second: Curve): readonly Crossing[] {
  const difference = (requests: Decimal) => first.cost(requests).minus(second.cost(requests));
  const bends = [
    ...first.bends,
    ...second.bends.map(({ at, steeper }) => ({ at, steeper: steeper.neg() })),
    { at: MOST_REQUESTS, steeper: ZERO },
  ].toSorted((a, b) => a.at.cmp(b.at));
  const found: Crossing[] = [];
  let at = ONE;
  let value = difference(ONE);
  let slope = first.slope.minus(second.slope);
  let sign = exactSign(value);
  for (const bend of bends) {
    if (bend.at.gt(MOST_REQUESTS)) break;
    const ahead = value.plus(slope.times(bend.at.minus(at)));
    const next = signOf(ahead);
    if (next !== 0 && next !== sign) {
      if (sign !== 0) {
        const root = at.minus(quotientOf(value, slope)).floor();
        const requests = NEARBY.map((step) => root.plus(step)).find((near) => near.gte(ONE) && exactSign(difference(near)) === next);
        if (requests) found.push({ requests, firstIsCheaper: next < 0 });
      }
      sign = next;
    }
    at = bend.at;
    value = ahead;
    slope = slope.plus(bend.steeper);
  }
  return found;
}

/** Bends are rounded once, so a difference walked to is a little off; less than this is none. */
const NOTHING = decimal('1e-6');

function signOf(value: Decimal): -1 | 0 | 1 {
  return value.abs().lt(NOTHING) ? 0 : exactSign(value);
}

function exactSign(value: Decimal): -1 | 0 | 1 {
  return value.isZero() ? 0 : value.isNegative() ? -1 : 1;
}

/** a ÷ b of any sign. */
function quotientOf(a: Decimal, b: Decimal): Decimal {
  const size = quotient(a.abs(), b.abs());
  return a.isNegative() === b.isNegative() ? size : size.neg();
}
