import { divided, fraction, isNone, least, less, minus, most, NONE, plus, times, total, WHOLE, type Fraction } from '../money/fraction.ts';

/** Requests a second from one moment on, in seconds since the peak began, until the next piece; the last one does not end. */
export interface Piece {
  readonly from: Fraction;
  readonly rate: Fraction;
}

/** A stream of requests: what arrives at a limit, or what one lets pass. The first piece begins at 0. */
export type Stream = readonly Piece[];

/** A token bucket: refilled at `rate` tokens a second up to `burst`, emptied by one for each request. */
export interface Bucket {
  readonly rate: Fraction;
  readonly burst: Fraction;
  /** Tokens when the peak begins. */
  readonly tokens: Fraction;
  /** Whether it has place for one token only. */
  readonly single?: boolean;
}

/** What a bucket did to the streams that share it. */
export interface Throttled {
  /** The part of each stream that passed, in the order given. */
  readonly passed: readonly Stream[];
  /** The moment at which it first refuses a request; null if it never does. */
  readonly dryAt: Fraction | null;
}

/**
 * Lets streams through one bucket, exactly. Requests are a steady flow: while tokens last all pass, and once they are
 * gone as many pass as tokens are refilled, each stream in proportion to what it sends.
 */
export function throttle(streams: readonly Stream[], bucket: Bucket): Throttled {
  const passed: Piece[][] = streams.map(() => []);
  const emit = (from: Fraction, rates: readonly Fraction[], part: Fraction) =>
    rates.forEach((rate, index) => append(passed[index] as Piece[], { from, rate: times(rate, part) }));
  const moments = breaks(streams);
  let { tokens } = bucket;
  let dryAt: Fraction | null = null;
  moments.forEach((from, index) => {
    const until = moments[index + 1] ?? null;
    const rates = streams.map((stream) => rateAt(stream, from));
    const arriving = total(rates);
    if (!less(bucket.rate, arriving)) {
      emit(from, rates, WHOLE);
      if (until) tokens = least(bucket.burst, plus(tokens, times(minus(bucket.rate, arriving), minus(until, from))));
      return;
    }
    const drain = minus(arriving, bucket.rate);
    const dry = bucket.single ? from : plus(from, divided(tokens, drain));
    if (less(from, dry)) emit(from, rates, WHOLE);
    if (until && !less(dry, until)) {
      tokens = minus(tokens, times(drain, minus(until, from)));
      return;
    }
    emit(dry, rates, bucket.single ? divided(WHOLE, started(divided(arriving, bucket.rate))) : divided(bucket.rate, arriving));
    tokens = NONE;
    dryAt ??= dry;
  });
  return { passed, dryAt };
}

/**
 * Of requests that arrive evenly, a bucket with place for one token lets every second, third or nth through: what is filled
 * beyond the one token while it waits is lost.
 */
function started({ numerator, denominator }: Fraction): Fraction {
  return fraction((numerator + denominator - 1n) / denominator);
}

/** Every moment at which some stream changes, in order, each once. */
function breaks(streams: readonly Stream[]): readonly Fraction[] {
  const all = streams.flatMap((stream) => stream.map((piece) => piece.from)).toSorted((a, b) => (less(a, b) ? -1 : less(b, a) ? 1 : 0));
  return all.filter((moment, index) => index === 0 || less(all[index - 1] as Fraction, moment));
}

function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (last && !less(last.rate, piece.rate) && !less(piece.rate, last.rate)) return;
  pieces.push(piece);
}

/** Requests a second at a moment. */
function rateAt(stream: Stream, moment: Fraction): Fraction {
  return stream.findLast((piece) => !less(moment, piece.from))?.rate ?? NONE;
}

/** Requests a second in the end, when no bucket has a reserve any more. */
export function lasting(stream: Stream): Fraction {
  return stream.at(-1)?.rate ?? NONE;
}

/** Requests from the beginning until a moment. */
export function requestsUntil(stream: Stream, end: Fraction): Fraction {
  return total(
    stream.map(({ from, rate }, index) => {
      const until = least(stream[index + 1]?.from ?? end, end);
      return times(rate, most(NONE, minus(until, from)));
    }),
  );
}

/** The same stream at so many times its rate. */
export function scaled(stream: Stream, factor: Fraction): Stream {
  return stream.map(({ from, rate }) => ({ from, rate: times(rate, factor) }));
}

/** Several streams as one. */
export function merged(streams: readonly Stream[]): Stream {
  const pieces: Piece[] = [];
  for (const from of breaks(streams)) append(pieces, { from, rate: total(streams.map((stream) => rateAt(stream, from))) });
  return pieces;
}

/** A share of a whole; of nothing it is nothing. */
export function shareOf(part: Fraction, whole: Fraction): Fraction {
  return isNone(whole) ? NONE : divided(part, whole);
}
