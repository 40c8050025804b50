import { decimal, type Decimal } from '../money/decimal.ts';
import { divided, fraction, minus, times, type Fraction } from '../money/fraction.ts';
import { requestsUntil, type Stream } from './stream.ts';

/** The steps of a play: tenths of a second. */
export const TICKS_A_SECOND = 10;

/** Requests are counted in millionths, whole ones of which would be too coarse for a tenth of a second. */
const DIGITS = 6;

/**
 * All requests of a play are at most so many parts. Then what one second counts is a whole number that a double holds
 * exactly, though in each of its ten steps all of them may come, and few shares are so large that doubles leave them open.
 * Bigints take several times as long, and there are hundreds of thousands of steps.
 */
const MOST = 2n ** 46n;

/** How the requests of one play are counted: in whole parts of one, none of which is lost or made up. */
export interface Parts {
  /** A number of requests; at most all there are, for more than that no bucket ever needs. */
  of(requests: Fraction): number;
  /** What a stream sends in each step; to be asked in order. */
  perTick(stream: Stream): (tick: number) => number;
  /** Parts as requests. */
  requests(parts: number | bigint): Decimal;
}

/** Millionths, or, of more than 70 million requests, the next power of ten of which there are few enough. */
export function partsFor(all: Fraction): Parts {
  let digits = DIGITS;
  while (floor(times(all, power(digits))) > MOST) digits -= 1;
  const scale = power(digits);
  const most = floor(times(all, scale));
  const upToAll = (parts: bigint): number => Number(parts < most ? parts : most);
  return {
    of: (requests) => upToAll(floor(times(requests, scale))),
    perTick(stream) {
      const sent = untilTick(stream, scale);
      let before = 0n;
      return (tick) => {
        const now = sent(tick + 1);
        const gained = now - before;
        before = now;
        return upToAll(gained);
      };
    },
    requests: (parts) => (digits < 0 ? decimal(BigInt(parts) * scale.denominator) : decimal(BigInt(parts)).div(decimal(scale.numerator))),
  };
}

/**
 * What a stream has sent when a step begins; asked in order. Nothing is lost by rounding, for it is the running total that
 * is rounded.
 */
function untilTick(stream: Stream, scale: Fraction): (tick: number) => bigint {
  // The total until a moment is linear in each piece: (base + slope × tick) ÷ denominator, in whole numbers.
  const pieces = stream.map(({ from, rate }) => {
    const base = times(minus(requestsUntil(stream, from), times(from, rate)), scale);
    const slope = divided(times(rate, scale), fraction(BigInt(TICKS_A_SECOND)));
    return {
      fromTick: ticksUntil(from),
      base: base.numerator * slope.denominator,
      slope: slope.numerator * base.denominator,
      denominator: base.denominator * slope.denominator,
    };
  });
  let piece = 0;
  return (tick) => {
    while ((pieces[piece + 1]?.fromTick ?? Infinity) <= tick) piece += 1;
    const { base, slope, denominator } = pieces[piece] as (typeof pieces)[number];
    return (base + slope * BigInt(tick)) / denominator;
  };
}

/** Steps that begin before a moment in seconds. */
export function ticksUntil(seconds: Fraction): number {
  const { numerator, denominator } = times(seconds, fraction(BigInt(TICKS_A_SECOND)));
  return Number((numerator + denominator - 1n) / denominator);
}

/** Deals a number out in proportion, one after the other, in whole parts that add up to it. */
export function proportionally(count: number, offered: number): (part: number) => number {
  let until = 0;
  let given = 0;
  return (part) => {
    if (count === 0 || part === 0) return 0;
    until += part;
    const share = product(count, until, offered) - given;
    given += share;
    return share;
  };
}

/** a × b ÷ c rounded down, of whole numbers, b ≤ c: in doubles wherever their rounding cannot have moved it past a whole number. */
function product(a: number, b: number, c: number): number {
  if (b === c) return a;
  const near = a * (b / c);
  const whole = Math.floor(near);
  const unsure = near * 2 ** -50;
  if (near - whole > unsure && whole + 1 - near > unsure) return whole;
  return Number((BigInt(a) * BigInt(b)) / BigInt(c));
}

function power(digits: number): Fraction {
  return digits < 0 ? fraction(1n, 10n ** BigInt(-digits)) : fraction(10n ** BigInt(digits));
}

function floor({ numerator, denominator }: Fraction): bigint {
  return numerator / denominator;
}
