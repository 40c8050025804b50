// Workloads that are just at a limit and just above it, one for each way in which a limit is held.
import type { QuotaId } from '../../src/facts/quotas/index.ts';

export interface Row {
  readonly quota: QuotaId;
  readonly candidate: string;
  /** A rule by its id, or what else holds limits. */
  readonly by: string;
  readonly most: number;
  /** One more, unless the limit is in larger units or speaks as soon as it is reached. */
  readonly above?: number;
  readonly at: (value: number) => string;
}

const KB = 1024;
const MB = KB * KB;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PRIVATE = 'needs: { endpoint-private: yes }';
const EDGE = 'needs: { endpoint-edge-optimized: yes }';
const LAMBDA = 'backend: { lambda: { memory: 1 GB, duration: 1 s } }';
const BRIEF = 'backend: { lambda: { memory: 128 MB, duration: 1 ms } }';

const WEB = 'backend: { lambda: { memory: 2 GB, duration: 1 ms, nodeServer: yes } }';

const said =
  (field: string, unit: string) =>
  (more = '') =>
  (value: number) =>
    `traffic: { requests: 1M, ${field}: ${value}${unit} }\n${more}`;
const request = said('largestRequest', ' B');
const response = said('largestResponse', ' B');
const headers = said('largestHeaders', ' B');
const url = said('longestUrl', ' B');
const peak = said('peak', '/s');
const streamed =
  (more = '') =>
  (bytes: number) =>
    `traffic: { requests: 1M, streaming: yes, largestResponse: ${bytes} B }\n${more}`;
const paused =
  (more = '') =>
  (ms: number) =>
    `traffic: { requests: 1M, streaming: yes, streamPause: ${ms} ms }\n${more}`;
const waits =
  (more = '') =>
  (ms: number) =>
    `traffic: { requests: 1M }\nbackend: { p99: ${ms} ms }\n${more}`;
const states =
  (field: string, more = '') =>
  (value: number) =>
    `traffic: { requests: 1M }\n${field.replace('N', String(value))}\n${more}`;
const connected =
  (field: string, more = '') =>
  (value: number) =>
    `realtime: { connections: 10, ${field.replace('N', String(value))} }\n${more}`;
const plans = (count: number) =>
  Array.from({ length: count }, (_, index) => `{ name: p${index}, clients: 1, share: 0.01%, rate: 1 rps, burst: 1 }`).join(', ');
const methods = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);
const kept = (ms: number) =>
  `traffic: { requests: 1M }\nauth: { lambdaAuthorizer: { memory: 128 MB, duration: 10 ms, cacheTtl: ${ms} ms } }`;
const burst = (requests: number) => `traffic: { requests: 1M, peak: 100/s, burst: { requests: ${requests}, length: 1 ms } }`;

const row = (quota: QuotaId, candidate: string, by: string, most: number, at: Row['at'], above?: number): Row => ({
  quota,
  candidate,
  by,
  most,
  at,
  ...(above === undefined ? {} : { above }),
});
const use = (quota: QuotaId, candidate: string, most: number, at: Row['at']) => row(quota, candidate, 'use', most, at);

