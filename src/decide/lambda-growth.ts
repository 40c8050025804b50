import { quotaOf } from '../facts/quotas/index.ts';
import type { Journey } from '../journey/journey.ts';
import { load } from '../journey/load.ts';
import { decimal, max, min, quotient, ZERO, type Decimal } from '../money/decimal.ts';
import { decimalOf } from '../money/fraction.ts';

/** What Lambda adds to one function in the window of its quota, which is ten seconds. */
export const ENVIRONMENTS_AT_ONCE = decimal(quotaOf('lambda-scaling').value ?? '');
const WINDOW = decimal('10');
const MILLISECONDS = decimal('1000');

/**
 * Environments that a burst needs beyond those that run before it, within one window. Null where no burst or function is
 * stated. Before it the function has what the peak keeps busy, or what is kept warm.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html
 */
export function environmentsAdded(journey: Journey): Decimal | null {
  const lambda = journey.month.workload.backend?.lambda;
  const arriving = load(journey, 'backend');
  if (!lambda || !arriving?.burst) return null;
  const duration = quotient(lambda.duration, MILLISECONDS);
  const length = decimalOf(arriving.burst.length);
  if (length.isZero()) return null;
  const busy = quotient(decimalOf(arriving.burst.requests).times(min(duration, min(length, WINDOW))), length);
  const before = decimalOf(arriving.peak ?? arriving.mean).times(duration);
  return max(ZERO, busy.minus(max(before, lambda.provisioned?.concurrency ?? ZERO)));
}
