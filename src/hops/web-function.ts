import type { Sku } from '../pricebook/skus.ts';
import { ONE } from '../money/decimal.ts';
import { requestsOf } from './count.ts';
import { passing, type Hop, type Metered } from './hop.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/web-functions.html */
const incomplete = (sku: Sku): Metered => ({
  type: 'incomplete',
  sku,
  want: 'not-in-sheet',
  reason: 'no published price of Lambda Web Functions was found',
});

/**
 * A Lambda Web Function: an HTTP server behind an endpoint of its own, which bills requests, active CPU time and the memory of its
 * environments. With authorization type IamAuth it refuses whoever may not call; all else reaches the server.
 */
export function webFunction({ checks }: { readonly checks: 'iam' | 'nothing' }): Hop {
  return {
    id: 'web-function',
    side: 'front-door',
    exit: ({ kind }) => (checks === 'iam' && kind === 'unauthorized' ? { fate: 'unauthorized', share: ONE } : null),
    meter(routed, { index }) {
      const requests = requestsOf(passing(routed, index));
      if (requests.isZero()) return [];
      return [
        {
          type: 'usage',
          sku: 'lambda-web/requests',
          consumedQuantity: requests,
          consumedUnit: 'requests',
          pricingQuantity: requests,
          note: null,
        },
        incomplete('lambda-web/cpu'),
        incomplete('lambda-web/memory'),
      ];
    },
  };
}
