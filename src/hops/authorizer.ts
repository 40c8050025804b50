import { ONE, ZERO } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import { ofFate, requestsOf } from './count.ts';
import { arriving, connectsAssumption, type Hop, type Metered } from './hop.ts';
import { lambdaUsage } from './lambda-usage.ts';

/**
 * Refuses what it is told to refuse (401, 403). A Lambda authorizer is also billed, for every decision that its
 * cache does not hold: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html.
 * A request without its identity source, such as a token, is answered with 401 before the function is called:
 * https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html
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
      const { cacheHitRatio, withoutToken, identity } = lambdaAuthorizer;
      const arrived = arriving(routed, index);
      const refused = requestsOf(ofFate(arrived, 'unauthorized'));
      const decisions = requestsOf(arrived).minus(refused.times(withoutToken ?? ZERO));
      const assumed: readonly Metered[] = [
        ...(cacheHitRatio === undefined ? [{ type: 'assumed', id: 'authorizer-uncached' } as const] : []),
        ...(withoutToken === undefined && identity !== 'none' && !refused.isZero()
          ? [{ type: 'assumed', id: 'authorizer-always-called' } as const]
          : []),
      ];
      return [...lambdaUsage(lambdaAuthorizer, decisions.times(ONE.minus(cacheHitRatio ?? ZERO)), 'authorizer', units), ...assumed];
    },
  };
}
