import { ONE, ZERO } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import { requestsOf } from './count.ts';
import { arriving, connectsAssumption, type Hop, type Metered } from './hop.ts';
import { lambdaUsage } from './lambda-usage.ts';

/**
 * Refuses what it is told to refuse (401, 403). A Lambda authorizer is also billed, for every decision that its
 * cache does not hold: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
 */
export function authorizer({ lambdaAuthorizer }: NonNullable<Workload['auth']>): Hop {
  return {
    id: 'authorizer',
    side: 'front-door',
    ...(lambdaAuthorizer?.provisioned ? { stepwise: true } : {}),
    exit: (parcel) => (parcel.kind === 'unauthorized' ? { fate: 'unauthorized', share: ONE } : null),
    meter(routed, { index, units }) {
      if (!lambdaAuthorizer) return [];
      // A WebSocket API authorizes once, at $connect, and caches no decision (authorizerResultTtlInSeconds is for HTTP APIs):
      // https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html
      if (routed.realtime) {
        const { connects } = routed.realtime;
        return [...lambdaUsage(lambdaAuthorizer, connects, 'authorizer, at $connect', units), ...connectsAssumption(routed.realtime)];
      }
      const { cacheHitRatio } = lambdaAuthorizer;
      const decisions = requestsOf(arriving(routed, index));
      const uncached: readonly Metered[] = cacheHitRatio === undefined ? [{ type: 'assumed', id: 'authorizer-uncached' }] : [];
      return [...lambdaUsage(lambdaAuthorizer, decisions.times(ONE.minus(cacheHitRatio ?? ZERO)), 'authorizer', units), ...uncached];
    },
  };
}