export const AT_LIMITS: readonly Row[] = [
  use('account-rate', 'rest', 10_000, peak()),
  use('account-rate', 'http', 10_000, peak()),
  use('account-rate', 'websocket', 10_000, (value) => `realtime: { connections: ${value}, outbound: { rate: 1/s, size: 1 KB } }`),
  // The bucket, and what comes into it meanwhile.
  row('account-burst', 'http', 'throttle', 5010, burst),

  use('rest-apis-regional', 'rest', 600, states('operations: { apis: N }')),
  use('rest-apis-edge', 'rest', 120, states('operations: { apis: N }', EDGE)),
  use('rest-apis-private', 'rest-private', 600, states('operations: { apis: N }', PRIVATE)),
  use('rest-resources', 'rest', 300, states('routes: N')),
  use('rest-stages', 'rest', 10, states('operations: { stages: N }')),
  use('rest-authorizers', 'rest', 10, states('auth: { authorizers: N }')),
  row('rest-authorizer-ttl', 'rest', 'authorizer-ttl-too-long', HOUR, kept),
  use('rest-payload', 'rest', 10 * MB, request()),
  use('rest-payload', 'rest', 10 * MB, response()),
  use('rest-timeout-regional', 'rest', 29_000, waits()),
  use('rest-timeout-private', 'rest-private', 29_000, waits(PRIVATE)),
  use('rest-timeout-edge', 'rest', 29_000, waits(EDGE)),
  use('rest-stream-duration', 'rest', 15 * MINUTE, (ms) => `traffic: { requests: 1M, streaming: yes }\nbackend: { p99: ${ms} ms }`),
  use('rest-stream-idle-regional', 'rest', 5 * MINUTE, paused()),
  use('rest-stream-idle-edge', 'rest', 30_000, paused(EDGE)),
  row('rest-stream-bandwidth', 'rest', 'stream-speed', 10 * MB, streamed()),
  // 10 MB at once and 900 seconds of 2 MB.
  row('rest-stream-bandwidth', 'rest', 'stream-duration', 1810 * MB, streamed()),
  use('rest-header-size', 'rest', 10_240, headers()),
  use('rest-header-size-private', 'rest-private', 8000, headers(PRIVATE)),
  use('rest-url-regional', 'rest', 10_240, url()),
  use('rest-url-edge-private', 'rest', 8192, url(EDGE)),
  use('rest-url-edge-private', 'rest-private', 8192, url(PRIVATE)),
  use('rest-vpc-links', 'rest', 20, states('backend: { vpc: { balancer: nlb, link: v1, links: N } }')),
  row('waf-body', 'rest', 'waf-body-unseen', 64 * KB, request('waf: { rules: 1 }')),
  row('rest-cache-sizes', 'rest+cache', 'reader', 237, states('cache: { size: N GB, hitRatio: 50% }')),
  row('rest-cache-ttl-max', 'rest+cache', 'cache-ttl-too-long', HOUR, states('cache: { size: 0.5 GB, hitRatio: 50%, ttl: N ms }')),
  use(
    'rest-cache-item',
    'rest+cache',
    MB,
    (bytes) => `traffic: { requests: 1M, response: ${bytes} B }\ncache: { size: 0.5 GB, hitRatio: 50% }`,
  ),

  use('http-routes', 'http', 300, states('routes: N')),
  use('http-stages', 'http', 10, states('operations: { stages: N }')),
  use('http-timeout', 'http', 30_000, waits()),
  use('http-payload', 'http', 10 * MB, request()),
  use('http-request-line-headers', 'http', 10_240, headers()),
  use('http-request-line-headers', 'http', 10_240, url()),
  use('http-authorizers', 'http', 10, states('auth: { authorizers: N }')),
  use('http-audiences', 'http', 50, states('auth: { jwt: { audiences: N } }')),
  row(
    'http-jwks-timeout',
    'http',
    'jwt-keys-fetched-again',
    1500,
    (ms) => `traffic: { requests: 1K }\nauth: { jwt: { scopes: yes }, latencyTarget: ${ms} ms }`,
    1499,
  ),
  row(
    'http-lambda-authorizer-timeout',
    'http',
    'authorizer-timeout-http',
    10_000,
    states('auth: { lambdaAuthorizer: { memory: 128 MB, duration: N ms } }'),
  ),
  row('http-authorizer-ttl', 'http', 'authorizer-ttl-too-long', HOUR, kept),
  use('http-vpc-links', 'http', 10, states('backend: { vpc: { balancer: nlb, links: N } }')),
  use('http-vpc-links', 'rest', 10, states('backend: { vpc: { balancer: nlb, link: v2, links: N } }')),
  row('vpc-link-v2-idle', 'http', 'vpc-link-idle', 60 * DAY - 1, states('backend: { vpc: { balancer: nlb, silence: N ms } }')),

  use('ws-new-connections', 'websocket', 500, connected('connectPeak: N/s')),
  row('ws-new-connections', 'websocket', 'throttle', 500, (value) => `realtime: { connectRate: ${value}/s, sessionLength: 1 min }`),
  row('waf-capacity', 'rest', 'reader', 5000, states('waf: { capacity: N }')),
  row('ws-duration', 'websocket', 'reader', 2 * HOUR, connected('sessionLength: N ms')),
  row('ws-duration', 'websocket', 'websocket-two-hours', 2 * HOUR, connected('stays: N ms')),
  use('ws-idle', 'websocket', 10 * MINUTE, connected('longestSilence: N ms')),
  use('ws-message', 'websocket', 128 * KB, connected('largestMessage: N B')),
  row('ws-frame', 'websocket', 'websocket-frame-too-large', 32 * KB, connected('largestMessage: N B')),
  use('ws-timeout', 'websocket', 29_000, (ms) => `realtime: { connections: 10 }\nbackend: { p99: ${ms} ms }`),
  use('ws-routes', 'websocket', 300, (value) => `realtime: { connections: 10 }\nroutes: ${value}`),
  use('ws-stages', 'websocket', 10, (value) => `realtime: { connections: 10 }\noperations: { stages: ${value} }`),
  use('ws-authorizers', 'websocket', 10, (value) => `realtime: { connections: 10 }\nauth: { authorizers: ${value} }`),

  use('domains-public', 'http', 120, states('domains: { public: N }')),
  use('domains-private', 'rest-private', 50, states('domains: { private: N }', PRIVATE)),
  use(
    'domain-access-associations',
    'rest-private',
    100,
    states('privateEndpoint: { endpoints: N }', 'needs: { custom-domain-private: yes }'),
  ),
  use('api-mappings-multilevel', 'http', 200, states('domains: { multiLevelMappings: N }')),
  use('routing-rules', 'rest', 50, states('domains: { routingRules: N }')),
  use('truststore', 'http', 1000, states('auth: { mutualTls: { certificates: N, defaultEndpoint: disabled } }')),

  use('rest-api-keys', 'rest', 10_000, states('throttling: { clients: [{ name: a, clients: N, share: 100%, rate: 1 rps, burst: 1 }] }')),
  use('rest-usage-plans', 'rest', 300, (value) => `traffic: { requests: 1M }\nthrottling: { clients: [${plans(value)}] }`),
  use(
    'rest-usage-plan-method-throttles',
    'rest',
    20,
    (value) =>
      `traffic: { requests: 1M }\nthrottling: { methods: [${methods(value)
        .map((name) => `{ name: ${name}, share: 1% }`)
        .join(', ')}], clients: [{ name: a, clients: 1, share: 100%, rate: 1 rps, burst: 1, methods: [${methods(value)
        .map((name) => `{ name: ${name}, rate: 1 rps, burst: 1 }`)
        .join(', ')}] }] }`,
  ),
  use('portal-products', 'rest', 200, states('portal: { products: N }')),

  use('alb-request-line', 'alb', 16 * KB, url()),
  row('alb-header', 'alb', 'header-too-large-alb', 16 * KB, headers()),
  use('alb-request-headers', 'alb', 64 * KB, headers()),
  use('alb-lambda-payload', 'alb', MB, request(LAMBDA)),
  row('alb-idle-timeout', 'alb', 'timeout-alb', MINUTE, waits()),
  row('waf-body-alb', 'alb', 'waf-body-unseen', 8 * KB, request('waf: { rules: 1 }')),
  use('function-url-rate', 'function-url', 10_000, peak(BRIEF)),
  use('web-function-rate', 'web-function', 10_000, peak(WEB)),
  use(
    'web-function-timeout',
    'web-function',
    900_000,
    (ms) => `traffic: { requests: 1M }\nbackend: { lambda: { memory: 2 GB, duration: 1 s, nodeServer: yes }, p99: ${ms} ms }`,
  ),
  use('alb-websocket-idle', 'alb-websocket', 4_000_000, connected('longestSilence: N ms')),
  use('nlb-websocket-idle', 'nlb-websocket', 6_000_000, connected('longestSilence: N ms')),

  use('lambda-sync-payload', 'http', 6 * MB, request(LAMBDA)),
  row('lambda-sync-payload', 'http', 'lambda-binary-payload', 4.5 * MB, request(`${LAMBDA}\nneeds: { binary: yes }`)),
  row('lambda-stream-payload', 'rest', 'lambda-stream-payload', 200 * MB, streamed(LAMBDA)),
  row('lambda-stream-bandwidth', 'function-url', 'stream-speed', 6 * MB, streamed(LAMBDA)),
  row('lambda-async-payload', 'rest', 'lambda-async-payload', MB, request('needs: { int-lambda-async: yes }')),
  use('lambda-headers', 'function-url', MB, headers(LAMBDA)),
  use('lambda-headers', 'function-url', MB, url(LAMBDA)),
  use('lambda-concurrency', 'http', 1000, peak(LAMBDA)),
  use('lambda-concurrency', 'http', 1000, states('backend: { lambda: { memory: 1 GB, duration: 1 s, provisioned: { concurrency: N } } }')),
  use('lambda-rate', 'alb', 10_000, peak(BRIEF)),
  row(
    'lambda-scaling',
    'http',
    'lambda-scaling',
    1100,
    (value) => `traffic: { requests: 1M, peak: 100/s, burst: { requests: ${value}, length: 1 s } }\n${LAMBDA}`,
  ),
  use('lambda-timeout', 'http', 900_000, states('backend: { lambda: { memory: 1 GB, duration: N ms } }')),
  row('sqs-message', 'http', 'sqs-message-size', MB, request('needs: { int-aws-sqs-send: yes }')),
  row('eventbridge-event', 'http', 'eventbridge-event-size', MB, request('needs: { int-aws-eventbridge-put: yes }')),
  row('sns-message', 'rest', 'sns-message-size', 256 * KB, request('backend: { service: { name: sns } }')),
  row('dynamodb-item', 'rest', 'service-payload-size', 400 * KB, request('backend: { service: { name: dynamodb, action: write } }')),
  row('firehose-record', 'rest', 'service-payload-size', 1000 * KB, request('backend: { service: { name: firehose } }')),
  row('kinesis-record', 'http', 'kinesis-record-size', MB, request('needs: { int-aws-kinesis-put-record: yes }')),
  row('step-functions-input', 'http', 'step-functions-input', 256 * KB, request('needs: { int-aws-sfn-start: yes }')),
  row('express-workflow-duration', 'rest', 'step-functions-sync-duration', 5 * MINUTE, waits('needs: { int-aws-sfn-start-sync: yes }')),
  use('cf-origin-timeout', 'function-url+cloudfront', 120_000, waits()),
  use('cf-origin-timeout', 'function-url+cloudfront', 120_000, paused()),
  use('cf-request-headers', 'function-url+cloudfront', 20_480, headers(LAMBDA)),
  use('cf-url', 'http+cloudfront', 8192, url()),
  use('cf-url', 'function-url+cloudfront', 8192, url(LAMBDA)),
  row(
    'cf-plan-requests',
    'http+cloudfront',
    'edge-plan-exceeded',
    1_000_000,
    (value) => `traffic: { requests: ${value}/month }\nedge: { plan: free }`,
  ),
  row(
    'cf-plan-data',
    'http+cloudfront',
    'edge-plan-exceeded',
    107_374,
    (value) => `traffic: { requests: 1M/month, response: ${value} B }\nedge: { plan: free }`,
  ),
];
