// What Lambda functions are billed for: requests, duration, starts, environments kept warm, streamed bytes. By hand.
import { describe, expect, test } from 'vitest';
import { articleBook } from '../price-book.ts';
import { billed, journey, metered } from './metered.ts';

const traffic = (requests: number | string, more = '') => `traffic: { requests: ${requests}${more} }`;
const lambda = (fields: string) => `\nbackend: { lambda: { ${fields} } }`;

describe('duration', () => {
  test.each([
    ['1 ms', '1'],
    ['99.9 ms', '100'],
    ['100 ms', '100'],
    ['100.1 ms', '101'],
    ['1000 ms', '1000'],
  ])('%s of 1,024 MB, a thousand times, is %s GB-seconds: by the started millisecond', (duration, seconds) => {
    expect(metered('http', 'lambda', `${traffic(1000)}${lambda(`memory: 1 GB, duration: ${duration}, architecture: x86`)}`)).toEqual([
      'lambda/requests 1000 requests (backend)',
      `lambda/duration-x86 ${seconds} GB-seconds (backend, 1,024 MB for ${Number(seconds).toLocaleString('en')} ms)`,
    ]);
  });

  test('128 MB are an eighth of a GB; arm64 has a price of its own; unstated is x86', () => {
    expect(metered('http', 'lambda', `${traffic(8)}${lambda('memory: 128 MB, duration: 1 s, architecture: arm64')}`)).toEqual([
      'lambda/requests 8 requests (backend)',
      'lambda/duration-arm64 1 GB-seconds (backend, 128 MB for 1,000 ms)',
    ]);
    expect(metered('http', 'lambda', `${traffic(8)}${lambda('memory: 128 MB, duration: 1 s')}`)).toEqual([
      'lambda/requests 8 requests (backend)',
      'lambda/duration-x86 1 GB-seconds (backend, 128 MB for 1,000 ms)',
      'assumed lambda-x86',
    ]);
  });

  test('nothing invoked, nothing billed; no duration, requests only', () => {
    expect(metered('http', 'lambda', `${traffic(0)}${lambda('memory: 1 GB, duration: 1 s')}`)).toEqual([]);
    expect(billed('http', 'lambda', `${traffic(8)}${lambda('memory: 1 GB, duration: 0 ms, architecture: x86')}`)).toEqual([
      'lambda/requests 8 requests',
    ]);
  });

  test('starts of environments run as long as they are said to, for their share', () => {
    expect(
      metered(
        'http',
        'lambda',
        `${traffic(1000)}${lambda('memory: 1 GB, duration: 1 s, architecture: x86, coldStarts: { share: 1%, duration: 799.5 ms }')}`,
      ),
    ).toEqual([
      'lambda/requests 1000 requests (backend)',
      'lambda/duration-x86 1000 GB-seconds (backend, 1,024 MB for 1,000 ms)',
      'lambda/duration-x86 8 GB-seconds (backend, starts of environments, 800 ms each)',
    ]);
  });
});

