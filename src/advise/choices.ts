import { behindCloudfront } from '../candidates/by-cloudfront.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { FEATURE_TABLES } from '../facts/features/index.ts';
import { isGateway, type FrontDoor } from '../facts/front-door.ts';
import { FEATURES, type FeatureId } from '../workload/features.ts';
import type { Workload } from '../workload/schema.ts';
import { requirementsOf } from '../workload/requirements.ts';

/** One thing to set up besides the API type, with its reason. */
export interface Choice {
  readonly what: 'endpoint' | 'authorizer' | 'integration';
  readonly choice: string;
  readonly because: string;
}

type Rule = readonly [needed: FeatureId, choice: string, because: string];

const ENDPOINTS: Readonly<Record<FrontDoor, readonly Rule[]>> = {
  rest: [
    ['endpoint-private', 'private', 'it must be reachable only from inside a VPC'],
    ['endpoint-edge-optimized', 'edge-optimized', 'AWS is to run the CloudFront distribution'],
  ],
  http: [],
  websocket: [],
  alb: [['endpoint-private', 'internal', 'it must be reachable only from inside a VPC']],
  'function-url': [],
};

const IAM: Rule = ['auth-iam', 'IAM', 'callers sign with AWS credentials; it costs nothing and starts no function'];

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html warns against keys alone. */
const KEYS: Rule = ['api-keys', 'not said', 'API keys tell clients apart; AWS advises against them as the only check of who may call'];

const AUTHORIZERS: Readonly<Record<FrontDoor, readonly Rule[]>> = {
  rest: [
    IAM,
    ['auth-cognito-native', 'Cognito user pool', 'a REST API checks tokens of a user pool by itself'],
    ['auth-jwt', 'Lambda', 'a REST API has no JWT authorizer, so a function must check the token'],
    ['auth-lambda-token', 'Lambda', 'a function of yours reads the token'],
    ['auth-lambda-request', 'Lambda', 'a function of yours reads the request'],
    ['mtls', 'client certificates', 'the custom domain checks them; nothing in needs asks for more'],
    KEYS,
  ],
  http: [
    IAM,
    ['auth-jwt', 'JWT', 'an HTTP API checks tokens of any OIDC issuer by itself, without a function'],
    ['auth-cognito-native', 'JWT', 'a Cognito user pool is an OIDC issuer'],
    ['auth-lambda-token', 'Lambda', 'a function of yours reads the token'],
    ['auth-lambda-request', 'Lambda', 'a function of yours reads the request'],
    ['mtls', 'client certificates', 'the custom domain checks them; nothing in needs asks for more'],
    KEYS,
  ],
  websocket: [
    ['auth-iam', 'IAM', 'callers sign the connect request'],
    ['auth-jwt', 'Lambda', 'a WebSocket API has no JWT authorizer, so a function must check the token when a client connects'],
    ['auth-cognito-native', 'Lambda', 'a function must check the token of the user pool when a client connects'],
    ['auth-lambda-request', 'Lambda', 'a function of yours reads the connect request'],
    KEYS,
  ],
  alb: [
    ['auth-jwt', 'JWT verification', 'a listener rule checks signed tokens'],
    ['auth-cognito-native', 'Cognito', 'a listener rule signs browsers in'],
    ['mtls', 'client certificates', 'the listener checks them against a trust store'],
  ],
  'function-url': [IAM],
};

const INTEGRATIONS: readonly Rule[] = [
  ['int-vpc-cloudmap', 'VPC link to Cloud Map', 'services are found by name, without a load balancer'],
  ['int-vpc-alb', 'VPC link to a load balancer', 'the backend stands behind an ALB in a VPC'],
  ['int-vpc-nlb', 'VPC link to a load balancer', 'the backend stands behind an NLB in a VPC'],
  ['int-http-proxy', 'HTTP proxy', 'the backend is an HTTP endpoint'],
  ['int-mock', 'mock', 'the gateway answers by itself'],
];

function ofBackend({ backend }: Workload): readonly [string, string] {
  if (backend?.lambda) return ['Lambda proxy', 'the backend is a Lambda function'];
  if (backend?.vpc) return ['VPC link to a load balancer', `the backend stands behind an ${backend.vpc.balancer.toUpperCase()} in a VPC`];
  if (backend?.service) return ['AWS service', `backend.service is ${backend.service.name}: no function in between to pay for or to start`];
  return ['not said', 'the workload does not say what answers'];
}

/** The endpoint type, the authorizer and the integration that go with a front door, each with its reason. */
export function choices(candidate: Candidate, workload: Workload): readonly Choice[] {
  const { frontDoor } = candidate;
  const required = requirementsOf(workload);
  const first = (rules: readonly Rule[]) => rules.find(([feature]) => required.has(feature));
  const choose = (what: Choice['what'], rule: Rule | undefined, otherwise: readonly [string, string]): Choice => ({
    what,
    choice: rule?.[1] ?? otherwise[0],
    because: rule?.[2] ?? otherwise[1],
  });
  const endpoint = choose('endpoint', first(ENDPOINTS[frontDoor]), [
    frontDoor === 'alb' ? 'internet-facing' : 'Regional',
    behindCloudfront(candidate) ? 'your own CloudFront distribution stands in front' : 'nothing asks for another; it adds no hop',
  ]);
  const lambdaAuthorizer: readonly [string, string] = ['Lambda', 'the workload states the function (auth.lambdaAuthorizer)'];
  const authorizer = choose(
    'authorizer',
    first(AUTHORIZERS[frontDoor]),
    workload.auth?.lambdaAuthorizer && isGateway(frontDoor) ? lambdaAuthorizer : ['not said', 'decide who may call before it goes live'],
  );
  const integration: Choice =
    frontDoor === 'function-url'
      ? { what: 'integration', choice: 'the function itself', because: 'the URL belongs to it; nothing stands in between' }
      : choose('integration', serviceCalled(frontDoor, workload) ?? first(INTEGRATIONS), ofBackend(workload));
  return [endpoint, authorizer, integration];
}

/** A route to an AWS service: directly where the front door can, else by a function. */
function serviceCalled(frontDoor: FrontDoor, workload: Workload): Rule | undefined {
  const called = requirementsOf(workload)
    .all.map(({ feature }) => feature)
    .filter((feature) => feature.startsWith('int-aws-'));
  const [feature] = called;
  if (!feature) return undefined;
  const names = called.map((one) => FEATURES[one].name).join(', ');
  const direct = called.every((one) => FEATURE_TABLES[frontDoor][one].type === 'native');
  return direct
    ? [feature, 'AWS service', `${names}: no function stands in between, to be paid for and started`]
    : [feature, 'Lambda proxy', `${names}: a function must make the call`];
}
