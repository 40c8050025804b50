import type { FrontDoor } from '../facts/front-door.ts';
import type { FeatureId } from '../workload/features.ts';
import type { Workload } from '../workload/schema.ts';

/** One thing to set up besides the API type, with its reason. */
export interface Choice {
  readonly what: 'endpoint' | 'authorizer' | 'integration';
  readonly choice: string;
  readonly because: string;
}

type Rule = readonly [needed: FeatureId, choice: string, because: string];

const ENDPOINTS: readonly Rule[] = [
  ['endpoint-private', 'private', 'it must be reachable only from inside a VPC'],
  ['endpoint-edge-optimized', 'edge-optimized', 'AWS is to run the CloudFront distribution'],
];

const AUTHORIZERS: Readonly<Record<FrontDoor, readonly Rule[]>> = {
  rest: [
    ['auth-iam', 'IAM', 'callers sign with AWS credentials; it costs nothing and starts no function'],
    ['auth-cognito-native', 'Cognito user pool', 'a REST API checks tokens of a user pool by itself'],
    ['auth-jwt', 'Lambda', 'a REST API has no JWT authorizer; a function must check the token'],
  ],
  http: [
    ['auth-iam', 'IAM', 'callers sign with AWS credentials; it costs nothing and starts no function'],
    ['auth-jwt', 'JWT', 'an HTTP API checks tokens of any OIDC issuer by itself, without a function'],
    ['auth-cognito-native', 'JWT', 'a Cognito user pool is an OIDC issuer'],
  ],
  websocket: [['auth-iam', 'IAM', 'callers sign the connect request']],
  alb: [['auth-jwt', 'JWT verification', 'a listener rule can check signed tokens']],
};

const INTEGRATIONS: readonly Rule[] = [
  ['int-vpc-cloudmap', 'VPC link to Cloud Map', 'services are found by name, without a load balancer'],
  ['int-vpc-alb', 'VPC link to a load balancer', 'the backend stands behind an ALB in a VPC'],
  ['int-vpc-nlb', 'VPC link to a load balancer', 'the backend stands behind an NLB in a VPC'],
  ['int-http-proxy', 'HTTP proxy', 'the backend is an HTTP endpoint'],
  ['int-mock', 'mock', 'the gateway answers by itself'],
];

/** The endpoint type, the authorizer and the integration that go with a front door, each with its reason. */
export function choices(frontDoor: FrontDoor, behindCloudfront: boolean, workload: Workload): readonly Choice[] {
  const needs = workload.needs ?? {};
  const first = (rules: readonly Rule[]) => rules.find(([feature]) => needs[feature] === true);
  const choose = (what: Choice['what'], rule: Rule | undefined, otherwise: readonly [string, string]): Choice => ({
    what,
    choice: rule?.[1] ?? otherwise[0],
    because: rule?.[2] ?? otherwise[1],
  });
  const endpoint = choose(
    'endpoint',
    frontDoor === 'rest' ? first(ENDPOINTS) : undefined,
    behindCloudfront
      ? ['Regional', 'an own CloudFront distribution stands in front']
      : ['Regional', 'nothing asks for another; it adds no hop'],
  );
  const lambdaAuthorizer: readonly [string, string] = ['Lambda', 'auth.lambdaAuthorizer is stated'];
  const authorizer = choose(
    'authorizer',
    first(AUTHORIZERS[frontDoor]),
    workload.auth?.lambdaAuthorizer && frontDoor !== 'alb' ? lambdaAuthorizer : ['open', 'nothing in needs says who may call'],
  );
  const service = Object.entries(needs).find(([feature, needed]) => needed && feature.startsWith('int-aws-'));
  const integration = choose(
    'integration',
    service
      ? [service[0] as FeatureId, 'AWS service', `needs.${service[0]}: no function in between to pay for or to start`]
      : first(INTEGRATIONS),
    workload.backend?.lambda ? ['Lambda proxy', 'the backend is a Lambda function'] : ['open', 'the backend is not stated'],
  );
  return frontDoor === 'alb' ? [authorizer, integration] : [endpoint, authorizer, integration];
}
