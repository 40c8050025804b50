/**
 * Every metered, priced thing: what one unit is, whose usage shares its tiers, and which AWS service bills it.
 * Keys are stable and ours; AWS's own usage types and rate codes stand in the price sheets.
 */
export interface SkuDefinition {
  readonly title: string;
  readonly service: string;
  /** What one unit of quantity is. */
  readonly unit: string;
  /** A Region has one rate, or a CloudFront geography has. */
  readonly scope: 'region' | 'geography';
  /** Whose usage counts towards the same tiers, in words. */
  readonly pool: string;
}

const perRegion =
  'one tier ladder for each Region and billing family (consolidated billing combines linked accounts; AWS states that rule for volume tiers in general)';
const noTiers = 'no tiers';

const cache = (size: string): SkuDefinition => ({
  title: `API Gateway cache, ${size} GB`,
  service: 'Amazon API Gateway',
  unit: 'hour',
  scope: 'region',
  pool: noTiers,
});

export const SKUS = {
  'apigateway/rest-requests': {
    title: 'REST API requests',
    service: 'Amazon API Gateway',
    unit: 'request',
    scope: 'region',
    pool: perRegion,
  },
  'apigateway/http-requests': {
    title: 'HTTP API requests',
    service: 'Amazon API Gateway',
    unit: 'request',
    scope: 'region',
    pool: perRegion,
  },
  'apigateway/websocket-messages': {
    title: 'WebSocket messages',
    service: 'Amazon API Gateway',
    unit: 'message',
    scope: 'region',
    pool: perRegion,
  },
  'apigateway/websocket-minutes': {
    title: 'WebSocket connection minutes',
    service: 'Amazon API Gateway',
    unit: 'minute',
    scope: 'region',
    pool: noTiers,
  },
  'apigateway/cache-0.5gb': cache('0.5'),
  'apigateway/cache-1.6gb': cache('1.6'),
  'apigateway/cache-6.1gb': cache('6.1'),
  'apigateway/cache-13.5gb': cache('13.5'),
  'apigateway/cache-28.4gb': cache('28.4'),
  'apigateway/cache-58.2gb': cache('58.2'),
  'apigateway/cache-118gb': cache('118'),
  'apigateway/cache-237gb': cache('237'),
  'data-transfer/out': {
    title: 'Data transfer out',
    service: 'AWS Data Transfer',
    unit: 'GB',
    scope: 'region',
    pool: perRegion,
  },
  'lambda/requests': { title: 'Lambda requests', service: 'AWS Lambda', unit: 'request', scope: 'region', pool: noTiers },
  'lambda/duration-x86': {
    title: 'Lambda duration, x86',
    service: 'AWS Lambda',
    unit: 'GB-second',
    scope: 'region',
    pool: perRegion,
  },
  'lambda/duration-arm64': {
    title: 'Lambda duration, arm64',
    service: 'AWS Lambda',
    unit: 'GB-second',
    scope: 'region',
    pool: perRegion,
  },
  'lambda/provisioned-concurrency-x86': {
    title: 'Lambda provisioned concurrency, x86',
    service: 'AWS Lambda',
    unit: 'GB-second',
    scope: 'region',
    pool: noTiers,
  },
  'alb/hours': {
    title: 'Load balancer hours (ALB)',
    service: 'Elastic Load Balancing',
    unit: 'hour',
    scope: 'region',
    pool: noTiers,
  },
  'alb/lcu': {
    title: 'Load balancer capacity units (ALB)',
    service: 'Elastic Load Balancing',
    unit: 'LCU-hour',
    scope: 'region',
    pool: noTiers,
  },
  'nlb/hours': {
    title: 'Load balancer hours (NLB)',
    service: 'Elastic Load Balancing',
    unit: 'hour',
    scope: 'region',
    pool: noTiers,
  },
  'vpc/public-ipv4': { title: 'Public IPv4 addresses', service: 'Amazon VPC', unit: 'hour', scope: 'region', pool: noTiers },
  'waf/web-acl': { title: 'Web ACLs', service: 'AWS WAF', unit: 'month', scope: 'region', pool: noTiers },
  'waf/rules': { title: 'Web ACL rules', service: 'AWS WAF', unit: 'month', scope: 'region', pool: noTiers },
  'waf/requests': { title: 'Web ACL requests', service: 'AWS WAF', unit: 'request', scope: 'region', pool: noTiers },
  'logs/ingest': { title: 'CloudWatch Logs ingestion', service: 'Amazon CloudWatch', unit: 'GB', scope: 'region', pool: noTiers },
  'logs/storage': {
    title: 'CloudWatch Logs storage',
    service: 'Amazon CloudWatch',
    unit: 'GB-month',
    scope: 'region',
    pool: noTiers,
  },
  'cloudfront/data-out': {
    title: 'CloudFront data to viewers',
    service: 'Amazon CloudFront',
    unit: 'GB',
    scope: 'geography',
    pool: 'one tier ladder for each geography and billing family',
  },
  'cloudfront/https-requests': {
    title: 'CloudFront HTTPS requests',
    service: 'Amazon CloudFront',
    unit: 'request',
    scope: 'geography',
    pool: noTiers,
  },
  'cloudfront/to-origin': {
    title: 'CloudFront data to the origin',
    service: 'Amazon CloudFront',
    unit: 'GB',
    scope: 'geography',
    pool: noTiers,
  },
} as const satisfies Record<string, SkuDefinition>;

export type Sku = keyof typeof SKUS;

/** The unit of a sku after a number: `3 hours`, `3 GB`. */
export function unitsOf(sku: Sku): string {
  const { unit } = SKUS[sku];
  return unit === 'GB' ? unit : `${unit}s`;
}

export const ALL_SKUS = Object.keys(SKUS) as readonly Sku[];

export function isSku(text: string): text is Sku {
  return Object.hasOwn(SKUS, text);
}
