import type { FeatureId } from './features.ts';
import type { Workload } from './schema.ts';
import { listedRoutes, type Route } from './routes-stated.ts';
import { isThere } from './share.ts';

/** A feature that a field asks for, and when. */
export interface Asked {
  readonly feature: FeatureId;
  /** In words, after a yes: `where it is stated`. */
  readonly says: string;
  readonly holds: (workload: Workload) => boolean;
  /** A no in `needs` stands beside it: it may be had in another way than by this feature. */
  readonly deniable: boolean;
}

/** What a field asks for; `nothing`, where whatever stands there asks for no feature. */
type Requires = 'nothing' | readonly Asked[];

const asks = (feature: FeatureId, holds: Asked['holds'], says = 'where it is stated'): Asked => ({ feature, says, holds, deniable: false });
/** The action of a service that the API calls by itself. */
const calls = (feature: FeatureId, name: NonNullable<NonNullable<Workload['backend']>['service']>['name']): Asked =>
  asks(feature, ({ backend }) => backend?.service?.name === name, `where it is ${name}`);
const deniable = (asked: Asked): Asked => ({ ...asked, deniable: true });

/** What only a private API has, and what only open connections have: to need the one is to need the other. */
export const WITH: Readonly<Partial<Record<FeatureId, FeatureId>>> = {
  'custom-domain-private': 'endpoint-private',
  'vpc-endpoint-policy': 'endpoint-private',
  'auth-per-message': 'server-push',
  'metric-connect-message': 'server-push',
  'metric-disconnect': 'server-push',
  'ws-connection-mgmt': 'server-push',
  'ws-subprotocols': 'server-push',
  'ws-connect-integration-required': 'server-push',
  'ws-broadcast': 'server-push',
};

const hasRoute =
  (is: (route: Route) => boolean): Asked['holds'] =>
  (workload) =>
    listedRoutes(workload)?.some(is) === true;

/** In milliseconds, what an HTTP API waits for an answer: a second more than a REST API, whose quota can be raised. */
const USUAL_WAIT = '30000';
const OVER = 'where it is over 30 seconds';

/**
 * What each field of a workload asks for, in the order of the schema. A key stands for its field with all that is in it, unless
 * a longer key does; a test holds that every field of the schema has one.
 */
