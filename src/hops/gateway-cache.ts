import type { stageCache } from '../workload/stage-cache.ts';
import type { Hop } from './hop.ts';

/**
 * The cache of a REST API stage: billed by the hour while it exists, by size. A hit skips the backend and is
 * billed as a request all the same (https://aws.amazon.com/api-gateway/faqs/).
 */
export function gatewayCache({ size, hitRatio, assumed }: NonNullable<ReturnType<typeof stageCache>>): Hop {
  return {
    id: 'cache',
    side: 'front-door',
    // As at CloudFront: what a web ACL would block asks for what nobody has asked for before, or posts it.
    exit: ({ kind }) => (kind === 'good' ? { fate: 'cache-hit', share: hitRatio } : null),
    meter: (_journey, { units: { hoursPerMonth } }) => [
      {
        type: 'usage',
        sku: `apigateway/cache-${size}gb`,
        consumedQuantity: hoursPerMonth,
        consumedUnit: 'hours',
        pricingQuantity: hoursPerMonth,
        note: 'billed while it exists',
      },
      { type: 'assumed', id: assumed ? 'cache-smallest' : 'hits-of-answerable' },
    ],
  };
}
