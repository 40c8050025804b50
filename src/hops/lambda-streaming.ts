import { gigabyte } from '../workload/units.ts';
import { unstated } from './count.ts';
import { arriving, carriesBody, type Hop } from './hop.ts';
import { max, sum, ZERO } from '../money/decimal.ts';

/**
 * Responses that a Lambda function streams: the first 6 MB of each are free, the rest is billed by the GB
 * (https://aws.amazon.com/lambda/pricing/).
 */
export const lambdaStreaming: Hop = {
  id: 'lambda-streaming',
  side: 'backend',
  meter(routed, { index, units }) {
    const streamed = arriving(routed, index).filter(carriesBody);
    if (streamed.some((parcel) => parcel.responseBytes === null))
      return [
        unstated('responses streamed beyond 6 MB each', 'traffic.response'),
        // Only what streams bills them, so leaving them out would flatter it.
        {
          type: 'incomplete',
          want: 'not-stated',
          sku: 'lambda/response-streaming',
          reason: 'responses are streamed and traffic.response is not stated',
        },
      ];
    const free = units.bytesPerKB.pow(2).times('6');
    const gigabytes = sum(streamed.map((one) => one.requests.times(max(ZERO, (one.responseBytes ?? ZERO).minus(free))))).div(
      gigabyte(units),
    );
    if (gigabytes.isZero()) return [];
    return [
      {
        type: 'usage',
        sku: 'lambda/response-streaming',
        consumedQuantity: gigabytes,
        consumedUnit: 'GB',
        pricingQuantity: gigabytes,
        note: 'what each response has beyond 6 MB',
      },
    ];
  },
};