export const REQUIRES: Readonly<Record<string, Requires>> = {
  name: 'nothing',
  region: 'nothing',
  tags: 'nothing',
  account: 'nothing',
  payer: 'nothing',
  inUse: 'nothing',
  routes: [
    asks(
      'default-route',
      hasRoute(({ path }) => path === '$default'),
      'where $default is among them',
    ),
    asks(
      'auth-jwt',
      hasRoute(({ authorizer }) => authorizer === 'jwt'),
      'where one has the authorizer jwt',
    ),
    asks(
      'auth-iam',
      hasRoute(({ authorizer }) => authorizer === 'iam'),
      'where one has the authorizer iam',
    ),
    asks(
      'auth-cognito-native',
      hasRoute(({ authorizer }) => authorizer === 'cognito'),
      'where one has the authorizer cognito',
    ),
    asks(
      'auth-lambda-request',
      hasRoute(({ authorizer }) => authorizer === 'lambda'),
      'where one has the authorizer lambda',
    ),
  ],
  headers: 'nothing',
  audited: 'nothing',
  hoursPerMonth: 'nothing',
  alwaysFree: 'nothing',
  freeTier: 'nothing',
  // Sizes and rates are compared with quotas.
  traffic: 'nothing',
  'traffic.streaming': [asks('response-streaming', ({ traffic }) => traffic?.streaming === true, 'where it is yes')],
  realtime: [
    asks(
      'server-push',
      ({ realtime }) => realtime?.outbound !== undefined || realtime?.fanOut !== undefined,
      'where outbound or fanOut is stated',
    ),
  ],
  'throttling.account': 'nothing',
  'throttling.accountUsedByOthers': 'nothing',
  'throttling.newConnections': 'nothing',
  'throttling.stage': [asks('throttle-stage', ({ throttling }) => throttling?.stage !== undefined)],
  'throttling.methods': [
    asks('throttle-route-or-method', ({ throttling }) => throttling?.methods?.some(limited) === true, 'where one has a rate'),
  ],
  'throttling.clients': [
    asks('usage-plans', (workload) => plans(workload).length > 0, 'where one of them sends requests'),
    asks('per-client-rate', (workload) => plans(workload).some(limited), 'where one has a rate'),
    asks('per-client-quota', (workload) => plans(workload).some(({ quota }) => quota !== undefined), 'where one has a quota'),
    asks('throttle-usage-plan-method', (workload) => plans(workload).some(({ methods }) => methods !== undefined), 'where one has methods'),
  ],
  'throttling.retries': 'nothing',
  needs: 'nothing',
  // It asks for a distribution, which is no feature: a candidate without one lacks it.
  edge: 'nothing',
  cache: [asks('response-cache', ({ cache }) => cache !== undefined)],
  // An authorizer may read one token only, and then the other kind is no need.
  'auth.lambdaAuthorizer': [deniable(asks('auth-lambda-request', ({ auth }) => auth?.lambdaAuthorizer !== undefined))],
  'auth.open': 'nothing',
  'auth.latencyTarget': 'nothing',
  // The backend checks it, behind whatever front door.
  'auth.signedBody': 'nothing',
  'auth.iamAcrossAccounts': [asks('auth-iam', ({ auth }) => auth?.iamAcrossAccounts === true, 'where it is yes')],
  'auth.apiKeys': [asks('api-keys', ({ auth }) => auth?.apiKeys !== undefined)],
  'auth.jwt': [asks('auth-jwt', ({ auth }) => auth?.jwt !== undefined)],
  'auth.mutualTls': [asks('mtls', ({ auth }) => auth?.mutualTls !== undefined)],
  'auth.mutualTls.defaultEndpoint': [
    asks('disable-default-endpoint', ({ auth }) => auth?.mutualTls?.defaultEndpoint === 'disabled', 'where it is disabled'),
  ],
  'auth.mutualTls.revocation': [
    asks('mtls-revocation', ({ auth }) => auth?.mutualTls?.revocation === 'authorizer', 'where it is authorizer'),
  ],
  cors: [asks('cors', ({ cors }) => cors !== undefined)],
  operations: 'nothing',
  // Every front door invokes a function.
  'backend.lambda': 'nothing',
  'backend.lambda.duration': [asks('timeout-over-29s', ({ backend }) => backend?.lambda?.duration.gt(USUAL_WAIT) === true, OVER)],
  'backend.monthly': 'nothing',
  'backend.fargate': 'nothing',
  'backend.passThrough': 'nothing',
  'backend.p99': [asks('timeout-over-29s', ({ backend }) => backend?.p99?.gt(USUAL_WAIT) === true, OVER)],
  'backend.vpc': [
    asks('int-vpc-nlb', ({ backend }) => backend?.vpc?.balancer === 'nlb', 'where balancer is nlb'),
    asks('int-vpc-alb', ({ backend }) => backend?.vpc?.balancer === 'alb', 'where balancer is alb'),
    asks('int-vpc-cloudmap', ({ backend }) => backend?.vpc?.balancer === 'none', 'where balancer is none'),
  ],
  'backend.service': [
    calls('int-aws-sqs-send', 'sqs'),
    calls('int-aws-eventbridge-put', 'eventbridge'),
    calls('int-aws-kinesis-put-record', 'kinesis'),
    asks(
      'int-aws-sfn-start',
      ({ backend }) => backend?.service?.name.startsWith('step-functions') === true,
      'where it is a workflow of Step Functions',
    ),
    calls('int-aws-appconfig-get', 'appconfig'),
    calls('int-aws-dynamodb', 'dynamodb'),
    calls('int-aws-sns-publish', 'sns'),
    calls('int-aws-s3-get-put', 's3'),
    calls('int-aws-firehose', 'firehose'),
  ],
  waf: [asks('waf-native', ({ waf }) => waf !== undefined)],
  loadBalancer: 'nothing',
  'loadBalancer.mutualTls': [asks('mtls', ({ loadBalancer }) => loadBalancer?.mutualTls === true, 'where it is yes')],
  privateEndpoint: [asks('endpoint-private', ({ privateEndpoint }) => privateEndpoint !== undefined)],
  portal: [asks('dev-portal', ({ portal }) => portal !== undefined)],
  // Every front door writes access logs, in one form or another.
  'observability.accessLogs': 'nothing',
  'observability.executionLogs': [
    asks('execution-logs', ({ observability }) => (observability?.executionLogs?.level ?? 'off') !== 'off', 'unless its level is off'),
  ],
  'observability.detailedMetrics': [asks('metrics-detailed', ({ observability }) => observability?.detailedMetrics !== undefined)],
  // The backend may record them, and then the front door need not.
  'observability.xray': [
    deniable(asks('xray', ({ observability }) => observability?.xray?.sampling.isZero() === false, 'unless its sampling is 0%')),
  ],
};

/** Fields that ask for one of these features by themselves, each with when, in words. */
export function askedBy(features: readonly FeatureId[]): readonly (readonly [field: string, says: string])[] {
  const byField = new Map<string, string[]>();
  const add = (field: string, says: string) => byField.set(field, [...(byField.get(field) ?? []), says]);
  for (const [field, requires] of Object.entries(REQUIRES)) {
    for (const one of requires === 'nothing' ? [] : requires) if (features.includes(one.feature)) add(field, one.says);
  }
  for (const [feature, other] of Object.entries(WITH)) if (features.includes(other)) add(`needs.${feature}`, 'where it is yes');
  return [...byField].map(([field, says]) => [field, either(says)]);
}

const VALUE = 'where it is ';

/** `where it is sqs`, or `where it is dynamodb, sns or s3` of values that all do. */
function either(says: readonly string[]): string {
  const [first = '', ...rest] = new Set(says);
  const last = rest.at(-1);
  if (last === undefined || !says.every((one) => one.startsWith(VALUE))) return first;
  const between = rest.slice(0, -1).map((one) => one.slice(VALUE.length));
  return `${[first, ...between].join(', ')} or ${last.slice(VALUE.length)}`;
}

type Plan = NonNullable<NonNullable<Workload['throttling']>['clients']>[number];

function plans({ throttling }: Workload): readonly Plan[] {
  return throttling?.clients?.filter(isThere) ?? [];
}

function limited({ rate }: { readonly rate?: unknown }): boolean {
  return rate !== undefined;
}
