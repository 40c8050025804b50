import type { Workload } from '../workload/schema.ts';
import { perMonth } from '../workload/units.ts';
import { backendCalls } from './backend-calls.ts';
import type { Hop, Metered } from './hop.ts';

type XRay = NonNullable<NonNullable<Workload['observability']>['xray']>;

/**
 * Traces of AWS X-Ray: recorded from the first hop on that samples, a REST API itself or else the backend. A trace is
 * billed once, however many services add segments to it: https://aws.amazon.com/xray/pricing/
 */
export function xray({ sampling, retrieved }: XRay, sampledBy: 'the gateway' | 'the backend'): Hop {
  return {
    id: 'xray',
    side: 'front-door',
    meter(routed, { index, units }) {
      const { count, assumed } = backendCalls(routed, index);
      const recorded = count.times(sampling);
      const looked = retrieved && perMonth(retrieved, units.hoursPerMonth);
      const traces = (sku: 'xray/traces-recorded' | 'xray/traces-retrieved', quantity: typeof recorded, note: string | null): Metered => ({
        type: 'usage',
        sku,
        consumedQuantity: quantity,
        consumedUnit: 'traces',
        pricingQuantity: quantity,
        note,
      });
      return [
        ...(recorded.isZero() ? [] : [traces('xray/traces-recorded', recorded, `sampled by ${sampledBy}`), ...assumed]),
        ...(looked && !looked.isZero() ? [traces('xray/traces-retrieved', looked, null)] : []),
      ];
    },
  };
}
