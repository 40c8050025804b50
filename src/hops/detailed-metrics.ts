import { decimal, type Decimal } from '../money/decimal.ts';
import type { Hop } from './hop.ts';

/**
 * How many metrics one method or route has of its own: count, latency, integration latency, 4XX and 5XX of a REST
 * method, and its cache hits and misses where the stage has a cache; the five and data processed of an HTTP route; six
 * of a WebSocket route. Lists: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html,
 * http-api-metrics.html and apigateway-websocket-api-logging.html beside it.
 */
export const METRICS_EACH = { rest: decimal('5'), 'cached rest': decimal('7'), http: decimal('6'), websocket: decimal('6') } as const;

/** Detailed metrics: each is a custom metric of CloudWatch, billed for the hours in which it gets values. */
export function detailedMetrics(routes: Decimal, kind: keyof typeof METRICS_EACH): Hop {
  return {
    id: 'detailed-metrics',
    side: 'front-door',
    meter() {
      const metrics = routes.times(METRICS_EACH[kind]);
      return [
        {
          type: 'usage',
          sku: 'cloudwatch/metrics',
          consumedQuantity: metrics,
          consumedUnit: 'metrics',
          pricingQuantity: metrics,
          note: `${METRICS_EACH[kind].toFixed()} metrics of each of ${routes.toFixed()} routes`,
        },
        { type: 'assumed', id: 'metrics-all-month' },
      ];
    },
  };
}
