import type { Workload } from '../workload/schema.ts';
import type { Hop, Metered } from './hop.ts';

/**
 * A service that an HTTP API finds by AWS Cloud Map, without a load balancer. What Amazon ECS registers there costs nothing; what
 * anybody else registers is billed by the month: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html
 */
export function cloudMap({ registered }: NonNullable<NonNullable<Workload['backend']>['vpc']>): Hop {
  return {
    id: 'cloud-map',
    side: 'front-door',
    meter: (): readonly Metered[] => [
      registered === undefined
        ? { type: 'assumed', id: 'cloud-map-by-ecs' }
        : {
            type: 'usage',
            sku: 'cloud-map/resources',
            consumedQuantity: registered,
            consumedUnit: 'months',
            pricingQuantity: registered,
            note: null,
          },
      {
        type: 'not-priced',
        what: 'discovery by AWS Cloud Map',
        because: 'how often API Gateway asks it is not published, and a hosted zone of Route 53 is not in the workload',
        field: null,
      },
    ],
  };
}
