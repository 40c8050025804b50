import { sum, ZERO } from '../money/decimal.ts';
import { gigabyte } from '../workload/units.ts';
import { bytesOf, unstated } from './count.ts';
import { arriving, carriesBody, isPushed, type Hop, type Metered } from './hop.ts';

/**
 * Data transfer out to the internet, of the hop that the client talks to. AWS bills it in GB of 2^30 bytes
 * (https://aws.amazon.com/api-gateway/pricing/, worked example of 5M responses of 3 KB).
 */
export const egress: Hop = {
  id: 'egress',
  side: 'front-door',
  meter(routed, { index, units }) {
    if (routed.realtime) {
      const pushed = routed.realtime.messages.filter((one) => isPushed(one) && one.count.gt(ZERO));
      const unknown = pushed.filter((one) => one.bytes === null);
      return transfer(
        sum(pushed.map((one) => one.count.times(one.bytes ?? ZERO))).div(gigabyte(units)),
        unknown.map(({ direction }) =>
          unstated(
            `data transfer out of ${direction} messages`,
            direction === 'outbound' ? 'realtime.outbound.size' : 'realtime.inbound.size',
          ),
        ),
      );
    }
    const bytes = bytesOf(arriving(routed, index).filter(carriesBody), 'responseBytes');
    if (bytes === null) return [unstated('data transfer out', 'traffic.response')];
    return transfer(bytes.div(gigabyte(units)), bytes.isZero() ? [] : [{ type: 'assumed', id: 'refusals-small' }]);
  },
};

function transfer(gigabytes: ReturnType<typeof sum>, also: readonly Metered[]): readonly Metered[] {
  if (gigabytes.isZero()) return also;
  return [
    { type: 'usage', sku: 'data-transfer/out', consumedQuantity: gigabytes, consumedUnit: 'GB', pricingQuantity: gigabytes, note: null },
    ...also,
  ];
}
