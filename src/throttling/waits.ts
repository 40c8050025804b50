import { decimal, type Decimal } from '../money/decimal.ts';
import type { RetryPolicy } from './retries.ts';

const MS_A_TICK = decimal('100');

/** Those who wait for one retry, in parts. */
export interface Waits {
  /** Those whose retry comes in this step; asked once for each step, in order. */
  due(tick: number): number;
  /** So many were refused in this step, and will come back. */
  add(tick: number, count: number): void;
}

/**
 * Those who wait for a retry in a play of so many steps. A range of steps is kept as its two ends, so that spreading over
 * it costs no more. Delays shorter than a step count as one, for a retry comes after an answer.
 */
export function waits(delayMs: Decimal, jitter: RetryPolicy['jitter'], steps: number): Waits {
  const longest = Math.max(1, Number(delayMs.div(MS_A_TICK).ceil().toFixed()));
  const changes = new Float64Array(steps);
  const range = (from: number, until: number, each: number) => {
    // Whoever comes back after the last step is not played.
    if (from < steps) (changes[from] as number) += each;
    if (until < steps) (changes[until] as number) -= each;
  };
  let now = 0;
  return {
    due(tick) {
      now += changes[tick] as number;
      return now;
    },
    add(tick, count) {
      if (count === 0) return;
      if (jitter === 'none') {
        range(tick + longest, tick + longest + 1, count);
        return;
      }
      const left = count % longest;
      range(tick + 1, tick + longest + 1, (count - left) / longest);
      range(tick + 1, tick + left + 1, 1);
    },
  };
}
