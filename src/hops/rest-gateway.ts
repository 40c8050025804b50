import { increments, ONE, sum, ZERO } from '../money/decimal.ts';
import type { responsesStream } from '../workload/streaming.ts';
import { requestsOf, unstated } from './count.ts';
import { refusedRows } from './gateway-refusals.ts';
import { carriesBody, type Hop } from './hop.ts';

/**
 * A REST API: one request each, whatever its size; with response streaming, one for every started 10 MB of
 * response ("metered in 10MB response payload increments", https://aws.amazon.com/api-gateway/pricing/).
 */
export function restGateway({ streaming }: { readonly streaming: ReturnType<typeof responsesStream> }): Hop {
  const streams = streaming !== 'no';
  return {
    id: 'rest',
    side: 'front-door',
    meter(routed, { index, units }) {
      const tenMB = units.bytesPerKB.pow(2).times('10');
      const { billed, rows } = refusedRows('apigateway/rest-requests', routed, index);
      const requests = requestsOf(billed);
      if (requests.isZero()) return rows;
      const unknown = streams && billed.some((parcel) => carriesBody(parcel) && parcel.responseBytes === null);
      const metered = sum(
        billed.map((parcel) => {
          const large = streams && carriesBody(parcel) && parcel.responseBytes !== null;
          return parcel.requests.times(large ? increments(parcel.responseBytes ?? ZERO, tenMB) : ONE);
        }),
      );
      return [
        {
          type: 'usage',
          sku: 'apigateway/rest-requests',
          consumedQuantity: requests,
          consumedUnit: 'requests',
          pricingQuantity: metered,
          note: metered.eq(requests) ? null : 'streamed responses count one request for each started 10 MB',
        },
        ...(unknown
          ? ([
              {
                type: 'incomplete',
                want: 'not-stated',
                sku: 'apigateway/rest-requests',
                reason: 'responses are streamed and traffic.response is not stated',
              },
              unstated('10 MB increments of streamed responses', 'traffic.response'),
            ] as const)
          : []),
        ...(streaming === 'needed' ? ([{ type: 'assumed', id: 'responses-streamed' }] as const) : []),
        ...rows,
      ];
    },
  };
}
