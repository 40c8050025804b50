import { BACKEND_ASSUMPTIONS } from './backend-assumptions.ts';
import { EDGE_ASSUMPTIONS } from './edge-assumptions.ts';
import { HELP_ASSUMPTIONS } from './help-assumptions.ts';
import { THROTTLING_ASSUMPTIONS } from './throttling-assumptions.ts';

interface AssumptionRow {
  readonly text: string;
  readonly because: string;
  readonly source: string | null;
  /** The field of a workload that takes its place; none for a reading of AWS's rules. */
  readonly field?: string;
  /** Several fields may. */
  readonly ofFields?: true;
}

/**
 * Every default that we chose for what a workload does not say, and every reading of AWS's rules that
 * no source settles. One row each; a report prints the rows it used.
 */
export const ASSUMPTIONS = {
  'month-hours': {
    field: 'hoursPerMonth',
    text: 'A month has {value} hours.',
    because: "AWS's examples use 730, an average month, or 720, thirty days; --hours-per-month changes it",
    source: 'https://docs.aws.amazon.com/pricing-calculator/latest/userguide/what-is-pricing-calculator.html',
  },
  'binary-gigabytes': {
    text: 'KB, MB and GB are powers of 1,024.',
    because: 'AWS bills transfer in GB of 2^30 bytes and meters in 512 KB and 32 KB of 1,024 bytes; load balancers count decimal GB',
    source: 'https://aws.amazon.com/api-gateway/pricing/',
  },
  'decimal-gigabytes': {
    text: 'KB, MB and GB are powers of 1,000.',
    because: 'the article counts 100 million responses of 5 KB as 500 GB',
    source: 'article, Total Cost Comparison',
  },
  'example-values': {
    ofFields: true,
    text: 'Examples stand where nothing is stated: {value}.',
    because: 'the file marks them as examples, not stated; they are not yours until you state a value',
    source: null,
  },
  'loose-sizes': {
    ofFields: true,
    text: 'Sizes are bytes, also where the unit could mean something else: {value}.',
    because: 'kb may stand for kilobits, or for 1,000 bytes; KB, kB and KiB say which is meant',
    source: null,
  },
  'always-free-off': {
    field: 'alwaysFree',
    text: 'Allowances that never expire, such as 100 GB of transfer or 1M Lambda requests, are not subtracted{value}.',
    because: 'one account has them once for everything in it; --always-free on subtracts them',
    source: 'https://aws.amazon.com/free/',
  },
  'always-free-on': {
    text: 'Allowances that never expire are subtracted, as if nothing else in the organisation used them.',
    because: '--always-free on, or alwaysFree in the workload, says so',
    source: 'https://aws.amazon.com/free/',
  },
  'free-tier-none': {
    field: 'freeTier',
    text: 'No free tier of a new account is subtracted{value}.',
    because:
      'the 12 months of accounts opened before 15 July 2025 ended by July 2026, and later accounts have credits instead; --free-tier legacy subtracts it',
    source: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/tracking-free-tier-usage.html',
  },
  'free-tier-legacy': {
    text: 'The free tier of the first 12 months is subtracted, as if nothing else in the organisation used it.',
    because: 'it is stated; only accounts opened before 15 July 2025 had it, the last of them until July 2026',
    source: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/tracking-free-tier-usage.html',
  },
  'free-tier-credits': {
    text: 'Credits of a new account are not subtracted.',
    because:
      'an account opened since 15 July 2025 has up to $200 once, for all services and 12 months at the most; they cover no usage of each month, and nothing states what is left of them',
    source: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/free-tier.html',
  },
  'contract-covers': {
    field: 'payer',
    text: 'The contract covers it; {value} of the workload is not stated.',
    because: 'it is agreed for certain payers or accounts, and nothing says that this is another one',
    source: null,
  },
  'http-request-metered': {
    text: 'HTTP API increments of 512 KB count the request only.',
    because: "AWS's worked example meters the uploaded document and not the response; no wording settles it",
    source: 'https://aws.amazon.com/api-gateway/pricing/',
  },
  'request-fits': {
    field: 'traffic.request',
    text: 'Every request fits in one 512 KB increment of an HTTP API.',
    because: 'traffic.request is not stated',
    source: 'https://aws.amazon.com/api-gateway/pricing/',
  },
  'responses-streamed': {
    field: 'traffic.streaming',
    text: 'Every response is streamed: a REST API meters it by each started 10 MB, Lambda by what it has beyond 6 MB.',
    because: 'needs asks for streaming, and traffic.streaming is not stated',
    source: 'https://aws.amazon.com/api-gateway/pricing/',
  },
  'message-fits': {
    field: 'realtime.inbound.size',
    text: 'Every message whose size is not stated fits in one 32 KB increment.',
    because: 'the size of the messages is not stated',
    source: 'https://aws.amazon.com/api-gateway/pricing/',
  },
  'refused-free': {
    text: 'Requests that API Gateway refuses (401, 403, 429) or never sees (blocked by its web ACL) are not billed as requests.',
    because: 'AWS staff said so on re:Post in 2020 and again later; no current AWS page does',
    source: null,
  },
  'answered-billed': {
    text: 'Preflights that API Gateway answers, and requests that it finds invalid (400), are billed as requests.',
    because: 'AWS staff list refused authorization, keys, quotas and throttling as not billed, and no AWS text settles these two',
    source: null,
  },
  'refusals-small': {
    text: 'Only answers of the backend or a cache count as data transfer; refusals and preflight answers do not.',
    because: 'their bodies are a few bytes, and headers are not in the stated sizes',
    source: null,
  },
  'pipeline-order': {
    text: 'A gateway answers preflights, authorizes, throttles, validates and looks in its cache, in this order.',
    because:
      'execution logs of a live API (2017-06-05) show authorizer, then usage plan and API key, then validation; AWS does not document the order, nor where the throttles of stage and account stand',
    source: null,
  },
  'hits-of-answerable': {
    text: 'A cache hit ratio is a share of the requests that would otherwise reach the backend.',
    because: 'refused requests, preflights and what a web ACL would block are not served from these caches',
    source: null,
  },
  'cache-smallest': {
    field: 'cache',
    text: 'The stage cache has 0.5 GB, the smallest, and answers nothing: a hit ratio of 0%.',
    because: 'cache is not stated, and a guess would make it look cheaper',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
  },
  ...EDGE_ASSUMPTIONS,
  'lambda-x86': {
    field: 'backend.lambda.architecture',
    text: 'Lambda functions run on x86.',
    because: 'architecture is not stated, and x86 is the default of Lambda',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html',
  },
  'fargate-x86': {
    field: 'backend.fargate.architecture',
    text: 'Fargate tasks run on x86.',
    because: 'backend.fargate.architecture is not stated, and x86 is the default of ECS',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
  },
  'fargate-steady': {
    text: 'Fargate tasks cost their vCPU and memory on demand only: 20 GB of storage each are included, and have neither a public address nor a discount.',
    because: 'backend.fargate states nothing else of them; Spot and Savings Plans cost less',
    source: 'https://aws.amazon.com/fargate/pricing/',
  },
  'function-url-free': {
    text: 'The URL of a function is free; the function behind it is not.',
    because: 'Lambda has a price for requests and duration, and none for URLs',
    source: 'https://aws.amazon.com/lambda/pricing/',
  },
  'function-url-preflights': {
    text: 'Preflights start the function behind a function URL, and are billed as its other requests.',
    because: 'no page of AWS that we read says whether the CORS setting of the URL answers them for free',
    source: null,
  },
  'authorizer-uncached': {
    field: 'auth.lambdaAuthorizer.cacheHitRatio',
    text: 'The Lambda authorizer caches nothing.',
    because: 'auth.lambdaAuthorizer.cacheHitRatio is not stated',
    source: null,
  },
  'authorizer-always-called': {
    field: 'auth.lambdaAuthorizer.withoutToken',
    text: 'The Lambda authorizer is called for every request that it refuses.',
    because:
      'auth.lambdaAuthorizer.withoutToken is not stated; a request without the identity source is answered with 401, and calls no function',
    source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html',
  },
  'alb-logs-vended': {
    text: 'Access logs of an Application Load Balancer are delivered to CloudWatch Logs, and billed as vended logs.',
    because: 'AWS delivers them there since August 2026 and prints no price of them; those in S3 cost what S3 bills',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html',
  },
  'alb-mean': {
    text: 'LCUs are computed from monthly means.',
    because: 'that is exact only if the same dimension binds in every hour; where different ones do, the bill is higher',
    source: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  },
  'alb-no-reuse': {
    field: 'traffic.connections.requestsEach',
    text: 'Every request opens a connection of its own.',
    because: 'traffic.connections.requestsEach is not stated; reuse lowers the LCUs',
    source: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  },
  'alb-connection-60s': {
    field: 'traffic.connections.duration',
    text: 'A client connection to the load balancer stays open for 60 seconds.',
    because: 'traffic.connections.duration is not stated; 60 seconds is the default idle timeout',
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  },
  'alb-two-zones': {
    field: 'loadBalancer.zones',
    text: 'The load balancer spans two Availability Zones.',
    because: 'loadBalancer.zones is not stated; two is the least AWS allows',
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
  },
  'alb-internet-facing': {
    field: 'loadBalancer.internetFacing',
    text: 'The load balancer faces the internet, with one public IPv4 address in each zone.',
    because: 'loadBalancer.internetFacing is not stated',
    source: 'https://aws.amazon.com/vpc/pricing/',
  },
  'alb-free-rules': {
    field: 'loadBalancer.rules',
    text: 'Requests pass no more than the 10 free listener rules.',
    because: 'loadBalancer.rules is not stated',
    source: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  },
  'alb-verifies-clients': {
    field: 'loadBalancer.mutualTls',
    text: 'Mutual TLS verifies clients against one trust store.',
    because: 'clients present certificates; passing them through to the backend needs none, and loadBalancer.mutualTls: no prices that',
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html',
  },
  'realtime-all-day': {
    field: 'realtime.hoursPerDay',
    text: 'Connections are open 24 hours a day.',
    because: 'realtime.hoursPerDay is not stated',
    source: null,
  },
  'realtime-two-hour-sessions': {
    field: 'realtime.sessionLength',
    text: 'A connection lives for 2 hours, the most that AWS allows.',
    because: 'realtime.sessionLength is not stated; it decides how often clients connect, not the connection minutes',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html',
  },
  'heartbeats-billed': {
    text: 'Each heartbeat is one message of at most 32 KB from the client, whose route starts no backend and answers nothing.',
    because: 'AWS bills messages sent and received, and does not mention ping frames of the protocol, which browsers cannot send',
    source: 'https://aws.amazon.com/api-gateway/pricing/',
  },
  'balancer-passes-messages': {
    text: 'A load balancer for connections passes every message both ways; heartbeats have no bytes worth counting.',
    because: 'once a connection is upgraded it is one TCP connection from the client to a server',
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html',
  },
  'nlb-passes-tls': {
    text: 'A Network Load Balancer for connections listens on TCP, and your servers end TLS.',
    because: 'a TLS listener holds 3,000 connections for each capacity unit instead of 100,000, and 50 new ones a second instead of 800',
    source: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  },
  'counted-for-both': {
    text: 'What {value} states exists twice: for the API of the requests, and for the API of the connections.',
    because: 'traffic and realtime are both stated, which makes two APIs, and nothing states that they share it',
    source: null,
  },
  'lifecycle-routes': {
    text: 'The $connect and $disconnect routes invoke the backend, and are not billed as messages.',
    because: 'a backend that pushes must learn connection ids; AWS meters messages sent and received',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html',
  },
  'log-compression': {
    text: 'Stored logs take 15% of their ingested size.',
    because: 'the AWS Pricing Calculator assumes this compression',
    source: 'https://calculator.aws/#/createCalculator/CloudWatch',
  },
  ...HELP_ASSUMPTIONS,
  ...THROTTLING_ASSUMPTIONS,
  'provisioned-even': {
    text: 'Invocations come evenly over the day, and provisioned concurrency takes as many as it can.',
    because: 'only a daily profile would show how many more run on demand',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html',
  },
  'provisioned-breakeven': {
    text: 'Provisioned concurrency costs less than on demand only if it is busy for more than {value}.',
    because: 'there its own price and the lower price of duration on it add up to the price of duration on demand, starts included',
    source: 'https://aws.amazon.com/lambda/pricing/',
  },
  'provisioned-never': {
    text: 'Provisioned concurrency costs more than on demand in this Region, however busy it is ({value}).',
    because: 'its own price and the price of duration on it add up to more than the price of duration on demand',
    source: 'https://aws.amazon.com/lambda/pricing/',
  },
  'vpc-link-free': {
    text: 'The VPC link itself is free; a load balancer at its end is not.',
    because:
      'the offer of API Gateway has no price for one; a link of version 1 ends at an NLB, one of version 2 at an ALB or NLB, or of an HTTP API at AWS Cloud Map',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-links-v2.html',
  },
  'vpc-link-no-reuse': {
    field: 'backend.vpc.connections.requestsEach',
    text: 'Every call of the API opens a connection of its own to the load balancer in the VPC.',
    because: 'backend.vpc.connections.requestsEach is not stated, and AWS does not say how API Gateway reuses connections',
    source: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  },
  'vpc-link-idle-timeout': {
    field: 'backend.vpc.connections.duration',
    text: 'A connection to the load balancer in the VPC stays open as long as it lets an idle one: 350 seconds for an NLB, 60 for an ALB.',
    because: 'backend.vpc.connections.duration is not stated',
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html',
  },
  'endpoint-two-zones': {
    field: 'privateEndpoint.zones',
    text: 'A VPC endpoint stands in two Availability Zones.',
    because: 'privateEndpoint.zones is not stated; AWS recommends two or more',
    source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  },
  'endpoint-no-transfer': {
    text: 'A private API has no data transfer out; the bytes are billed by its VPC endpoint, both ways.',
    because: "AWS's worked example of a private API counts them so",
    source: 'https://aws.amazon.com/api-gateway/pricing/',
  },
  'execution-log-bytes': {
    field: 'observability.executionLogs.bytes',
    text: 'Execution logs write {value} for each request logged.',
    because:
      'observability.executionLogs.bytes is not stated and AWS prints no size: our estimate, a dozen lines of 128 bytes, with data tracing 6 KB',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  },
  'metrics-all-month': {
    text: 'Every method or route gets requests in every hour of the month.',
    because: 'CloudWatch bills a metric for the hours in which it gets values',
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
  },
  'portal-ten-products': {
    field: 'portal.products',
    text: 'The portal has no more than ten products.',
    because: 'portal.products is not stated',
    source: 'https://aws.amazon.com/api-gateway/pricing/',
  },
  'store-eventual': {
    text: 'Connection records are read eventually consistent; their storage is not counted.',
    because: 'that is the default of DynamoDB, and a million records of 200 bytes are less than 0.2 GB',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html',
  },
  ...BACKEND_ASSUMPTIONS,
  'article-silent': {
    text: 'The article gives no rate for {value}; the rate is the one AWS publishes.',
    because: 'the article edition holds only what the article says',
    source: null,
  },
} as const satisfies Record<string, AssumptionRow>;

export type AssumptionId = keyof typeof ASSUMPTIONS;

/** The field that takes the place of an assumption where a workload states it; null for a reading of AWS's rules. */
export function fieldInstead(id: AssumptionId): string | null {
  const { field }: AssumptionRow = ASSUMPTIONS[id];
  return field ?? null;
}

/** Whether whoever writes the workload can state something else instead. */
export function canBeStated(id: AssumptionId): boolean {
  const { field, ofFields }: AssumptionRow = ASSUMPTIONS[id];
  return field !== undefined || ofFields === true;
}
