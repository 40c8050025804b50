import { PAGES } from '../features/pages.ts';
import { via } from '../support.ts';
import type { Exclusion } from './exclusion.ts';

/** Whose method or route names one type and one authorizer. */
const ROUTES = { rest: PAGES.restReference, http: PAGES.v2Reference } as const;

const ONE_AUTHORIZER = 'a route has one authorizer: IAM, or the function that would do this';
const asWell = (what: string) => via('a Lambda authorizer', `a route has one authorizer: the function that ${what} checks the token too`);

/** One route, method or URL has one authorizer; where several routes can differ, nothing is excluded. */
export const CALLERS: readonly Exclusion[] = [
  {
    id: 'http-iam-or-function',
    on: ['http'],
    lost: ['api-keys', 'usage-plans', 'per-client-rate', 'per-client-quota'],
    beside: ['auth-iam'],
    says: ONE_AUTHORIZER,
    becomes: 'no',
    page: PAGES.v2Reference,
  },
  {
    id: 'http-token-and-counters',
    on: ['http'],
    lost: ['auth-jwt', 'auth-cognito-native', 'auth-scopes-per-route'],
    beside: ['api-keys', 'usage-plans', 'per-client-rate', 'per-client-quota'],
    says: 'a route has one authorizer, and the function that keeps keys and counts is one',
    becomes: asWell('keeps keys and counts'),
    page: PAGES.v2Reference,
  },
  {
    id: 'http-counters-asked-each-time',
    on: ['http'],
    lost: ['authorizer-cache'],
    beside: ['usage-plans', 'per-client-rate', 'per-client-quota'],
    says: 'a function that counts requests must be asked for each, and a kept answer asks nobody',
    becomes: 'no',
    page: PAGES.httpLambdaAuthorizer,
  },
  ...(['rest', 'http'] as const).flatMap((door): Exclusion[] => [
    {
      id: `${door}-iam-or-revocation`,
      on: [door],
      where: 'itself',
      lost: ['mtls-revocation'],
      beside: ['auth-iam'],
      says: ONE_AUTHORIZER,
      becomes: 'no',
      page: ROUTES[door],
    },
    {
      id: `${door}-token-and-revocation`,
      on: [door],
      where: 'itself',
      lost: ['auth-jwt', 'auth-cognito-native', 'auth-scopes-per-route'],
      beside: ['mtls-revocation'],
      says: 'a route has one authorizer, and the function that looks up certificates is one',
      becomes: asWell('looks up certificates'),
      page: ROUTES[door],
    },
  ]),
  {
    id: 'connect-one-authorizer',
    on: ['websocket'],
    lost: [
      'auth-jwt',
      'auth-cognito-native',
      'auth-lambda-token',
      'auth-lambda-request',
      'auth-scopes-per-route',
      'api-key-from-authorizer',
    ],
    beside: ['auth-iam'],
    given: 'connections',
    says: 'callers are authorized on the $connect route only, and it has one authorizer: IAM or a function',
    becomes: 'no',
    page: PAGES.v2Reference,
  },
  {
    id: 'url-signed-or-not',
    on: ['function-url'],
    where: 'itself',
    lost: ['auth-jwt', 'auth-cognito-native', 'auth-lambda-token', 'auth-lambda-request', 'auth-scopes-per-route'],
    beside: ['auth-iam'],
    says: 'a URL has one authorization type for all its paths: with IAM it refuses whoever does not sign, and the signature takes the place of a token',
    becomes: 'no',
    page: PAGES.functionUrlAccess,
  },
  {
    id: 'balancer-grpc-token',
    on: ['alb'],
    lost: ['auth-jwt', 'auth-cognito-native', 'auth-scopes-per-route'],
    beside: ['grpc'],
    says: 'a rule for gRPC only forwards',
    becomes: via('code in the backend', 'a rule for gRPC only forwards, so your servers check the token'),
    page: PAGES.balancerTargets,
  },
  {
    id: 'mcp-public',
    on: ['rest'],
    lost: ['mcp-target'],
    beside: ['endpoint-private', 'disable-default-endpoint'],
    says: 'a direct target needs its public default endpoint',
    becomes: asOpenapi('a direct target needs its public default endpoint'),
    page: PAGES.mcpTarget,
  },
  {
    id: 'mcp-authorizer',
    on: ['rest'],
    lost: ['mcp-target'],
    beside: ['auth-cognito-native', 'auth-jwt', 'auth-lambda-token', 'auth-lambda-request', 'mtls-revocation'],
    says: 'a direct target reaches no method behind Cognito or a Lambda authorizer',
    becomes: asOpenapi('a direct target reaches no method behind Cognito or a Lambda authorizer'),
    page: PAGES.mcpTarget,
  },
];

function asOpenapi(why: string) {
  return via('an OpenAPI target of AgentCore Gateway', `you describe the API to it: ${why}`);
}
