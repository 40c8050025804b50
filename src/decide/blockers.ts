import { judgeOf } from './judge.ts';
import type { Rule } from './rule.ts';
import { albLambdaPayload } from './rules/alb-lambda-payload.ts';
import { authorizerTimeoutHttp } from './rules/authorizer-timeout-http.ts';
import { cacheSharedBetweenCallers } from './rules/cache-shared-between-callers.ts';
import { eventbridgeEventSize } from './rules/eventbridge-event-size.ts';
import { functionUrlRegion } from './rules/function-url-region.ts';
import { headersTooLargeAlb } from './rules/headers-too-large-alb.ts';
import { headersTooLargeCloudfront } from './rules/headers-too-large-cloudfront.ts';
import { headersTooLargeFunctionUrl } from './rules/headers-too-large-function-url.ts';
import { headersTooLargeHttp } from './rules/headers-too-large-http.ts';
import { headersTooLargeRest } from './rules/headers-too-large-rest.ts';
import { lambdaAsyncPayload } from './rules/lambda-async-payload.ts';
import { lambdaBinaryPayload } from './rules/lambda-binary-payload.ts';
import { lambdaFifteenMinutes } from './rules/lambda-fifteen-minutes.ts';
import { lambdaPayload } from './rules/lambda-payload.ts';
import { lambdaStreamPayload } from './rules/lambda-stream-payload.ts';
import { mtlsDefaultEndpointOpen } from './rules/mtls-default-endpoint-open.ts';
import { needUnmet } from './rules/need-unmet.ts';
import { originCertificatePlan } from './rules/origin-certificate-plan.ts';
import { payloadOverLimit } from './rules/payload-over-limit.ts';
import { quotaRefuses } from './rules/quota-refuses.ts';
import { servicePayloadSize } from './rules/service-payload-size.ts';
import { sqsMessageSize } from './rules/sqs-message-size.ts';
import { stepFunctionsInput } from './rules/step-functions-input.ts';
import { stepFunctionsSyncDuration } from './rules/step-functions-sync-duration.ts';
import { streamDuration } from './rules/stream-duration.ts';
import { streamSilence } from './rules/stream-silence.ts';
import { timeoutEdgeOptimized } from './rules/timeout-edge-optimized.ts';
import { timeoutHttp } from './rules/timeout-http.ts';
import { websocketBinaryFrames } from './rules/websocket-binary-frames.ts';
import { websocketMessageTooLarge } from './rules/websocket-message-too-large.ts';

/** The rules that say a candidate cannot serve a workload, one line each. They alone decide what can be picked (a setting that blocks every type alike does not), and are loaded without the others. */
export const BLOCKERS: readonly Rule[] = [
  albLambdaPayload,
  authorizerTimeoutHttp,
  cacheSharedBetweenCallers,
  eventbridgeEventSize,
  functionUrlRegion,
  headersTooLargeAlb,
  headersTooLargeCloudfront,
  headersTooLargeFunctionUrl,
  headersTooLargeHttp,
  headersTooLargeRest,
  lambdaAsyncPayload,
  lambdaBinaryPayload,
  lambdaFifteenMinutes,
  lambdaPayload,
  lambdaStreamPayload,
  mtlsDefaultEndpointOpen,
  needUnmet,
  originCertificatePlan,
  payloadOverLimit,
  quotaRefuses,
  servicePayloadSize,
  sqsMessageSize,
  stepFunctionsInput,
  stepFunctionsSyncDuration,
  streamDuration,
  streamSilence,
  timeoutEdgeOptimized,
  timeoutHttp,
  websocketBinaryFrames,
  websocketMessageTooLarge,
];

/** What stands against each candidate of a month. */
export const blockersOf = judgeOf(BLOCKERS);
