import { ONE, ZERO, type Decimal } from '../money/decimal.ts';
import { perSecondOf, type Subject } from './subject.ts';

/**
 * Requests a second at the peak that get as far as the gateway, or the backend, past what caches on the way answer; null
 * where no peak is stated. What ends for other reasons, such as a 403, is not taken off: a rule would rather speak.
 */
export function peakAt(to: 'gateway' | 'backend', { workload, units, behindCloudfront, candidate }: Subject): Decimal | null {
  const { traffic, edge, cache } = workload;
  if (traffic?.peak === undefined) return null;
  const atEdge = (behindCloudfront && edge?.hitRatio) || ZERO;
  const atStage = (to === 'backend' && candidate.id.endsWith('+cache') && cache?.hitRatio) || ZERO;
  return perSecondOf(traffic.peak, units).times(ONE.minus(atEdge)).times(ONE.minus(atStage));
}
