import { decimal, increments, ONE, sum } from '../money/decimal.ts';
import { requestsOf } from './count.ts';
import { refusedRows } from './gateway-refusals.ts';
import type { Hop } from './hop.ts';

const INCREMENT_KB = decimal('512');

/**
 * An HTTP API: every started 512 KB of a request counts as one (a 513 KB request counts as two,
 * https://aws.amazon.com/api-gateway/pricing/). Increments are of each size class: a mean would hide the large ones.
 */
export const httpGateway: Hop = {
  id: 'http',
  side: 'front-door',
  meter(routed, { index, units }) {
    const { billed, rows } = refusedRows('apigateway/http-requests', routed, index);
    const requests = requestsOf(billed);
    if (requests.isZero()) return rows;
    const increment = INCREMENT_KB.times(units.bytesPerKB);
    const metered = sum(
      billed.map((parcel) => parcel.requests.times(parcel.requestBytes === null ? ONE : increments(parcel.requestBytes, increment))),
    );
    return [
      {
        type: 'usage',
        sku: 'apigateway/http-requests',
        consumedQuantity: requests,
        consumedUnit: 'requests',
        pricingQuantity: metered,
        note: metered.eq(requests) ? null : 'larger requests count one for each started 512 KB',
      },
      { type: 'assumed', id: 'http-request-metered' },
      ...(billed.some((parcel) => parcel.requestBytes === null) ? ([{ type: 'assumed', id: 'request-fits' }] as const) : []),
      ...rows,
    ];
  },
};