describe('provisioned concurrency', () => {
  // An environment has 730 × 3,600 = 2,628,000 seconds in a month.
  const kept = (requests: number, provisioned: string, more = '') =>
    `${traffic(requests)}${lambda(`memory: 1 GB, duration: 1 s, architecture: arm64, provisioned: ${provisioned}${more}`)}`;

  test('takes what it has time for; what is over runs on demand, and only there environments start', () => {
    expect(metered('http', 'lambda', kept(3_628_000, '{ concurrency: 1 }', ', coldStarts: { share: 10%, duration: 500 ms }'))).toEqual([
      'lambda/requests 3628000 requests (backend)',
      'lambda/provisioned-concurrency-arm64 2628000 GB-seconds (backend, 1 environments of 1,024 MB kept warm, busy 100% of the time) allowance none',
      'lambda/provisioned-duration-arm64 2628000 GB-seconds (backend, on provisioned concurrency, 1,024 MB for 1,000 ms) allowance none',
      'assumed provisioned-even',
      'lambda/duration-arm64 1000000 GB-seconds (backend, on demand, 1,024 MB for 1,000 ms) allowance none',
      'lambda/duration-arm64 50000 GB-seconds (backend, starts of environments, 500 ms each) allowance none',
    ]);
  });

  test('at just what it has time for, none is on demand', () => {
    const duration = (requests: number) => billed('http', 'lambda', kept(requests, '{ concurrency: 1 }')).slice(2);
    expect(duration(2_627_999)).toEqual(['lambda/provisioned-duration-arm64 2627999 GB-seconds']);
    expect(duration(2_628_000)).toEqual(['lambda/provisioned-duration-arm64 2628000 GB-seconds']);
    expect(duration(2_628_001)).toEqual(['lambda/provisioned-duration-arm64 2628000 GB-seconds', 'lambda/duration-arm64 1 GB-seconds']);
  });

  test('kept for 12 hours a day it takes what comes in them', () => {
    expect(metered('http', 'lambda', kept(1_314_000, '{ concurrency: 1, hoursPerDay: 12 }')).slice(1, 5)).toEqual([
      'lambda/provisioned-concurrency-arm64 1314000 GB-seconds (backend, 1 environments of 1,024 MB kept warm, busy 50% of the time) allowance none',
      'lambda/provisioned-duration-arm64 657000 GB-seconds (backend, on provisioned concurrency, 1,024 MB for 1,000 ms) allowance none',
      'assumed provisioned-even',
      'lambda/duration-arm64 657000 GB-seconds (backend, on demand, 1,024 MB for 1,000 ms) allowance none',
    ]);
  });

  test('is billed whether anything comes or not, and not where it is kept for no time', () => {
    expect(metered('http', 'lambda', kept(0, '{ concurrency: 2 }'))).toEqual([
      'lambda/provisioned-concurrency-arm64 5256000 GB-seconds (backend, 2 environments of 1,024 MB kept warm, busy 0% of the time) allowance none',
      'assumed provisioned-even',
    ]);
    expect(billed('http', 'lambda', kept(10, '{ concurrency: 2, hoursPerDay: 0 }'))).toEqual([
      'lambda/requests 10 requests',
      'lambda/duration-arm64 10 GB-seconds',
    ]);
  });

  test('of functions that take no time it takes all', () => {
    const yaml = `${traffic(10)}${lambda('memory: 1 GB, duration: 0 ms, architecture: x86, provisioned: { concurrency: 1 }, coldStarts: { share: 100%, duration: 1 s }')}`;
    expect(billed('http', 'lambda', yaml)).toEqual([
      'lambda/requests 10 requests',
      'lambda/provisioned-concurrency-x86 2628000 GB-seconds',
    ]);
  });

  test('makes costs no straight line, of a backend and of an authorizer', () => {
    const stepwise = (yaml: string) => journey('http', yaml).hops.flatMap((hop) => (hop.stepwise ? [hop.id] : []));
    const authorizer = (more: string) => `${traffic(1)}\nauth: { lambdaAuthorizer: { memory: 1 GB, duration: 1 s${more} } }`;
    expect(stepwise(kept(1, '{ concurrency: 1 }'))).toEqual(['lambda']);
    expect(stepwise(`${traffic(1)}${lambda('memory: 1 GB, duration: 1 s')}`)).toEqual([]);
    expect(stepwise(authorizer(', provisioned: { concurrency: 1 }'))).toEqual(['authorizer']);
    expect(stepwise(authorizer(''))).toEqual([]);
  });
});

test('a Web Function counts its requests, and has no price of what else it bills', () => {
  const yaml = (needs: string) =>
    `${traffic(100, ', fates: { unauthorized: 25% }')}${lambda('memory: 1 GB, duration: 1 s, nodeServer: yes')}\nneeds: { ${needs} }`;
  const unknown = (sku: string) => `incomplete ${sku} not-in-sheet: no published price of Lambda Web Functions was found`;
  expect(metered('web-function', 'web-function', yaml('auth-iam: yes'))).toEqual([
    'lambda-web/requests 75 requests',
    unknown('lambda-web/cpu'),
    unknown('lambda-web/memory'),
  ]);
  expect(billed('web-function', 'web-function', yaml('auth-iam: no'))).toEqual(['lambda-web/requests 100 requests']);
  expect(journey('web-function', yaml('auth-iam: no')).hops.map(({ id }) => id)).toEqual(['egress', 'web-function']);
});

describe('a Lambda authorizer', () => {
  const authorizer = (more = '') => `\nauth: { lambdaAuthorizer: { memory: 1 GB, duration: 1 s, architecture: x86${more} } }`;

  test('decides about what arrives and is not in its cache', () => {
    expect(
      metered(
        'http',
        'authorizer',
        `${traffic(1000, ', fates: { preflight: 10%, unauthorized: 20% }')}${authorizer(', cacheHitRatio: 80%')}`,
      ),
    ).toEqual([
      // 900 arrive: who is refused is asked about too.
      'lambda/requests 180 requests (authorizer)',
      'lambda/duration-x86 180 GB-seconds (authorizer, 1,024 MB for 1,000 ms)',
      'assumed authorizer-always-called',
    ]);
    // 900 get past the preflights; 150 of the 200 that are refused have no token, so 750 decisions, a fifth uncached.
    expect(
      billed(
        'rest',
        'authorizer',
        `${traffic(1000, ', fates: { preflight: 10%, unauthorized: 20% }')}${authorizer(', cacheHitRatio: 80%, withoutToken: 75%')}`,
      ),
    ).toEqual(['lambda/requests 150 requests', 'lambda/duration-x86 150 GB-seconds']);
    expect(metered('http', 'authorizer', `${traffic(10, ', fates: { unauthorized: 20% }')}${authorizer(', cacheHitRatio: 0%')}`)).toEqual([
      'lambda/requests 10 requests (authorizer)',
      'lambda/duration-x86 10 GB-seconds (authorizer, 1,024 MB for 1,000 ms)',
      'assumed authorizer-always-called',
    ]);
    expect(
      metered('http', 'authorizer', `${traffic(10, ', fates: { unauthorized: 20% }')}${authorizer(', cacheHitRatio: 0%, identity: none')}`),
    ).toHaveLength(2);
    expect(metered('rest', 'authorizer', `${traffic(10)}${authorizer()}`)).toEqual([
      'lambda/requests 10 requests (authorizer)',
      'lambda/duration-x86 10 GB-seconds (authorizer, 1,024 MB for 1,000 ms)',
      'assumed authorizer-uncached',
    ]);
  });

  test('of a WebSocket API is asked at each connect', () => {
    expect(metered('websocket', 'authorizer', `realtime: { connections: 1, sessionLength: 1 h }${authorizer()}`)).toEqual([
      'lambda/requests 730 requests (authorizer, at $connect)',
      'lambda/duration-x86 730 GB-seconds (authorizer, at $connect, 1,024 MB for 1,000 ms)',
    ]);
    expect(metered('websocket', 'authorizer', `realtime: { connections: 1 }${authorizer()}`)).toEqual([
      'lambda/requests 365 requests (authorizer, at $connect)',
      'lambda/duration-x86 365 GB-seconds (authorizer, at $connect, 1,024 MB for 1,000 ms)',
      'assumed realtime-two-hour-sessions',
    ]);
  });

  test('without one, who is refused is refused for nothing', () => {
    expect(metered('http', 'authorizer', traffic(10, ', fates: { unauthorized: 50% }'))).toEqual([]);
  });
});

