import { BLOCKERS } from './blockers.ts';
import type { Rule } from './rule.ts';
import { accessLogsOff } from './rules/access-logs-off.ts';
import { accessLogsUnstructured } from './rules/access-logs-unstructured.ts';
import { accessLogsWithoutBackendTime } from './rules/access-logs-without-backend-time.ts';
import { accessLogsWithoutRequestId } from './rules/access-logs-without-request-id.ts';
import { accountSharedWithTests } from './rules/account-shared-with-tests.ts';
import { alarmLatencyAlone } from './rules/alarm-latency-alone.ts';
import { alarmWithoutMetric } from './rules/alarm-without-metric.ts';
import { apiKeyOnly } from './rules/api-key-only.ts';
import { auditHttpGap } from './rules/audit-http-gap.ts';
import { appsyncEvents } from './rules/appsync-events.ts';
import { authorizerCacheWithoutIdentity } from './rules/authorizer-cache-without-identity.ts';
import { authorizerColdStart } from './rules/authorizer-cold-start.ts';
import { authorizerPolicyEverything } from './rules/authorizer-policy-everything.ts';
import { authorizerPolicyOneRoute } from './rules/authorizer-policy-one-route.ts';
import { authorizerTtlTooLong } from './rules/authorizer-ttl-too-long.ts';
import { authorizerUncachedPeak } from './rules/authorizer-uncached-peak.ts';
import { autoDeployProduction } from './rules/auto-deploy-production.ts';
import { backendCertificateOff } from './rules/backend-certificate-off.ts';
import { batchEntriesFailed } from './rules/batch-entries-failed.ts';
import { bodyNotJson } from './rules/body-not-json.ts';
import { cacheForOneCaller } from './rules/cache-for-one-caller.ts';
import { cacheInvalidationOpen } from './rules/cache-invalidation-open.ts';
import { cacheItemTooLarge } from './rules/cache-item-too-large.ts';
import { cacheKeyPerCaller } from './rules/cache-key-per-caller.ts';
import { cacheOtherMethods } from './rules/cache-other-methods.ts';
import { cacheResized } from './rules/cache-resized.ts';
import { cacheTtlTooLong } from './rules/cache-ttl-too-long.ts';
import { cacheTtlZero } from './rules/cache-ttl-zero.ts';
import { cacheUndeclaredParameters } from './rules/cache-undeclared-parameters.ts';
import { cacheUnencrypted } from './rules/cache-unencrypted.ts';
import { corsAnyOriginCredentials } from './rules/cors-any-origin-credentials.ts';
import { corsDefaultRouteAuthorizer } from './rules/cors-default-route-authorizer.ts';
import { corsHeadersIgnoredHttp } from './rules/cors-headers-ignored-http.ts';
import { corsProxyHeadersRest } from './rules/cors-proxy-headers-rest.ts';
import { dataTraceProduction } from './rules/data-trace-production.ts';
import { defaultEndpointOpen } from './rules/default-endpoint-open.ts';
import { deviceIngest } from './rules/device-ingest.ts';
import { edgeOptimizedBehindCloudfront } from './rules/edge-optimized-behind-cloudfront.ts';
import { edgeOptimizedCachesNothing } from './rules/edge-optimized-caches-nothing.ts';
import { edgeOptimizedSameRegion } from './rules/edge-optimized-same-region.ts';
import { edgePlanExceeded } from './rules/edge-plan-exceeded.ts';
import { executionLogsFull } from './rules/execution-logs-full.ts';
import { executionLogsOff } from './rules/execution-logs-off.ts';
import { failoverEdgeOptimized } from './rules/failover-edge-optimized.ts';
import { failoverWebsocketConnections } from './rules/failover-websocket-connections.ts';
import { forwardedHeadersHttp } from './rules/forwarded-headers-http.ts';
import { headerLostRest } from './rules/header-lost-rest.ts';
import { headerRenamedRest } from './rules/header-renamed-rest.ts';
import { headerReservedHttp } from './rules/header-reserved-http.ts';
import { headerTooLargeAlb } from './rules/header-too-large-alb.ts';
import { iamAcrossAccountsHttp } from './rules/iam-across-accounts-http.ts';
import { iamAcrossAccountsRest } from './rules/iam-across-accounts-rest.ts';
import { incidentStepsControlPlane } from './rules/incident-steps-control-plane.ts';
import { iotCore } from './rules/iot-core.ts';
import { jwtAlgorithmAlb } from './rules/jwt-algorithm-alb.ts';
import { jwtAlgorithmHttp } from './rules/jwt-algorithm-http.ts';
import { jwtKeysFetchedAgain } from './rules/jwt-keys-fetched-again.ts';
import { jwtWithoutScopes } from './rules/jwt-without-scopes.ts';
import { kinesisRecordSize } from './rules/kinesis-record-size.ts';
import { lambdaConcurrency } from './rules/lambda-concurrency.ts';
import { limitLetsNothingThrough } from './rules/limit-lets-nothing-through.ts';
import { lambdaMostlyWaits } from './rules/lambda-mostly-waits.ts';
import { mtlsDefaultEndpointUnsaid } from './rules/mtls-default-endpoint-unsaid.ts';
import { mtlsRevocation } from './rules/mtls-revocation.ts';
import { oneMessageARequest } from './rules/one-message-a-request.ts';
import { pollingMostlyEmpty } from './rules/polling-mostly-empty.ts';
import { openWrites } from './rules/open-writes.ts';
import { openWritesUnthrottled } from './rules/open-writes-unthrottled.ts';
import { originAccessAuthorization } from './rules/origin-access-authorization.ts';
import { passThroughLambda } from './rules/pass-through-lambda.ts';
import { peakOverAccountRate } from './rules/peak-over-account-rate.ts';
import { pingPath } from './rules/ping-path.ts';
import { preflightShare } from './rules/preflight-share.ts';
import { privateAcrossVpcs } from './rules/private-across-vpcs.ts';
import { privateEndpointUnshared } from './rules/private-endpoint-unshared.ts';
import { privateIntegrationPlainHttp } from './rules/private-integration-plain-http.ts';
import { privateWithoutPolicy } from './rules/private-without-policy.ts';
import { quotaAlarmMissing } from './rules/quota-alarm-missing.ts';
import { quotaToRaise } from './rules/quota-to-raise.ts';
import { restForFewRoutes } from './rules/rest-for-few-routes.ts';
import { restWithoutWaf } from './rules/rest-without-waf.ts';
import { retriesWithoutBackoff } from './rules/retries-without-backoff.ts';
import { routesOverQuota } from './rules/routes-over-quota.ts';
import { secondRegionStands } from './rules/second-region-stands.ts';
import { secretHeaderHttp } from './rules/secret-header-http.ts';
import { signedBody } from './rules/signed-body.ts';
import { snsMessageSize } from './rules/sns-message-size.ts';
import { stageNameInPath } from './rules/stage-name-in-path.ts';
import { stageVariablesBackend } from './rules/stage-variables-backend.ts';
import { streamSpeed } from './rules/stream-speed.ts';
import { streamUnbuffered } from './rules/stream-unbuffered.ts';
import { throttlingAccountOnly } from './rules/throttling-account-only.ts';
import { timeoutAlb } from './rules/timeout-alb.ts';
import { timeoutCloudfront } from './rules/timeout-cloudfront.ts';
import { timeoutNear } from './rules/timeout-near.ts';
import { timeoutRest } from './rules/timeout-rest.ts';
import { timeoutWebsocket } from './rules/timeout-websocket.ts';
import { tokenInQueryString } from './rules/token-in-query-string.ts';
import { usagePlanSpendingCap } from './rules/usage-plan-spending-cap.ts';
import { usagePlansOverAccountRate } from './rules/usage-plans-over-account-rate.ts';
import { validationOff } from './rules/validation-off.ts';
import { vpcLinkIdle } from './rules/vpc-link-idle.ts';
import { vpcLinkNotPrivate } from './rules/vpc-link-not-private.ts';
import { vpcLinkV1 } from './rules/vpc-link-v1.ts';
import { wafBodyUnseen } from './rules/waf-body-unseen.ts';
import { websocketBroadcastRate } from './rules/websocket-broadcast-rate.ts';
import { websocketConnectStorm } from './rules/websocket-connect-storm.ts';
import { websocketDomainApart } from './rules/websocket-domain-apart.ts';
import { websocketFrameTooLarge } from './rules/websocket-frame-too-large.ts';
import { websocketIdle } from './rules/websocket-idle.ts';
import { websocketMessageAuthorization } from './rules/websocket-message-authorization.ts';
import { websocketOneWay } from './rules/websocket-one-way.ts';
import { websocketPushesBesideRequests } from './rules/websocket-pushes-beside-requests.ts';
import { websocketStaleConnections } from './rules/websocket-stale-connections.ts';
import { websocketTwoHours } from './rules/websocket-two-hours.ts';
import { workflowUnpriced } from './rules/workflow-unpriced.ts';
import { xrayOff } from './rules/xray-off.ts';

