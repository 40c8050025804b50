import { decimal, max, ONE, ZERO } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import type { Hop } from './hop.ts';

const INCLUDED = decimal('10');

/** An API Gateway portal, billed by the month with ten products in its price: https://aws.amazon.com/api-gateway/pricing/ */
export function portal({ products }: NonNullable<Workload['portal']>): Hop {
  return {
    id: 'portal',
    side: 'front-door',
    meter() {
      const further = max(ZERO, (products ?? ZERO).minus(INCLUDED));
      return [
        {
          type: 'usage',
          sku: 'apigateway/portal',
          consumedQuantity: ONE,
          consumedUnit: 'portals',
          pricingQuantity: ONE,
          note: 'ten products are in its price',
        },
        ...(further.isZero()
          ? []
          : ([
              {
                type: 'usage',
                sku: 'apigateway/portal-products',
                consumedQuantity: further,
                consumedUnit: 'products',
                pricingQuantity: further,
                note: null,
              },
            ] as const)),
        ...(products === undefined ? ([{ type: 'assumed', id: 'portal-ten-products' }] as const) : []),
      ];
    },
  };
}
