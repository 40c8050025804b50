import type { FeatureId } from './features.ts';
import type { Mistake } from './mistakes.ts';
import type { Workload } from './schema.ts';
import { STREAMED } from './streaming.ts';

interface Asked {
  readonly feature: FeatureId;
  /** The field that asks for the feature, as one reads it. */
  readonly field: string;
  readonly because: string;
  /** Whether the workload asks for it there. */
  readonly holds: (workload: Workload) => boolean;
}

/** Fields that ask for a feature by themselves, so that `no` in `needs` contradicts them. */
const ASKED: readonly Asked[] = [
  { feature: 'waf-native', field: 'waf', because: 'a web ACL is stated there', holds: ({ waf }) => waf !== undefined },
  { feature: 'response-cache', field: 'cache', because: 'a stage cache is stated there', holds: ({ cache }) => cache !== undefined },
  {
    feature: 'response-streaming',
    field: 'traffic.streaming',
    because: 'responses are streamed there',
    holds: ({ traffic }) => traffic?.streaming === true,
  },
  {
    feature: 'server-push',
    field: 'realtime',
    because: 'messages are pushed to connections there',
    holds: ({ realtime }) => realtime?.outbound !== undefined || realtime?.fanOut !== undefined,
  },
  {
    feature: 'timeout-over-29s',
    field: 'backend.lambda.duration',
    because: 'answers take longer than 29 seconds there',
    holds: ({ backend }) => backend?.lambda?.duration.gt('29000') === true,
  },
  {
    feature: 'mtls',
    field: 'loadBalancer.mutualTls',
    because: 'clients present certificates there',
    holds: ({ loadBalancer }) => loadBalancer?.mutualTls === true,
  },
  {
    feature: 'mtls',
    field: 'auth.mutualTls',
    because: 'client certificates are asked for there',
    holds: ({ auth }) => auth?.mutualTls !== undefined,
  },
  { feature: 'cors', field: 'cors', because: 'CORS is stated there', holds: ({ cors }) => cors !== undefined },
  { feature: 'auth-jwt', field: 'auth.jwt', because: 'tokens are verified there', holds: ({ auth }) => auth?.jwt !== undefined },
  { feature: 'api-keys', field: 'auth.apiKeys', because: 'API keys are stated there', holds: ({ auth }) => auth?.apiKeys !== undefined },
  {
    feature: 'auth-iam',
    field: 'auth.iamAcrossAccounts',
    because: 'callers sign with IAM there',
    holds: ({ auth }) => auth?.iamAcrossAccounts === true,
  },
  {
    feature: 'endpoint-private',
    field: 'privateEndpoint',
    because: 'clients come by a VPC endpoint there',
    holds: ({ privateEndpoint }) => privateEndpoint !== undefined,
  },
  { feature: 'dev-portal', field: 'portal', because: 'a portal is stated there', holds: ({ portal }) => portal !== undefined },
  {
    feature: 'execution-logs',
    field: 'observability.executionLogs',
    because: 'execution logs are written there',
    holds: ({ observability }) => (observability?.executionLogs?.level ?? 'off') !== 'off',
  },
];

interface Denied {
  /** The field whose value denies the features, and that value, as one reads them. */
  readonly path: readonly [string, ...string[]];
  readonly value: string;
  readonly features: readonly FeatureId[];
  readonly because: string;
  readonly write: string;
  /** Whether the workload denies them there. */
  readonly holds: (workload: Workload) => boolean;
}

/** Fields that deny features by themselves, so that `yes` in `needs` contradicts them. */
const DENIED: readonly Denied[] = [
  {
    path: ['traffic', 'streaming'],
    value: 'no',
    features: STREAMED,
    because: 'a REST API has it only by streaming its responses',
    write: 'streaming: yes',
    holds: ({ traffic }) => traffic?.streaming === false,
  },
  {
    path: ['observability', 'executionLogs', 'level'],
    value: 'off',
    features: ['execution-logs'],
    because: 'no execution logs are written there',
    write: 'level: error',
    holds: ({ observability }) => observability?.executionLogs?.level === 'off',
  },
];

/** Features of which one excludes the other: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html */
const ONE_OF: readonly (readonly [FeatureId, FeatureId, string])[] = [
  ['endpoint-edge-optimized', 'endpoint-private', 'an API has one endpoint type'],
];

/** Mistakes of `needs`: a no where another section asks for the feature, a yes where one denies it, or to two that exclude one another. */
export function* needsDenied(workload: Workload): Iterable<Mistake> {
  const { needs = {} } = workload;
  for (const { feature, field, because, holds } of ASKED) {
    if (needs[feature] !== false || !holds(workload)) continue;
    yield {
      path: ['needs', feature],
      what: `needs.${feature} is no, and ${field} asks for it`,
      because,
      write: `${feature}: yes`,
    };
  }
  for (const { path, value, features, because, write, holds } of DENIED) {
    const needed = features.find((feature) => needs[feature] === true);
    if (needed === undefined || !holds(workload)) continue;
    yield {
      path,
      what: `${path.join('.')} is ${value}, and needs.${needed} is yes`,
      because,
      write,
    };
  }
  for (const [one, other, because] of ONE_OF) {
    if (needs[one] !== true || needs[other] !== true) continue;
    yield {
      path: ['needs', one],
      what: `needs.${one} and needs.${other} are both yes`,
      because,
      write: `${one}: no`,
    };
  }
}
