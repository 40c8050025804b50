import { decimal, type Decimal } from '../money/decimal.ts';

/** What two things cost at so many steps of an axis. */
export type CostsAt = (steps: bigint) => readonly [one: Decimal, other: Decimal];

/** Where the cheaper of two changes. */
export interface Crossing {
  /** The first step at which the other one is the cheaper. */
  readonly at: bigint;
  readonly firstIsCheaper: boolean;
  /**
   * `exact`: both costs are straight up to there, or jump there, so that no step before it could be one. `bracketed`: they are curved; it
   * is the step, and between the points looked at there could be two more.
   */
  readonly how: 'exact' | 'bracketed';
}

/** More parts than this that are not straight are no jumps any more, but a curve. */
const MOST_PARTS = 64;

/**
 * Every step at which the cheaper of two changes, from `lowest` to `highest`. The range is halved until both costs are straight
 * in each part, which is told at points that no pattern of jumps shares; there the one crossing that is possible is
 * found to the step. Where a part is no larger than a step, the jump in it is the crossing.
 */
export function crossingsOf(costsAt: CostsAt, lowest: bigint, highest: bigint): readonly Crossing[] {
  const known = new Map<bigint, Decimal>();
  const difference = (at: bigint): Decimal => {
    const found = known.get(at) ?? minus(costsAt(at));
    known.set(at, found);
    return found;
  };
  const found: Crossing[] = [];
  let sign = signOf(difference(lowest));
  const cross = (from: bigint, to: bigint, how: Crossing['how']) => {
    const next = signOf(difference(to));
    if (next === 0 || next === sign) return;
    if (sign !== 0) found.push({ at: firstWith(next, from, to, difference), firstIsCheaper: next < 0, how });
    sign = next;
  };
  for (const { from, to, how } of partsOf(lowest, highest, difference)) cross(from, to, how);
  return found;
}

interface Part {
  readonly from: bigint;
  readonly to: bigint;
  readonly how: Crossing['how'];
}

/** The range in parts that are straight or a single step; where too many are neither, these are curved. In their order. */
function partsOf(lowest: bigint, highest: bigint, difference: (at: bigint) => Decimal): readonly Part[] {
  const done: Part[] = [];
  let open: { readonly from: bigint; readonly to: bigint }[] = [{ from: lowest, to: highest }];
  while (open.length > 0) {
    const rest: typeof open = [];
    for (const { from, to } of open)
      if (to - from <= 1n || isStraight(from, to, difference)) done.push({ from, to, how: 'exact' });
      else rest.push({ from, to });
    if (rest.length > MOST_PARTS) {
      done.push(...rest.map((one) => ({ ...one, how: 'bracketed' as const })));
      break;
    }
    open = rest.flatMap(({ from, to }) => {
      const middle = (from + to) / 2n;
      return [
        { from, to: middle },
        { from: middle, to },
      ];
    });
  }
  return done.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

const minus = ([one, other]: readonly [Decimal, Decimal]): Decimal => one.minus(other);

function signOf(amount: Decimal): -1 | 0 | 1 {
  return amount.isZero() ? 0 : amount.lt('0') ? -1 : 1;
}

/** The first step with a sign that the end has and the beginning has not; between them the difference goes one way. */
function firstWith(sign: -1 | 1, from: bigint, to: bigint, difference: (at: bigint) => Decimal): bigint {
  let [before, after] = [from, to];
  while (after - before > 1n) {
    const between = (before + after) / 2n;
    if (signOf(difference(between)) === sign) after = between;
    else before = between;
  }
  return after;
}

/** Points within a range, in 997ths: no multiple of a power of two, as metering increments are, and none of another. */
const PROBES = [71n, 223n, 499n, 701n, 953n];

/** Dollars: what the rounding of quotients to 12 places adds up to over a volume, and less than any price. */
const ROUNDING = '1e-8';

/** Whether the difference lies on one line. */
function isStraight(from: bigint, to: bigint, difference: (at: bigint) => Decimal): boolean {
  const [start, end] = [difference(from), difference(to)];
  const length = decimal(to - from);
  return PROBES.every((probe) => {
    const at = from + ((to - from) * probe) / 997n;
    const rise = end.minus(start).times(decimal(at - from));
    return difference(at).minus(start).times(length).minus(rise).abs().lte(length.times(ROUNDING));
  });
}
