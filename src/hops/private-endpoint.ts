import { decimal, ONE, quotient } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import { gigabyte } from '../workload/units.ts';
import { bytesOf, unstated } from './count.ts';
import { arriving, carriesBody, type Hop, type Metered } from './hop.ts';
import { sharedNote } from './load-balancer.ts';

const TWO_ZONES = decimal('2');

/**
 * An interface VPC endpoint in front of a private REST API: an hour for each zone it stands in, whoever uses it, and
 * the bytes that pass it either way. API Gateway bills no data transfer out of a private API
 * (https://aws.amazon.com/api-gateway/pricing/, example of a private API).
 */
export function privateEndpoint({ endpoints, zones, sharedBy }: NonNullable<Workload['privateEndpoint']>): Hop {
  return {
    id: 'private-endpoint',
    side: 'front-door',
    meter(routed, { index, units }) {
      const hours = quotient((endpoints ?? ONE).times(zones ?? TWO_ZONES).times(units.hoursPerMonth), sharedBy ?? ONE);
      const arrived = arriving(routed, index);
      const sent = bytesOf(arrived, 'requestBytes');
      const received = bytesOf(arrived.filter(carriesBody), 'responseBytes');
      const known = (sent ?? decimal('0')).plus(received ?? '0').div(gigabyte(units));
      const metered: Metered[] = [
        {
          type: 'usage',
          sku: 'privatelink/endpoint-hours',
          consumedQuantity: hours,
          consumedUnit: 'hours',
          pricingQuantity: hours,
          note: [`${(zones ?? TWO_ZONES).toFixed()} zones`, sharedNote(sharedBy)].filter(Boolean).join(', '),
        },
      ];
      if (!known.isZero()) {
        metered.push({
          type: 'usage',
          sku: 'privatelink/data',
          consumedQuantity: known,
          consumedUnit: 'GB',
          pricingQuantity: known,
          note: 'requests and responses',
        });
      }
      // Only this candidate bills bytes of requests, so leaving them out would flatter it.
      if (sent === null)
        metered.push({ type: 'incomplete', want: 'not-stated', sku: 'privatelink/data', reason: 'traffic.request is not stated' });
      if (received === null) metered.push(unstated('responses through the VPC endpoint', 'traffic.response'));
      if (zones === undefined) metered.push({ type: 'assumed', id: 'endpoint-two-zones' });
      metered.push({ type: 'assumed', id: 'endpoint-no-transfer' });
      return metered;
    },
  };
}
