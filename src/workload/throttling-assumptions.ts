/** What is assumed where limits are compared with a peak, and retries played out. */
export const THROTTLING_ASSUMPTIONS = {
  'throttle-best-effort': {
    text: 'Limits apply exactly: each is a token bucket, full when the peak begins, and requests arrive evenly.',
    because: 'AWS applies limits and quotas on a best-effort basis, as targets and not as ceilings; more may pass',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  },
  'throttle-every-request': {
    text: 'Every request that reaches the gateway takes a token, preflights and refused ones too; a preflight has no API key, and what an authorizer refuses does not come to a usage plan, so that no limit of a client counts them.',
    because: 'AWS says that a token counts for a request, and makes no exception',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  },
  'throttle-order': {
    text: 'Limits apply in this order: of a client for a method, of a client, of a method, of the account; a request that one refuses takes no token of the next.',
    because: 'AWS documents the order, but not whether a refused request counts against later limits',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  },
  'throttle-one-method': {
    text: 'Requests to methods that throttling.methods does not name go to one method.',
    because: 'AWS applies a stage limit method by method, so more methods would let more pass',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  },
  'throttle-clients-alike': {
    text: 'The clients of a usage plan send equal shares, and each method gets its share.',
    because: 'only the share of the plan is stated; a client that sends more meets its limit sooner',
    source: null,
  },
  'throttle-burst-first': {
    text: 'The busiest moment comes first, when the buckets are full.',
    because: 'traffic.burst does not say when; later in a peak that exceeds the limit they would be empty',
    source: null,
  },
  'quota-evenly': {
    text: 'The clients of a usage plan send evenly over the month, and every request counts towards the quota.',
    because: 'traffic.requests is a monthly volume; AWS does not say whether throttled requests count',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  },
  'retries-simulated': {
    text: 'Retries are simulated in tenths of a second at the one limit named; who is refused is decided in proportion, and jitter spreads retries evenly.',
    because: 'it simulates many identical clients, not your own',
    source: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/',
  },
  'mean-around-peak': {
    text: 'Around the peak, requests arrive at the mean rate of the month.',
    because: 'traffic.requests states only a mean',
    source: null,
  },
  'peak-60s': {
    field: 'traffic.peakLength',
    text: 'The peak in the simulation of retries lasts 60 seconds.',
    because: 'traffic.peakLength is not stated',
    source: null,
  },
  'retries-as-sdk': {
    field: 'throttling.retries',
    text: 'What throttling.retries does not state is as in AWS SDKs: three attempts, the first delay 1 s, the longest 20 s.',
    because: 'the standard mode of AWS SDKs does so when throttled; your clients may behave differently',
    source: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html',
  },
} as const;
