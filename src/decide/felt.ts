import type { FeatureId } from '../workload/features.ts';
import { WITH } from '../workload/requires.ts';
import { STREAMED } from '../workload/streaming.ts';

/**
 * Features whose need is read by more than the feature tables: hops are built, quotas held or rules decided by it. A test finds
 * them in the code. To need any other changes what a candidate has, and, but by the help that follows, nothing else.
 */
const FELT: ReadonlySet<FeatureId> = new Set<FeatureId>([
  'auth-iam',
  'auth-jwt',
  'auth-per-message',
  'binary',
  'compression',
  'cors',
  'default-route',
  'dev-portal',
  'disable-default-endpoint',
  'domain-shared-by-types',
  'endpoint-edge-optimized',
  'endpoint-private',
  'int-aws-eventbridge-put',
  'int-aws-kinesis-put-record',
  'int-aws-sfn-start',
  'int-aws-sfn-start-sync',
  'int-aws-sqs-send',
  'int-http-proxy',
  'int-lambda-async',
  'int-lambda-proxy',
  'mtls',
  'multi-region-failover',
  'resource-policy',
  'response-cache',
  'server-push',
  'transform-body-vtl',
  'waf-native',
  ...STREAMED,
  ...(Object.keys(WITH) as FeatureId[]),
]);

export function isFelt(feature: FeatureId): boolean {
  return FELT.has(feature);
}
