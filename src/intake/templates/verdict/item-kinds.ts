import type { FeatureId } from '../../../workload/features.ts';
import type { ItemClass } from '../scanned.ts';

/** A kind of thing that an HTTP API lacks: what it is, how hard it is to do without, and by what. */
interface ItemKind {
  /** Such as `Private endpoint`. */
  readonly title: string;
  readonly need: FeatureId;
  readonly class: ItemClass;
  readonly remedy: string;
  readonly source: string;
}

const GUIDE = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/';
/** AWS's own table of what REST APIs have and HTTP APIs lack. */
const COMPARED = `${GUIDE}http-api-vs-rest.html`;
const SERVICES = `${GUIDE}http-api-develop-integrations-aws-services-reference.html`;
const MAPPING = `${GUIDE}http-api-parameter-mapping.html`;
const LAMBDA = `${GUIDE}http-api-develop-integrations-lambda.html`;
const AUTHORIZER = `${GUIDE}http-api-lambda-authorizer.html`;

/**
 * Classes: `workaround`, a setting or a service in front or beside gives it, without a change of application code; `rewrite`, an
 * integration, a function or an authorizer is written anew, or clients see another answer; `blocked`, nothing short of
 * another product keeps it.
 */
export const ITEM_KINDS = {
  'private-endpoint': {
    title: 'Private endpoint',
    need: 'endpoint-private',
    class: 'blocked',
    remedy: 'keep REST; or an internal Application Load Balancer or VPC Lattice in place of API Gateway',
    source: COMPARED,
  },
  'private-domain': {
    title: 'Custom domain name for a private API',
    need: 'custom-domain-private',
    class: 'blocked',
    remedy: 'keep REST; or an internal Application Load Balancer with the domain',
    source: COMPARED,
  },
  'policy-by-address': {
    title: 'Resource policy by address',
    need: 'resource-policy',
    class: 'workaround',
    remedy: 'a web ACL with an IP set on CloudFront, or the check in a Lambda authorizer',
    source: COMPARED,
  },
  'policy-by-account': {
    title: 'Resource policy by account or role',
    need: 'resource-policy',
    class: 'rewrite',
    remedy: 'IAM authorization, with a role in this account that callers assume',
    source: COMPARED,
  },
  'policy-by-network': {
    title: 'Resource policy by VPC',
    need: 'resource-policy',
    class: 'blocked',
    remedy: 'keep REST',
    source: COMPARED,
  },
  'policy-by-other': {
    title: 'Resource policy with other conditions',
    need: 'resource-policy',
    class: 'blocked',
    remedy: 'read the condition: what it decides by may be decided in a Lambda authorizer',
    source: COMPARED,
  },
  'client-quota': {
    title: 'Quota for each client',
    need: 'per-client-quota',
    class: 'blocked',
    remedy: 'keep REST, or count for each client in code of your own',
    source: `${GUIDE}api-gateway-api-usage-plans.html`,
  },
  'client-rate': {
    title: 'Rate for each client',
    need: 'per-client-rate',
    class: 'blocked',
    remedy: 'keep REST, or limit each client in code of your own',
    source: `${GUIDE}api-gateway-api-usage-plans.html`,
  },
  'client-method-rate': {
    title: 'Rate for each client and method',
    need: 'throttle-usage-plan-method',
    class: 'blocked',
    remedy: 'keep REST, or limit each client in code of your own',
    source: `${GUIDE}api-gateway-api-usage-plans.html`,
  },
  'api-key': {
    title: 'API key',
    need: 'api-keys',
    class: 'rewrite',
    remedy: 'a Lambda authorizer that checks the key',
    source: COMPARED,
  },
  'api-key-from-authorizer': {
    title: 'API key from the authorizer',
    need: 'api-key-from-authorizer',
    class: 'rewrite',
    remedy: 'let the Lambda authorizer itself decide what the key decides now',
    source: COMPARED,
  },
  marketplace: {
    title: 'AWS Marketplace',
    need: 'marketplace',
    class: 'blocked',
    remedy: 'keep REST',
    source: COMPARED,
  },
  'response-streaming': {
    title: 'Streamed answers',
    need: 'response-streaming',
    class: 'blocked',
    remedy: 'keep REST, or a function URL that streams',
    source: COMPARED,
  },
  'long-timeout': {
    title: 'Integration timeout of more than 30 seconds',
    need: 'timeout-over-29s',
    class: 'blocked',
    remedy: 'answer at once and work asynchronously, or keep REST for this route',
    source: `${GUIDE}http-api-quotas.html`,
  },
  'service-without-subtype': {
    title: 'Action of an AWS service that HTTP APIs do not call',
    need: 'int-aws-any',
    class: 'blocked',
    remedy: 'a function between, or these routes on REST',
    source: SERVICES,
  },
  'several-in-one': {
    title: 'Several entries in one call of a service',
    need: 'transform-body-vtl',
    class: 'blocked',
    remedy: 'clients send one entry a request, or a function sends them',
    source: SERVICES,
  },
  'service-by-template': {
    title: 'Call of a service by a template',
    need: 'transform-body-vtl',
    class: 'rewrite',
    remedy: 'a first-class integration with parameter mapping',
    source: SERVICES,
  },
  'response-template': {
    title: 'Response body made by a template',
    need: 'transform-body-vtl',
    class: 'rewrite',
    remedy: 'clients take the answer as it comes, or a function makes it: HTTP APIs overwrite headers and the status only',
    source: MAPPING,
  },
  'lambda-without-proxy': {
    title: 'Lambda without the proxy',
    need: 'int-lambda-custom',
    class: 'rewrite',
    remedy: 'a function that takes the proxy event and makes its own answer; event format 1.0 is what REST proxies send',
    source: LAMBDA,
  },
  'http-without-proxy': {
    title: 'HTTP backend without the proxy',
    need: 'int-http-custom',
    class: 'rewrite',
    remedy: 'HTTP proxy with parameter mapping; what the templates do moves into the backend',
    source: MAPPING,
  },
  'lambda-asynchronous': {
    title: 'Lambda started asynchronously',
    need: 'int-lambda-async',
    class: 'rewrite',
    remedy: 'SQS, EventBridge or Step Functions in front of the function',
    source: COMPARED,
  },
  mock: {
    title: 'Mock integration',
    need: 'int-mock',
    class: 'rewrite',
    remedy: 'a small function; for routes that do not exist an HTTP API answers 404 by itself',
    source: COMPARED,
  },
  'body-validated': {
    title: 'Body validated',
    need: 'validate-body',
    class: 'rewrite',
    remedy: 'validate in the function',
    source: COMPARED,
  },
  'parameters-validated': {
    title: 'Parameters validated',
    need: 'validate-params',
    class: 'rewrite',
    remedy: 'validate in the function',
    source: COMPARED,
  },
  'body-validated-for-service': {
    title: 'Body validated in front of a service',
    need: 'validate-body',
    class: 'blocked',
    remedy: 'a function between: the service has no code to validate in',
    source: COMPARED,
  },
  'parameters-validated-for-service': {
    title: 'Parameters validated in front of a service',
    need: 'validate-params',
    class: 'blocked',
    remedy: 'a function between: the service has no code to validate in',
    source: COMPARED,
  },
  'backend-certificate': {
    title: 'Client certificate towards the backend',
    need: 'backend-client-certificate',
    class: 'blocked',
    remedy: 'TLS and a secret header; where the backend is Lambda, which never sees the certificate, remove it',
    source: COMPARED,
  },
  'edge-optimized': {
    title: 'Edge-optimized, as stated',
    need: 'endpoint-edge-optimized',
    class: 'workaround',
    remedy: 'a CloudFront distribution of your own in front of the HTTP API',
    source: `${GUIDE}api-gateway-api-endpoint-types.html`,
  },
  'web-acl': {
    title: 'Web ACL on the stage',
    need: 'waf-native',
    class: 'workaround',
    remedy: 'a web ACL of scope CLOUDFRONT, in us-east-1, on a distribution in front, with the API closed to whoever comes around it',
    source: COMPARED,
  },
  'stage-cache': {
    title: 'Cache of the stage',
    need: 'response-cache',
    class: 'workaround',
    remedy: 'a CloudFront cache in front of the HTTP API, for answers that are the same for all; a cache for each caller belongs in code',
    source: COMPARED,
  },
  traces: {
    title: 'X-Ray traces of the gateway',
    need: 'xray',
    class: 'workaround',
    remedy: 'traces of the function; the segment of the gateway is lost',
    source: COMPARED,
  },
  'execution-logs': {
    title: 'Execution logs',
    need: 'execution-logs',
    class: 'workaround',
    remedy: 'access logs with $context.error.message and $context.integrationErrorMessage',
    source: COMPARED,
  },
  'access-logs-to-firehose': {
    title: 'Access logs to Firehose',
    need: 'access-logs-firehose',
    class: 'workaround',
    remedy: 'access logs to CloudWatch Logs, and a subscription of the log group',
    source: COMPARED,
  },
  'cognito-authorizer': {
    title: 'Cognito authorizer',
    need: 'auth-cognito-native',
    class: 'workaround',
    remedy:
      'a JWT authorizer with the user pool as issuer and its app client ids as audience; event format 1.0 keeps requestContext.authorizer.claims',
    source: `${GUIDE}http-api-jwt-authorizer.html`,
  },
  'token-authorizer': {
    title: 'TOKEN authorizer',
    need: 'auth-lambda-token',
    class: 'workaround',
    remedy:
      'a REQUEST authorizer with event format 1.0, which also has authorizationToken and methodArn; a validation expression moves into its code',
    source: AUTHORIZER,
  },
  'gateway-responses': {
    title: 'Gateway responses',
    need: 'gateway-responses',
    class: 'workaround',
    remedy: 'CORS headers on errors come from the CORS settings; other bodies are fixed',
    source: COMPARED,
  },
  compression: {
    title: 'Compression',
    need: 'compression',
    class: 'workaround',
    remedy: 'compression by CloudFront or the backend',
    source: COMPARED,
  },
  canary: {
    title: 'Canary release',
    need: 'canary',
    class: 'workaround',
    remedy: 'a weighted alias of the function, or weighted DNS records',
    source: COMPARED,
  },
  'tls-policy': {
    title: 'Choice of TLS policy',
    need: 'tls-policy-choice',
    class: 'workaround',
    remedy: "CloudFront's security policy for viewers",
    source: COMPARED,
  },
  'tls-enhanced-policy': {
    title: 'Post-quantum or FIPS TLS policy',
    need: 'tls-enhanced-pq-fips',
    class: 'blocked',
    remedy: 'keep REST',
    source: COMPARED,
  },
  'routing-rules': {
    title: 'Routing rules of the domain',
    need: 'routing-rules',
    class: 'workaround',
    remedy: 'a CloudFront Function that chooses the origin by header or path',
    source: COMPARED,
  },
  'documentation-parts': {
    title: 'Documentation parts',
    need: 'api-docs-parts',
    class: 'workaround',
    remedy: 'the OpenAPI definition and a static portal',
    source: COMPARED,
  },
  'mcp-target': {
    title: 'Target of an MCP gateway',
    need: 'mcp-target',
    class: 'blocked',
    remedy: 'keep REST, or give the gateway the OpenAPI definition or the functions as targets',
    source: COMPARED,
  },
  'developer-portal': {
    title: 'Developer portal',
    need: 'dev-portal',
    class: 'workaround',
    remedy: 'the OpenAPI definition and a static portal',
    source: COMPARED,
  },
} as const satisfies Readonly<Record<string, ItemKind>>;

export type ItemId = keyof typeof ITEM_KINDS;
