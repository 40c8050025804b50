import type { Service, Sku } from './skus.ts';

/**
 * By which usage type, operation and unit AWS's price files and bills name what our skus price. The usage type stands there
 * behind a Region's prefix (`EUW2-`, `EU-`; in us-east-1 often none), or that of a CloudFront geography.
 * What no source names has no entry: it is known by its rate code, or not at all.
 *
 * API Gateway and load balancers: AWS's offer files of 2026-08-31. Lambda, data transfer, NAT, VPC, DynamoDB, SQS, SNS, S3,
 * Step Functions, EventBridge, Fargate, Cloud Map: the sources that the price sheets name beside each usage type, and products
 * that the Cloud Pricing API returned on 2026-10-08 (https://github.com/infracost/cloud-pricing-api). WAF and Kinesis:
 * https://github.com/infracost/infracost (internal/resources/aws). AppConfig: public tests of programs that read the Price List,
 * which agree. Streamed responses, Bot Control: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/tracking-free-tier-usage.html
 * CloudFront: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/billing-and-usage-interpreting.html All read on 2026-11-30.
 */
export interface Meter {
  readonly usageType: string;
  /** What it is called in other Regions. */
  readonly elsewhere?: string;
  /** One usage type may be billed for several things, told apart by this: ALB and NLB, custom and partner events. */
  readonly operation?: string;
  /** What AWS calls the sku's unit, besides what `UNITS` has. */
  readonly units?: readonly string[];
}

/** The code of a service in AWS's price files; also its product code on bills. */
export const SERVICE_CODES: Readonly<Partial<Record<Service, string>>> = {
  'Amazon API Gateway': 'AmazonApiGateway',
  'Amazon CloudFront': 'AmazonCloudFront',
  'Amazon CloudWatch': 'AmazonCloudWatch',
  'Amazon DynamoDB': 'AmazonDynamoDB',
  'Amazon EC2': 'AmazonEC2',
  'Amazon ECS': 'AmazonECS',
  'Amazon EventBridge': 'AWSEvents',
  'Amazon Kinesis': 'AmazonKinesis',
  'Amazon S3': 'AmazonS3',
  'Amazon SNS': 'AmazonSNS',
  'Amazon SQS': 'AWSQueueService',
  'Amazon VPC': 'AmazonVPC',
  'AWS Cloud Map': 'AWSCloudMap',
  'AWS Data Transfer': 'AWSDataTransfer',
  'AWS Lambda': 'AWSLambda',
  'AWS Step Functions': 'AmazonStates',
  'AWS Systems Manager': 'AWSSystemsManager',
  'AWS WAF': 'awswaf',
  'AWS X-Ray': 'AWSXRay',
  'Elastic Load Balancing': 'AWSELB',
};

const cache = (size: string): Meter => ({ usageType: `ApiGatewayCacheUsage:${size}GB`, operation: 'RunInstances' });
const balancer = (usageType: string, of: 'Application' | 'Network'): Meter => ({ usageType, operation: `LoadBalancing:${of}` });
/** The same duration is counted in seconds on some rows: AWS's FOCUS sample of 2024-09. */
const duration = (usageType: string): Meter => ({ usageType, units: ['seconds', 'second'] });

