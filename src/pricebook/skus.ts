/** The AWS services that bill. */
export type Service =
  | 'Amazon API Gateway'
  | 'Amazon CloudFront'
  | 'Amazon CloudWatch'
  | 'Amazon Data Firehose'
  | 'Amazon DynamoDB'
  | 'Amazon EC2'
  | 'Amazon ECS'
  | 'Amazon EventBridge'
  | 'Amazon Kinesis'
  | 'Amazon S3'
  | 'Amazon SNS'
  | 'Amazon SQS'
  | 'Amazon VPC'
  | 'AWS Cloud Map'
  | 'AWS Data Transfer'
  | 'AWS Lambda'
  | 'AWS Step Functions'
  | 'AWS Systems Manager'
  | 'AWS WAF'
  | 'AWS X-Ray'
  | 'Elastic Load Balancing'
  | 'Your servers';

/**
 * Every metered, priced thing: what one unit is, whose usage shares its tiers, and which AWS service bills it.
 * Keys are stable and ours; AWS's own usage types and rate codes stand in the price sheets.
 */
export interface SkuDefinition {
  readonly title: string;
  readonly service: Service;
  /** What one unit of quantity is. */
  readonly unit: string;
  /** A Region has one rate, or a CloudFront geography has, or there is one for the world; or the workload states the cost. */
  readonly scope: 'region' | 'geography' | 'worldwide' | 'stated';
  /** Whose usage counts towards the same tiers, in words. */
  readonly pool: string;
}

const perRegion =
  'one tier ladder for each Region and billing family (consolidated billing combines linked accounts; AWS states that rule for volume tiers in general)';
const noTiers = 'no tiers';

const regional = (title: string, service: Service, unit: string, pool: string = noTiers): SkuDefinition => ({
  title,
  service,
  unit,
  scope: 'region',
  pool,
});
const edge = (title: string, unit: string, pool: string = noTiers): SkuDefinition => ({
  title,
  service: 'Amazon CloudFront',
  unit,
  scope: 'geography',
  pool,
});
const gateway = (title: string, unit: string, pool?: string) => regional(title, 'Amazon API Gateway', unit, pool);
const cache = (size: string) => gateway(`API Gateway cache, ${size} GB`, 'hour');
const lambda = (title: string, unit: string, pool?: string) => regional(title, 'AWS Lambda', unit, pool);
const balancer = (title: string, unit: string) => regional(title, 'Elastic Load Balancing', unit);
const waf = (title: string, unit: string, pool?: string) => regional(title, 'AWS WAF', unit, pool);
const steps = (title: string, unit: string, pool?: string) => regional(title, 'AWS Step Functions', unit, pool);
const fargate = (what: string, unit: string) => regional(`Fargate ${what}`, 'Amazon ECS', unit);
const plan = (name: string): SkuDefinition => ({ ...edge(`CloudFront flat-rate plan, ${name}`, 'month'), scope: 'worldwide' });

