/** What is assumed where limits are held against a peak, and retries played out. */
export const THROTTLING_ASSUMPTIONS = {
  'throttle-best-effort': {
    text: 'Limits hold exactly: each is a token bucket, full when the peak begins, and requests arrive evenly.',
    because: 'AWS applies limits and quotas on a best-effort basis, as targets and not as ceilings; more may pass',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  },
  'throttle-every-request': {
    text: 'Every request that reaches the gateway takes a token, preflights and refused ones too; a preflight carries no API key, so that no limit of a client counts it.',
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
    field: 'traffic.peakLength',
    text: 'The peak that retries are played on lasts 60 seconds.',
    because: 'traffic.peakLength is not stated',
    source: null,
  },
  'retries-as-sdk': {
    field: 'throttling.retries',
    text: 'What throttling.retries does not say is as in AWS SDKs: three attempts, the first delay 1 s, the longest 20 s.',
    because: 'the standard mode of AWS SDKs does so when throttled; clients of yours may do otherwise',
    source: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html',
  },
} as const;
