import type { Rule } from './rule.ts';
import { accountSharedWithTests } from './rules/account-shared-with-tests.ts';
import { alarmLatencyAlone } from './rules/alarm-latency-alone.ts';
import { alarmWithoutMetric } from './rules/alarm-without-metric.ts';
import { apiKeyOnly } from './rules/api-key-only.ts';
import { authorizerCacheWithoutIdentity } from './rules/authorizer-cache-without-identity.ts';
import { authorizerColdStart } from './rules/authorizer-cold-start.ts';
import { authorizerPolicyEverything } from './rules/authorizer-policy-everything.ts';
import { authorizerPolicyOneRoute } from './rules/authorizer-policy-one-route.ts';
import { authorizerTimeoutHttp } from './rules/authorizer-timeout-http.ts';
import { authorizerTtlTooLong } from './rules/authorizer-ttl-too-long.ts';
import { authorizerUncachedPeak } from './rules/authorizer-uncached-peak.ts';
import { autoDeployProduction } from './rules/auto-deploy-production.ts';
import { cacheForOneCaller } from './rules/cache-for-one-caller.ts';
import { cacheInvalidationOpen } from './rules/cache-invalidation-open.ts';
import { cacheItemTooLarge } from './rules/cache-item-too-large.ts';
import { cacheKeyPerCaller } from './rules/cache-key-per-caller.ts';
import { cacheOtherMethods } from './rules/cache-other-methods.ts';
import { cacheResized } from './rules/cache-resized.ts';
import { cacheSharedBetweenCallers } from './rules/cache-shared-between-callers.ts';
import { cacheTtlTooLong } from './rules/cache-ttl-too-long.ts';
import { cacheTtlZero } from './rules/cache-ttl-zero.ts';
import { cacheUndeclaredParameters } from './rules/cache-undeclared-parameters.ts';
import { cacheUnencrypted } from './rules/cache-unencrypted.ts';
import { corsAnyOriginCredentials } from './rules/cors-any-origin-credentials.ts';
import { corsHeadersIgnoredHttp } from './rules/cors-headers-ignored-http.ts';
import { corsProxyHeadersRest } from './rules/cors-proxy-headers-rest.ts';
import { defaultEndpointOpen } from './rules/default-endpoint-open.ts';
import { edgeOptimizedSameRegion } from './rules/edge-optimized-same-region.ts';
import { failoverEdgeOptimized } from './rules/failover-edge-optimized.ts';
import { failoverWebsocketConnections } from './rules/failover-websocket-connections.ts';
import { headersTooLargeHttp } from './rules/headers-too-large-http.ts';
import { headersTooLargeRest } from './rules/headers-too-large-rest.ts';
import { iamAcrossAccountsHttp } from './rules/iam-across-accounts-http.ts';
import { iamAcrossAccountsRest } from './rules/iam-across-accounts-rest.ts';
import { incidentStepsControlPlane } from './rules/incident-steps-control-plane.ts';
import { jwtAlgorithmAlb } from './rules/jwt-algorithm-alb.ts';
import { jwtAlgorithmHttp } from './rules/jwt-algorithm-http.ts';
import { jwtKeysFetchedAgain } from './rules/jwt-keys-fetched-again.ts';
import { jwtWithoutScopes } from './rules/jwt-without-scopes.ts';
import { lambdaPayload } from './rules/lambda-payload.ts';
import { mtlsDefaultEndpointOpen } from './rules/mtls-default-endpoint-open.ts';
import { mtlsRevocation } from './rules/mtls-revocation.ts';
import { openWrites } from './rules/open-writes.ts';
import { openWritesUnthrottled } from './rules/open-writes-unthrottled.ts';
import { pingPath } from './rules/ping-path.ts';
import { quotaAlarmMissing } from './rules/quota-alarm-missing.ts';
import { stageVariablesBackend } from './rules/stage-variables-backend.ts';
import { throttlingAccountOnly } from './rules/throttling-account-only.ts';
import { timeoutHttp } from './rules/timeout-http.ts';
import { tokenInQueryString } from './rules/token-in-query-string.ts';
import { usagePlanSpendingCap } from './rules/usage-plan-spending-cap.ts';
import { websocketBinaryFrames } from './rules/websocket-binary-frames.ts';
import { websocketBroadcastRate } from './rules/websocket-broadcast-rate.ts';
import { websocketConnectStorm } from './rules/websocket-connect-storm.ts';
import { websocketFrameTooLarge } from './rules/websocket-frame-too-large.ts';
import { websocketIdle } from './rules/websocket-idle.ts';
import { websocketMessageAuthorization } from './rules/websocket-message-authorization.ts';
import { websocketMessageTooLarge } from './rules/websocket-message-too-large.ts';
import { websocketPushesBesideRequests } from './rules/websocket-pushes-beside-requests.ts';
import { websocketStaleConnections } from './rules/websocket-stale-connections.ts';
import { websocketTwoHours } from './rules/websocket-two-hours.ts';

/** The rule book: every judgement, in alphabetical order, one line each. */
export const RULES: readonly Rule[] = [
  accountSharedWithTests,
  alarmLatencyAlone,
  alarmWithoutMetric,
  apiKeyOnly,
  authorizerCacheWithoutIdentity,
  authorizerColdStart,
  authorizerPolicyEverything,
  authorizerPolicyOneRoute,
  authorizerTimeoutHttp,
  authorizerTtlTooLong,
  authorizerUncachedPeak,
  autoDeployProduction,
  cacheForOneCaller,
  cacheInvalidationOpen,
  cacheItemTooLarge,
  cacheKeyPerCaller,
  cacheOtherMethods,
  cacheResized,
  cacheSharedBetweenCallers,
  cacheTtlTooLong,
  cacheTtlZero,
  cacheUndeclaredParameters,
  cacheUnencrypted,
  corsAnyOriginCredentials,
  corsHeadersIgnoredHttp,
  corsProxyHeadersRest,
  defaultEndpointOpen,
  edgeOptimizedSameRegion,
  failoverEdgeOptimized,
  failoverWebsocketConnections,
  headersTooLargeHttp,
  headersTooLargeRest,
  iamAcrossAccountsHttp,
  iamAcrossAccountsRest,
  incidentStepsControlPlane,
  jwtAlgorithmAlb,
  jwtAlgorithmHttp,
  jwtKeysFetchedAgain,
  jwtWithoutScopes,
  lambdaPayload,
  mtlsDefaultEndpointOpen,
  mtlsRevocation,
  openWrites,
  openWritesUnthrottled,
  pingPath,
  quotaAlarmMissing,
  stageVariablesBackend,
  throttlingAccountOnly,
  timeoutHttp,
  tokenInQueryString,
  usagePlanSpendingCap,
  websocketBinaryFrames,
  websocketBroadcastRate,
  websocketConnectStorm,
  websocketFrameTooLarge,
  websocketIdle,
  websocketMessageAuthorization,
  websocketMessageTooLarge,
  websocketPushesBesideRequests,
  websocketStaleConnections,
  websocketTwoHours,
];
