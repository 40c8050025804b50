/**
 * Every default that we chose for what a workload does not say, and every reading of AWS's rules that
 * no source settles. One row each; a report prints the rows it used.
 */
export const ASSUMPTIONS = {
  'month-hours': {
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
    because: 'the article reckons 100 million responses of 5 KB as 500 GB',
    source: 'article, Total Cost Comparison',
  },
  'always-free-off': {
    text: 'Allowances that never expire, such as 100 GB of transfer or 1M Lambda requests, are not subtracted{value}.',
    because: 'one account has them once for everything in it; --always-free on subtracts them',
    source: 'https://aws.amazon.com/free/',
  },
  'always-free-on': {
    text: 'Allowances that never expire are subtracted, as if nothing else in the organisation used them.',
    because: '--always-free on, or alwaysFree in the workload, says so',
    source: 'https://aws.amazon.com/free/',
  },
  'http-request-metered': {
    text: 'HTTP API increments of 512 KB count the request only.',
    because: "AWS's worked example meters the uploaded document and not the response; no wording settles it",
    source: 'https://aws.amazon.com/api-gateway/pricing/',
  },
  'request-fits': {
    text: 'Every request fits in one 512 KB increment of an HTTP API.',
    because: 'traffic.request is not stated',
    source: 'https://aws.amazon.com/api-gateway/pricing/',
  },
  'message-fits': {
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
    because: 'AWS does not document whether validation comes before authorization',
    source: null,
  },
  'hits-of-answerable': {
    text: 'A cache hit ratio is a share of the requests that would otherwise reach the backend.',
    because: 'refused requests and preflights are not served from these caches',
    source: null,
  },
  'edge-no-hits': {
    text: 'CloudFront caches nothing: a hit ratio of 0%.',
    because: 'edge.hitRatio is not stated, and a guess would flatter CloudFront',
    source: null,
  },
  'edge-geography': {
    text: 'All viewers are in the CloudFront geography of the Region: {value}.',
    because: 'edge.geography is not stated',
    source: 'https://aws.amazon.com/cloudfront/pricing/',
  },
  'edge-blocked-free': {
    text: 'CloudFront does not bill requests that its web ACL blocks; AWS WAF does.',
    because: 'AWS announced it with effect from 25 October 2024',
    source: 'https://aws.amazon.com/about-aws/whats-new/2024/11/amazon-cloudfront-charges-requests-blocked-aws-waf/',
  },
  'edge-waf-region': {
    text: 'A web ACL for CloudFront is priced with the rates of us-east-1.',
    because: 'web ACLs of CloudFront scope exist only there',
    source: 'https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html',
  },
  'edge-payg': {
    text: 'CloudFront is priced pay-as-you-go, over HTTPS.',
    because: 'edge.plan names no flat-rate plan',
    source: 'https://aws.amazon.com/cloudfront/pricing/',
  },
  'edge-plan': {
    text: 'The {value} plan of CloudFront pays for requests, data both ways and AWS WAF, in every geography and past what it allows.',
    because:
      'AWS charges nothing for more; if that lasts for months it may serve from fewer or more distant places. Data to the origin is not named apart, nor how many rules of AWS WAF each plan has',
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html',
  },
  'lambda-x86': {
    text: 'Lambda functions run on x86.',
    because: 'architecture is not stated, and x86 is the default of Lambda',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html',
  },
  'function-url-free': {
    text: 'The URL of a function costs nothing; the function behind it does.',
    because: 'Lambda has a price for requests and duration, and none for URLs',
    source: 'https://aws.amazon.com/lambda/pricing/',
  },
  'function-url-preflights': {
    text: 'Preflights start the function behind a function URL, and are billed as its other requests.',
    because: 'no page of AWS that we read says whether the CORS setting of the URL answers them for free',
    source: null,
  },
  'authorizer-uncached': {
    text: 'The Lambda authorizer caches nothing.',
    because: 'auth.lambdaAuthorizer.cacheHitRatio is not stated',
    source: null,
  },
  'alb-mean': {
    text: 'LCUs are computed from monthly means.',
    because: 'that is exact only if the same dimension binds in every hour; where different ones do, the bill is higher',
    source: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  },
  'alb-no-reuse': {
    text: 'Every request opens a connection of its own.',
    because: 'traffic.connections.requestsEach is not stated; reuse lowers the LCUs',
    source: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  },
  'alb-connection-60s': {
    text: 'A client connection to the load balancer stays open for 60 seconds.',
    because: 'traffic.connections.duration is not stated; 60 seconds is the default idle timeout',
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  },
  'alb-two-zones': {
    text: 'The load balancer spans two Availability Zones.',
    because: 'loadBalancer.zones is not stated; two is the least AWS allows',
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
  },
  'alb-internet-facing': {
    text: 'The load balancer faces the internet, with one public IPv4 address in each zone.',
    because: 'loadBalancer.internetFacing is not stated',
    source: 'https://aws.amazon.com/vpc/pricing/',
  },
  'alb-free-rules': {
    text: 'Requests pass no more than the 10 free listener rules.',
    because: 'loadBalancer.rules is not stated',
    source: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  },
  'alb-verifies-clients': {
    text: 'Mutual TLS verifies clients against one trust store.',
    because: 'loadBalancer.mutualTls is yes; passing certificates through to the backend needs no trust store',
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html',
  },
  'waf-one-acl': {
    text: 'There is one web ACL.',
    because: 'waf.webAcls is not stated',
    source: 'https://aws.amazon.com/waf/pricing/',
  },
  'realtime-all-day': {
    text: 'Connections are open 24 hours a day.',
    because: 'realtime.hoursPerDay is not stated',
    source: null,
  },
  'realtime-two-hour-sessions': {
    text: 'A connection lives for 2 hours, the most that AWS allows.',
    because: 'realtime.sessionLength is not stated; it decides how often clients connect, not the connection minutes',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html',
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
  'throttle-best-effort': {
    text: 'Limits hold exactly: each is a token bucket, full when the peak begins, and requests arrive evenly.',
    because: 'AWS applies limits and quotas on a best-effort basis, as targets and not as ceilings; more may pass',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  },
  'throttle-every-request': {
    text: 'Every request that reaches the gateway takes a token, preflights and refused ones too.',
    because: 'AWS says that a token counts for a request, and makes no exception',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  },
  'throttle-order': {
    text: 'Limits apply in this order: of a client for a method, of a client, of a method, of the account; a request that one refuses takes no token of the next.',
    because: 'AWS documents the order; not whether a refused request counts further on',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  },
  'throttle-one-method': {
    text: 'Requests to methods that throttling.methods does not name go to one method.',
    because: 'AWS applies a stage limit method by method, so more methods would let more pass',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  },
  'throttle-clients-alike': {
    text: 'The clients of a usage plan send alike, and to each method its share.',
    because: 'only the share of the plan is stated; a client that sends more meets its limit sooner',
    source: null,
  },
  'throttle-burst-first': {
    text: 'The busiest moment comes first, when the buckets are full.',
    because: 'traffic.burst does not say when; later in a peak that is too high it would find them empty',
    source: null,
  },
  'quota-evenly': {
    text: 'The clients of a usage plan send evenly over the month, and every request counts towards the quota.',
    because: 'traffic.requests is a monthly volume; AWS does not say whether throttled requests count',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  },
  'retries-simulated': {
    text: 'Retries are played in tenths of a second at the one limit named; who is refused is decided in proportion, and jitter spreads retries evenly.',
    because: 'it is a simulation of many alike clients, not of yours',
    source: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/',
  },
  'mean-around-peak': {
    text: 'Around the peak, requests arrive at the mean rate of the month.',
    because: 'traffic.requests says no more',
    source: null,
  },
  'peak-60s': {
    text: 'The peak that retries are played on lasts 60 seconds.',
    because: 'traffic.peakLength is not stated',
    source: null,
  },
  'retries-as-sdk': {
    text: 'What throttling.retries does not say is as in AWS SDKs: three attempts, the first delay 1 s, the longest 20 s.',
    because: 'the standard mode of AWS SDKs does so when throttled; clients of yours may do otherwise',
    source: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html',
  },
  'provisioned-even': {
    text: 'Invocations come evenly over the day, and provisioned concurrency takes those it has time for.',
    because: 'only a profile of the day would say how many more spill over to on demand',
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
    text: 'The VPC link itself costs nothing; the load balancer at its end does.',
    because: 'the offer of API Gateway has no price for one; a link of version 1 ends at an NLB, one of version 2 at an ALB or NLB',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-links-v2.html',
  },
  'vpc-link-no-reuse': {
    text: 'Every call of the API opens a connection of its own to the load balancer in the VPC.',
    because: 'backend.vpc.connections.requestsEach is not stated, and AWS does not say how API Gateway reuses connections',
    source: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  },
  'vpc-link-idle-timeout': {
    text: 'A connection to the load balancer in the VPC stays open as long as it lets an idle one: 350 seconds for an NLB, 60 for an ALB.',
    because: 'backend.vpc.connections.duration is not stated',
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html',
  },
  'endpoint-two-zones': {
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
    text: 'Execution logs write {value} for each request logged.',
    because:
      'observability.executionLogs.bytes is not stated and AWS prints no size: an estimate of ours, a dozen lines of 128 bytes, with data tracing 6 KB',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  },
  'metrics-all-month': {
    text: 'Every method or route gets requests in every hour of the month.',
    because: 'CloudWatch bills a metric for the hours in which it gets values',
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
  },
  'bot-control-all': {
    text: 'Bot Control inspects every request that the web ACL sees.',
    because: 'waf.botControl.share is not stated; a scope-down statement lowers it',
    source: 'https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-bot.html',
  },
  'portal-ten-products': {
    text: 'The portal has no more than ten products.',
    because: 'portal.products is not stated',
    source: 'https://aws.amazon.com/api-gateway/pricing/',
  },
  'store-eventual': {
    text: 'Connection records are read eventually consistent; their storage is not counted.',
    because: 'that is the default of DynamoDB, and a million records of 200 bytes are less than a fifth of a GB',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html',
  },
  'service-payload-fits': {
    text: 'Every message or event fits in 64 KB.',
    because: 'the size of the requests is not stated',
    source: 'https://aws.amazon.com/sqs/pricing/',
  },
  'express-64mb': {
    text: 'An Express workflow uses 64 MB, the least that is billed.',
    because: 'backend.service.memory is not stated',
    source: 'https://aws.amazon.com/step-functions/pricing/',
  },
  'article-silent': {
    text: 'The article gives no rate for {value}; the rate is the one AWS publishes.',
    because: 'the article edition holds only what the article says',
    source: null,
  },
} as const satisfies Record<string, { text: string; because: string; source: string | null }>;

export type AssumptionId = keyof typeof ASSUMPTIONS;