export const METERS: Readonly<Partial<Record<Sku, Meter>>> = {
  'apigateway/rest-requests': { usageType: 'ApiGatewayRequest', operation: 'ApiGatewayRequest' },
  'apigateway/http-requests': { usageType: 'ApiGatewayHttpRequest', operation: 'ApiGatewayHttpApi' },
  'apigateway/websocket-messages': { usageType: 'ApiGatewayMessage', operation: 'ApiGatewayWebSocket' },
  'apigateway/websocket-minutes': { usageType: 'ApiGatewayMinute', operation: 'ApiGatewayWebSocket' },
  'apigateway/cache-0.5gb': cache('0.5'),
  // Sizes that are called 1.6 and 6.1 everywhere else.
  'apigateway/cache-1.6gb': cache('1.55'),
  'apigateway/cache-6.1gb': cache('6.05'),
  'apigateway/cache-13.5gb': cache('13.5'),
  'apigateway/cache-28.4gb': cache('28.4'),
  'apigateway/cache-58.2gb': cache('58.2'),
  'apigateway/cache-118gb': cache('118'),
  'apigateway/cache-237gb': cache('237'),
  'apigateway/portal': { usageType: 'APIGateway-Portal-Months', operation: 'APIGateway-Portals' },
  'apigateway/portal-products': { usageType: 'APIGateway-Portal-Product-Months', operation: 'APIGateway-Portals' },
  'data-transfer/out': { usageType: 'DataTransfer-Out-Bytes' },
  'lambda/requests': { usageType: 'Request' },
  'lambda/duration-x86': duration('Lambda-GB-Second'),
  'lambda/duration-arm64': duration('Lambda-GB-Second-ARM'),
  'lambda/provisioned-concurrency-x86': duration('Lambda-Provisioned-Concurrency'),
  'lambda/provisioned-concurrency-arm64': duration('Lambda-Provisioned-Concurrency-ARM'),
  'lambda/provisioned-duration-x86': duration('Lambda-Provisioned-GB-Second'),
  'lambda/provisioned-duration-arm64': duration('Lambda-Provisioned-GB-Second-ARM'),
  'lambda/response-streaming': { usageType: 'Lambda-Streaming-Response-Processed-Bytes' },
  'alb/hours': balancer('LoadBalancerUsage', 'Application'),
  'alb/lcu': balancer('LCUUsage', 'Application'),
  'alb/trust-store': balancer('TS-LoadBalancerUsage', 'Application'),
  'nlb/hours': balancer('LoadBalancerUsage', 'Network'),
  'nlb/nlcu': balancer('LCUUsage', 'Network'),
  'fargate/vcpu-x86': { usageType: 'Fargate-vCPU-Hours:perCPU' },
  'fargate/memory-x86': { usageType: 'Fargate-GB-Hours' },
  'fargate/vcpu-arm64': { usageType: 'Fargate-ARM-vCPU-Hours:perCPU' },
  'fargate/memory-arm64': { usageType: 'Fargate-ARM-GB-Hours' },
  'vpc/public-ipv4': { usageType: 'PublicIPv4:InUseAddress' },
  'privatelink/endpoint-hours': { usageType: 'VpcEndpoint-Hours' },
  'privatelink/data': { usageType: 'VpcEndpoint-Bytes' },
  'waf/web-acl': { usageType: 'WebACLV2' },
  'waf/rules': { usageType: 'RuleV2' },
  'waf/requests': { usageType: 'RequestV2-Tier1' },
  'waf/bot-control-requests': { usageType: 'AMR-BotControl-Request' },
  'waf/bot-control-targeted-requests': { usageType: 'AMR-BotControl-Targeted-Request' },
  'logs/ingest': { usageType: 'DataProcessing-Bytes' },
  'logs/vended': { usageType: 'VendedLog-Bytes' },
  'logs/vended-s3': { usageType: 'S3-Egress-Bytes' },
  'logs/storage': { usageType: 'TimedStorage-ByteHrs' },
  'cloudwatch/metrics': { usageType: 'CW:MetricMonitorUsage' },
  'xray/traces-recorded': { usageType: 'XRay-TracesStored' },
  'xray/traces-retrieved': { usageType: 'XRay-TracesAccessed' },
  'dynamodb/read-request-units': { usageType: 'ReadRequestUnits' },
  'dynamodb/write-request-units': { usageType: 'WriteRequestUnits' },
  'sqs/requests': { usageType: 'Requests-RBP', elsewhere: 'Requests-Tier1' },
  'step-functions/standard-transitions': { usageType: 'StateTransition' },
  'step-functions/express-requests': { usageType: 'StepFunctions-Request' },
  'step-functions/express-duration': { usageType: 'StepFunctions-GB-Second' },
  'eventbridge/custom-events': { usageType: 'Event-64K-Chunks', operation: 'PutEvents', units: ['64k-chunks'] },
  'nat-gateway/hours': { usageType: 'NatGateway-Hours' },
  'nat-gateway/data': { usageType: 'NatGateway-Bytes' },
  'cloud-map/resources': { usageType: 'Cloud-Map-Resources' },
  'kinesis/shard-hours': { usageType: 'Storage-ShardHour', units: ['shardhour'] },
  'kinesis/put-payload-units': { usageType: 'PutRequestPayloadUnits', units: ['putrequest'] },
  'sns/requests': { usageType: 'Requests-Tier1' },
  's3/put-requests': { usageType: 'Requests-Tier1' },
  's3/get-requests': { usageType: 'Requests-Tier2' },
  'appconfig/requests': { usageType: 'AppConfig-Requests', units: ['configuration requests'] },
  'appconfig/configurations': { usageType: 'AppConfig-Deployments', units: ['configuration received'] },
  'cloudfront/data-out': { usageType: 'DataTransfer-Out-Bytes' },
  'cloudfront/https-requests': { usageType: 'Requests-Tier2-HTTPS' },
  'cloudfront/to-origin': { usageType: 'DataTransfer-Out-OBytes' },
};

/** The prefixes of CloudFront's usage types, by geography. */
export const GEOGRAPHY_PREFIXES: Readonly<Record<string, string>> = {
  us: 'US',
  canada: 'CA',
  eu: 'EU',
  'south-africa': 'ZA',
  'middle-east': 'ME',
  'south-america': 'SA',
  japan: 'JP',
  australia: 'AU',
  'asia-pacific': 'AP',
  india: 'IN',
};

/** What AWS calls our units, in small letters. What is not here is another unit. */
export const UNITS: Readonly<Record<string, readonly string[]>> = {
  request: ['requests', 'request'],
  message: ['messages', 'message'],
  minute: ['minutes', 'minute'],
  hour: ['hrs', 'hours', 'hour'],
  month: ['month', 'months'],
  GB: ['gb'],
  'GB-month': ['gb-mo', 'gb-months'],
  'GB-second': ['lambda-gb-second', 'lambda-gb-seconds', 'gb-seconds', 'gb-second'],
  'LCU-hour': ['lcu-hrs', 'lcu-hours'],
  'NLCU-hour': ['lcu-hrs', 'lcu-hours'],
  'vCPU-hour': ['hours', 'hrs', 'hour'],
  'GB-hour': ['hours', 'hrs', 'hour'],
  metric: ['metrics', 'metric'],
  trace: ['traces', 'trace'],
  RRU: ['readrequestunits'],
  WRU: ['writerequestunits'],
  transition: ['statetransitions', 'transitions'],
};