/** Every other judgement, one line each: a caution or a note. */
export const REMARKS: readonly Rule[] = [
  accessLogsOff,
  accessLogsUnstructured,
  accessLogsWithoutBackendTime,
  accessLogsWithoutRequestId,
  accountSharedWithTests,
  alarmLatencyAlone,
  alarmWithoutMetric,
  apiKeyOnly,
  appsyncEvents,
  auditHttpGap,
  authorizerCacheWithoutIdentity,
  authorizerColdStart,
  authorizerPolicyEverything,
  authorizerPolicyOneRoute,
  authorizerTtlTooLong,
  authorizerUncachedPeak,
  autoDeployProduction,
  backendCertificateOff,
  batchEntriesFailed,
  bodyNotJson,
  cacheForOneCaller,
  cacheInvalidationOpen,
  cacheItemTooLarge,
  cacheKeyPerCaller,
  cacheOtherMethods,
  cacheResized,
  cacheTtlTooLong,
  cacheTtlZero,
  cacheUndeclaredParameters,
  cacheUnencrypted,
  corsAnyOriginCredentials,
  corsDefaultRouteAuthorizer,
  corsHeadersIgnoredHttp,
  corsProxyHeadersRest,
  dataTraceProduction,
  defaultEndpointOpen,
  deviceIngest,
  edgeOptimizedBehindCloudfront,
  edgeOptimizedCachesNothing,
  edgeOptimizedSameRegion,
  edgePlanExceeded,
  executionLogsFull,
  executionLogsOff,
  failoverEdgeOptimized,
  failoverWebsocketConnections,
  forwardedHeadersHttp,
  headerLostRest,
  headerRenamedRest,
  headerReservedHttp,
  headerTooLargeAlb,
  iamAcrossAccountsHttp,
  iamAcrossAccountsRest,
  incidentStepsControlPlane,
  iotCore,
  jwtAlgorithmAlb,
  jwtAlgorithmHttp,
  jwtKeysFetchedAgain,
  jwtWithoutScopes,
  kinesisRecordSize,
  lambdaConcurrency,
  limitLetsNothingThrough,
  lambdaMostlyWaits,
  mtlsDefaultEndpointUnsaid,
  mtlsRevocation,
  oneMessageARequest,
  pollingMostlyEmpty,
  openWrites,
  openWritesUnthrottled,
  originAccessAuthorization,
  passThroughLambda,
  peakOverAccountRate,
  pingPath,
  preflightShare,
  privateAcrossVpcs,
  privateEndpointUnshared,
  privateIntegrationPlainHttp,
  privateWithoutPolicy,
  quotaAlarmMissing,
  quotaToRaise,
  restForFewRoutes,
  restWithoutWaf,
  retriesWithoutBackoff,
  routesOverQuota,
  secondRegionStands,
  secretHeaderHttp,
  signedBody,
  snsMessageSize,
  stageNameInPath,
  stageVariablesBackend,
  streamSpeed,
  streamUnbuffered,
  throttlingAccountOnly,
  timeoutAlb,
  timeoutCloudfront,
  timeoutNear,
  timeoutRest,
  timeoutWebsocket,
  tokenInQueryString,
  usagePlanSpendingCap,
  usagePlansOverAccountRate,
  validationOff,
  vpcLinkIdle,
  vpcLinkNotPrivate,
  vpcLinkV1,
  wafBodyUnseen,
  websocketBroadcastRate,
  websocketConnectStorm,
  websocketDomainApart,
  websocketFrameTooLarge,
  websocketIdle,
  websocketMessageAuthorization,
  websocketOneWay,
  websocketPushesBesideRequests,
  websocketStaleConnections,
  websocketTwoHours,
  workflowUnpriced,
  xrayOff,
];

/** The rule book, in alphabetical order. */
export const RULES: readonly Rule[] = [...BLOCKERS, ...REMARKS].toSorted((a, b) => (a.id < b.id ? -1 : 1));
