import { decimal, type Decimal } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';

/** What a client does about a 429. Delays in milliseconds. */
export interface RetryPolicy {
  /** Attempts in all, the first included. */
  readonly attempts: number;
  readonly backoff: 'none' | 'exponential';
  readonly jitter: 'none' | 'full';
  readonly delay: Decimal;
  readonly longestDelay: Decimal;
}

/**
 * What AWS SDKs do in their standard mode about throttling: three attempts, a first delay of a second, at most twenty,
 * backoff with jitter. https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
const STANDARD: RetryPolicy = {
  attempts: 3,
  backoff: 'exponential',
  jitter: 'full',
  delay: decimal('1000'),
  longestDelay: decimal('20000'),
};

const NO_RETRIES = { attempts: 1, backoff: 'none', jitter: 'none' } as const;

/** One policy of a comparison, and whether it is the one that the workload states. */
export interface Compared {
  readonly policy: RetryPolicy;
  readonly stated: boolean;
}

/** No retries, retries without backoff, with backoff, with backoff and jitter; the stated one is among them. */
export function policiesToCompare(stated: NonNullable<Workload['throttling']>['retries']): readonly Compared[] {
  const own = stated && policyOf(stated);
  const base = own && own.attempts > 1 ? own : STANDARD;
  const policies: readonly RetryPolicy[] = [
    { ...base, ...NO_RETRIES },
    { ...base, backoff: 'none', jitter: 'none' },
    ...(own?.backoff === 'none' && own.jitter === 'full' ? [own] : []),
    { ...base, backoff: 'exponential', jitter: 'none' },
    { ...base, backoff: 'exponential', jitter: 'full' },
  ];
  return policies.map((policy) => ({ policy, stated: own !== undefined && same(policy, own) }));
}

function policyOf({
  attempts,
  backoff,
  jitter,
  delay,
  longestDelay,
}: NonNullable<NonNullable<Workload['throttling']>['retries']>): RetryPolicy {
  if (attempts?.eq('1')) return { ...STANDARD, ...NO_RETRIES };
  return {
    attempts: attempts === undefined ? STANDARD.attempts : Number(attempts.toFixed()),
    backoff: backoff ?? STANDARD.backoff,
    jitter: jitter ?? STANDARD.jitter,
    delay: delay ?? STANDARD.delay,
    longestDelay: longestDelay ?? (delay?.gt(STANDARD.longestDelay) ? delay : STANDARD.longestDelay),
  };
}

function same(a: RetryPolicy, b: RetryPolicy): boolean {
  return a.attempts === b.attempts && a.backoff === b.backoff && a.jitter === b.jitter;
}

/** Milliseconds that a client waits before retry 1, 2, 3 …; with jitter the most that it waits. */
export function delayBefore(retry: number, { backoff, delay, longestDelay }: RetryPolicy): Decimal {
  if (backoff === 'none') return delay;
  // Doubling ends at the longest delay, so a long row of retries needs no huge powers.
  const doubled = delay.times(decimal(2n ** BigInt(Math.min(retry - 1, 64))));
  return doubled.gt(longestDelay) ? longestDelay : doubled;
}