export const SKUS = {
  'apigateway/rest-requests': gateway('REST API requests', 'request', perRegion),
  'apigateway/http-requests': gateway('HTTP API requests', 'request', perRegion),
  'apigateway/websocket-messages': gateway('WebSocket messages', 'message', perRegion),
  'apigateway/websocket-minutes': gateway('WebSocket connection minutes', 'minute'),
  'apigateway/cache-0.5gb': cache('0.5'),
  'apigateway/cache-1.6gb': cache('1.6'),
  'apigateway/cache-6.1gb': cache('6.1'),
  'apigateway/cache-13.5gb': cache('13.5'),
  'apigateway/cache-28.4gb': cache('28.4'),
  'apigateway/cache-58.2gb': cache('58.2'),
  'apigateway/cache-118gb': cache('118'),
  'apigateway/cache-237gb': cache('237'),
  'apigateway/portal': gateway('API Gateway portals, with ten products', 'month'),
  'apigateway/portal-products': gateway('Further products of an API Gateway portal', 'month'),
  'data-transfer/out': regional('Data transfer out', 'AWS Data Transfer', 'GB', perRegion),
  'lambda/requests': lambda('Lambda requests', 'request'),
  'lambda/duration-x86': lambda('Lambda duration, x86', 'GB-second', perRegion),
  'lambda/duration-arm64': lambda('Lambda duration, arm64', 'GB-second', perRegion),
  'lambda/provisioned-concurrency-x86': lambda('Lambda provisioned concurrency, x86', 'GB-second'),
  'lambda/provisioned-concurrency-arm64': lambda('Lambda provisioned concurrency, arm64', 'GB-second'),
  'lambda/provisioned-duration-x86': lambda('Lambda duration on provisioned concurrency, x86', 'GB-second'),
  'lambda/provisioned-duration-arm64': lambda('Lambda duration on provisioned concurrency, arm64', 'GB-second'),
  'lambda-web/requests': lambda('Lambda Web Functions, requests', 'request'),
  'lambda-web/cpu': lambda('Lambda Web Functions, active CPU', 'vCPU-second'),
  'lambda-web/memory': lambda('Lambda Web Functions, memory', 'GB-second'),
  'lambda/response-streaming': lambda('Lambda responses streamed, beyond 6 MB each', 'GB'),
  'alb/hours': balancer('Load balancer hours (ALB)', 'hour'),
  'alb/lcu': balancer('Load balancer capacity units (ALB)', 'LCU-hour'),
  'alb/trust-store': balancer('Trust store hours (ALB, mutual TLS)', 'hour'),
  'nlb/hours': balancer('Load balancer hours (NLB)', 'hour'),
  'nlb/nlcu': balancer('Load balancer capacity units (NLB)', 'NLCU-hour'),
  'fargate/vcpu-x86': fargate('vCPU, x86', 'vCPU-hour'),
  'fargate/memory-x86': fargate('memory, x86', 'GB-hour'),
  'fargate/vcpu-arm64': fargate('vCPU, arm64', 'vCPU-hour'),
  'fargate/memory-arm64': fargate('memory, arm64', 'GB-hour'),
  'nat-gateway/stated': { title: 'NAT gateway, at a stated rate', service: 'Amazon EC2', unit: 'dollar', scope: 'stated', pool: noTiers },
  'servers/monthly': { title: 'Servers, as stated', service: 'Your servers', unit: 'dollar', scope: 'stated', pool: noTiers },
  'vpc/public-ipv4': regional('Public IPv4 addresses', 'Amazon VPC', 'hour'),
  'privatelink/endpoint-hours': regional('VPC endpoint hours (PrivateLink)', 'Amazon VPC', 'hour'),
  'privatelink/data': regional('Data through VPC endpoints (PrivateLink)', 'Amazon VPC', 'GB', perRegion),
  'waf/web-acl': waf('Web ACLs', 'month'),
  'waf/rules': waf('Web ACL rules', 'month'),
  'waf/requests': waf('Web ACL requests', 'request'),
  'waf/capacity': waf('Web ACL capacity above 1,500 WCU', 'request'),
  'waf/body-inspection': waf('Bodies inspected beyond 16 KB', 'request'),
  'waf/bot-control': waf('Bot Control', 'month'),
  'waf/bot-control-requests': waf('Requests inspected by Bot Control, common', 'request', perRegion),
  'waf/bot-control-targeted-requests': waf('Requests inspected by Bot Control, targeted', 'request', perRegion),
  'logs/ingest': regional('CloudWatch Logs ingestion', 'Amazon CloudWatch', 'GB'),
  'logs/vended': regional('Vended logs to CloudWatch Logs', 'Amazon CloudWatch', 'GB', perRegion),
  'logs/vended-s3': regional('Vended logs to S3', 'Amazon CloudWatch', 'GB', perRegion),
  'logs/vended-firehose': regional('Vended logs to Data Firehose', 'Amazon CloudWatch', 'GB', perRegion),
  'logs/storage': regional('CloudWatch Logs storage', 'Amazon CloudWatch', 'GB-month'),
  'cloudwatch/metrics': regional('CloudWatch custom metrics', 'Amazon CloudWatch', 'metric', perRegion),
  'xray/traces-recorded': regional('X-Ray traces recorded', 'AWS X-Ray', 'trace'),
  'xray/traces-retrieved': regional('X-Ray traces retrieved or scanned', 'AWS X-Ray', 'trace'),
  'dynamodb/read-request-units': regional('DynamoDB read request units (RRU), on demand', 'Amazon DynamoDB', 'RRU'),
  'dynamodb/write-request-units': regional('DynamoDB write request units (WRU), on demand', 'Amazon DynamoDB', 'WRU'),
  'sqs/requests': regional('SQS requests, standard queues', 'Amazon SQS', 'request', perRegion),
  'step-functions/standard-transitions': steps('Step Functions state transitions', 'transition'),
  'step-functions/express-requests': steps('Step Functions Express requests', 'request'),
  'step-functions/express-duration': steps('Step Functions Express duration', 'GB-second', perRegion),
  'eventbridge/custom-events': regional('EventBridge custom events', 'Amazon EventBridge', 'event'),
  'nat-gateway/hours': regional('NAT gateway hours', 'Amazon EC2', 'hour'),
  'nat-gateway/data': regional('Data through NAT gateways', 'Amazon EC2', 'GB'),
  'cloud-map/resources': regional('Service instances registered in Cloud Map', 'AWS Cloud Map', 'month'),
  'kinesis/shard-hours': regional('Kinesis shard hours, provisioned streams', 'Amazon Kinesis', 'hour'),
  'kinesis/put-payload-units': regional('Kinesis payload units, provisioned streams', 'Amazon Kinesis', 'unit'),
  'sns/requests': regional('SNS requests, standard topics', 'Amazon SNS', 'request'),
  's3/put-requests': regional('S3 requests that write, S3 Standard', 'Amazon S3', 'request'),
  's3/get-requests': regional('S3 requests that read, S3 Standard', 'Amazon S3', 'request'),
  'appconfig/requests': regional('AppConfig requests for a configuration', 'AWS Systems Manager', 'request'),
  'appconfig/configurations': regional('AppConfig configurations received', 'AWS Systems Manager', 'configuration'),
  'firehose/data': regional('Data ingested by Data Firehose', 'Amazon Data Firehose', 'GB', perRegion),
  'cloudfront/data-out': edge('CloudFront data to viewers', 'GB', 'one tier ladder for each geography and billing family'),
  'cloudfront/https-requests': edge('CloudFront HTTPS requests', 'request'),
  'cloudfront/to-origin': edge('CloudFront data to the origin', 'GB'),
  'cloudfront/plan-free': plan('Free'),
  'cloudfront/plan-pro': plan('Pro'),
  'cloudfront/plan-business': plan('Business'),
  'cloudfront/plan-premium': plan('Premium'),
  'cloudfront/plan-premium-75tb': plan('Premium, 75 TB'),
  'cloudfront/plan-premium-125tb': plan('Premium, 125 TB'),
  'cloudfront/plan-premium-200tb': plan('Premium, 200 TB'),
  'cloudfront/plan-premium-350tb': plan('Premium, 350 TB'),
  'cloudfront/plan-premium-600tb': plan('Premium, 600 TB'),
} as const satisfies Record<string, SkuDefinition>;

/** The geography of what costs the same everywhere. */
export const WORLDWIDE = 'worldwide';

export type Sku = keyof typeof SKUS;

/** The unit of a sku after a number: `3 hours`, `3 GB`. */
export function unitsOf(sku: Sku): string {
  const { unit } = SKUS[sku];
  return unit === 'GB' ? unit : `${unit}s`;
}

/** Whether it comes in whole units, as requests do, and is not measured, as hours and GB are. */
export function isCounted(sku: Sku): boolean {
  return !/(?:^|-)(?:hour|minute|second|month|GB)\b/.test(SKUS[sku].unit);
}

/** Every one that a price list prices, or says why not. */
export const ALL_SKUS = (Object.keys(SKUS) as readonly Sku[]).filter((sku) => SKUS[sku].scope !== 'stated');

export function isSku(text: string): text is Sku {
  return Object.hasOwn(SKUS, text);
}