describe('a function behind a WebSocket API', () => {
  test('is called at connect, at disconnect and for each message in', () => {
    const yaml = `realtime: { connections: 1, inbound: { rate: 1000/month }, outbound: { rate: 500/month } }${lambda('memory: 1 GB, duration: 1 s, architecture: x86')}`;
    // 365 sessions of two hours, and 1,000 messages.
    expect(metered('websocket', 'lambda', yaml)).toEqual([
      'lambda/requests 1730 requests (backend)',
      'lambda/duration-x86 1730 GB-seconds (backend, 1,024 MB for 1,000 ms)',
      'assumed lifecycle-routes',
      'assumed realtime-two-hour-sessions',
    ]);
  });
});

describe('a function that streams its answers pays for what each has beyond 6 MB', () => {
  const MB = 1_048_576;
  const streams = (bytes: number, more = '') =>
    `${traffic(1024, `, response: ${bytes} B, streaming: yes${more}`)}${lambda('memory: 1 GB, duration: 1 s')}`;
  test.each([
    [5 * MB, []],
    [6 * MB, []],
    [6 * MB + 1, ['lambda/response-streaming 0.00000095367431640625 GB']],
    [7 * MB, ['lambda/response-streaming 1 GB']],
  ] as const)('%d bytes', (bytes, expected) => {
    expect(billed('rest', 'lambda-streaming', streams(bytes))).toEqual(expected);
  });
  test('of the article a MB has 1,000,000 bytes', () => {
    expect(billed('rest', 'lambda-streaming', streams(7_000_000), articleBook)).toEqual(['lambda/response-streaming 1.024 GB']);
  });
  test('a refusal streams nothing, and what it is of is said', () => {
    expect(metered('rest', 'lambda-streaming', streams(7 * MB, ', fates: { throttled: 50% }'))).toEqual([
      'lambda/response-streaming 0.5 GB (what each response has beyond 6 MB)',
    ]);
  });
  test('of unknown size it is a lower bound', () => {
    expect(metered('rest', 'lambda-streaming', `${traffic(10, ', streaming: yes')}${lambda('memory: 1 GB, duration: 1 s')}`)).toEqual([
      'not priced: responses streamed beyond 6 MB each, traffic.response is not stated [traffic.response]',
      'incomplete lambda/response-streaming not-stated: responses are streamed and traffic.response is not stated',
    ]);
  });
});

describe('a function URL', () => {
  const needs = (auth: string) =>
    `${traffic(100, ', fates: { unauthorized: 25%, preflight: 10% }')}\nneeds: { ${auth} }${lambda('memory: 1 GB, duration: 1 s')}`;
  test('refuses by IAM before the function starts, and nobody otherwise', () => {
    expect(metered('function-url', 'function-url', needs('auth-iam: yes'))).toEqual([
      'free lambda/requests 25 requests (refused by IAM before the function starts)',
      'assumed function-url-free',
      'assumed function-url-preflights',
    ]);
    expect(billed('function-url', 'lambda', needs('auth-iam: yes'))[0]).toBe('lambda/requests 75 requests');
    expect(metered('function-url', 'function-url', needs('auth-iam: no'))).toEqual([
      'assumed function-url-free',
      'assumed function-url-preflights',
    ]);
    expect(billed('function-url', 'lambda', needs('auth-iam: no'))[0]).toBe('lambda/requests 100 requests');
  });
  test('says nothing of preflights that do not come', () => {
    expect(metered('function-url', 'function-url', `${traffic(10)}${lambda('memory: 1 GB, duration: 1 s')}`)).toEqual([
      'assumed function-url-free',
    ]);
  });
});
