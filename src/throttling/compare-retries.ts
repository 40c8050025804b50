import { fraction, isNone, less, NONE, plus, times, type Fraction } from '../money/fraction.ts';
import type { Workload } from '../workload/schema.ts';
import { cascade, type Cascade } from './cascade.ts';
import { letsNothingThrough } from '../workload/lets-nothing-through.ts';
import { policiesToCompare, type Compared } from './retries.ts';
import { scaled, type Stream } from './stream.ts';
import { bucketOf, peakStream, type Arrivals, type Weighed, type WeighedLimit } from './weigh.ts';

/** The same peak at one limit, played by several ways to retry. */
export interface RetryComparison {
  /** The limit at which it is played: the one that binds, or that runs dry first. */
  readonly at: WeighedLimit;
  /** Seconds of the peak that are played. */
  readonly length: Fraction;
  /** Whether these are the stated ones, an assumption, or the first of many. */
  readonly lengthIs: 'stated' | 'assumed' | 'cut';
  readonly played: readonly (Compared & Cascade)[];
}

const ASSUMED_SECONDS = fraction(60n);
const MOST_SECONDS = fraction(300n);

/** Null when no request is throttled, for then nobody retries; or all are. */
export function compareRetries(
  { limits, binding }: Weighed,
  arrivals: Arrivals,
  stated: NonNullable<Workload['throttling']>['retries'],
): RetryComparison | null {
  const known = arrivals.length ?? ASSUMED_SECONDS;
  const length = less(MOST_SECONDS, known) ? MOST_SECONDS : known;
  const dry = limits.filter(({ dryAt }) => dryAt !== null && less(dryAt, length));
  const at = dry.find((one) => one === binding) ?? earliest(dry);
  // Where nothing is let through, how clients retry makes no difference.
  if (at === null || isNone(length) || letsNothingThrough(at.limit)) return null;
  const others = at.limit.layer === 'account' ? arrivals.others : NONE;
  const mean = times(arrivals.mean, at.share);
  const fresh: Stream = [
    ...scaled(peakStream(arrivals), at.share).filter((piece) => less(piece.from, length)),
    { from: length, rate: mean },
  ];
  const load = { fresh, length, others, bucket: bucketOf(at.limit, plus(mean, others)) };
  return {
    at,
    length,
    lengthIs: arrivals.length === null ? 'assumed' : less(length, arrivals.length) ? 'cut' : 'stated',
    played: policiesToCompare(stated).map((compared) => ({ ...compared, ...cascade(load, compared.policy) })),
  };
}

function earliest(dry: readonly WeighedLimit[]): WeighedLimit | null {
  return dry.reduce<WeighedLimit | null>((best, one) => (best && !less(one.dryAt ?? NONE, best.dryAt ?? NONE) ? best : one), null);
}
