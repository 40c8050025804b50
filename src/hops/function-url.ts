import { ONE } from '../money/decimal.ts';
import { ofFate, requestsOf } from './count.ts';
import { passing, type Hop, type Metered } from './hop.ts';

/**
 * The URL of a Lambda function: it bills nothing itself. With authentication type AWS_IAM it refuses whoever may not
 * call before the function starts, and Lambda bills requests that start a function (https://aws.amazon.com/lambda/pricing/).
 * All else reaches the function.
 */
export function functionUrl({ checks }: { readonly checks: 'iam' | 'nothing' }): Hop {
  return {
    id: 'function-url',
    side: 'front-door',
    exit: ({ kind }) => (checks === 'iam' && kind === 'unauthorized' ? { fate: 'unauthorized', share: ONE } : null),
    meter(routed, { index }) {
      const refused = requestsOf(ofFate(routed.parcels, 'unauthorized'));
      const preflights = passing(routed, index).some(({ kind }) => kind === 'preflight');
      return [
        ...(refused.isZero()
          ? []
          : ([
              {
                type: 'unbilled',
                sku: 'lambda/requests',
                consumedQuantity: refused,
                consumedUnit: 'requests',
                reason: 'refused by IAM before the function starts',
              },
            ] satisfies readonly Metered[])),
        { type: 'assumed', id: 'function-url-free' },
        ...(preflights ? ([{ type: 'assumed', id: 'function-url-preflights' }] as const) : []),
      ];
    },
  };
}
