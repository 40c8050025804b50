import { COMPARED, GUIDE, type ItemKind } from './item-kind.ts';

const AUTHORIZER = `${GUIDE}http-api-lambda-authorizer.html`;

/** What an HTTP API lacks of what decides who reaches an API, and how much of it. */
export const ACCESS = {
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
  'web-acl': {
    title: 'Web ACL on the stage',
    need: 'waf-native',
    class: 'workaround',
    remedy: 'a web ACL of scope CLOUDFRONT, in us-east-1, on a distribution in front, with the API closed to whoever comes around it',
    source: COMPARED,
  },
  'edge-optimized': {
    title: 'Edge-optimized, as stated',
    need: 'endpoint-edge-optimized',
    class: 'workaround',
    remedy: 'a CloudFront distribution of your own in front of the HTTP API',
    source: `${GUIDE}api-gateway-api-endpoint-types.html`,
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
} as const satisfies Readonly<Record<string, ItemKind>>;
