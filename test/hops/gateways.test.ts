// What an API of API Gateway counts of a month: by hand, at each increment, one byte below it and one above.
import { describe, expect, test } from 'vitest';
import { articleBook } from '../price-book.ts';
import { billed, journey, metered } from './metered.ts';

const MB = 1_048_576;

describe('a REST API that streams bills a request for every started 10 MB of a response', () => {
  test.each([
    ['0 B', '1000 requests'],
    ['1 B', '1000 requests'],
    [`${9 * MB} B`, '1000 requests'],
    [`${9 * MB + 1} B`, '1000 requests'],
    [`${10 * MB - 1} B`, '1000 requests'],
    [`${10 * MB} B`, '1000 requests'],
    [`${10 * MB + 1} B`, '1000 requests as 2000'],
    [`${20 * MB} B`, '1000 requests as 2000'],
    [`${20 * MB + 1} B`, '1000 requests as 3000'],
  ])('%s: %s', (response, line) => {
    expect(billed('rest', 'rest', `traffic: { requests: 1000, response: ${response}, streaming: yes }`)).toEqual([
      `apigateway/rest-requests ${line}`,
    ]);
  });

  test('of the article a MB has 1,000,000 bytes', () => {
    const of = (response: number) =>
      billed('rest', 'rest', `traffic: { requests: 1, response: ${response} B, streaming: yes }`, articleBook);
    expect([of(10_000_000), of(10_000_001)]).toEqual([
      ['apigateway/rest-requests 1 requests'],
      ['apigateway/rest-requests 1 requests as 2'],
    ]);
  });

  test('each size class by itself: 900 of 1 MB and 100 of 25 MB are 900 + 300', () => {
    expect(
      metered(
        'rest',
        'rest',
        'traffic: { requests: 1000, streaming: yes, sizes: [{ share: 90%, response: 1 MB }, { share: 10%, response: 25 MB }] }',
      ),
    ).toEqual(['apigateway/rest-requests 1000 requests as 1200 (streamed responses count one request for each started 10 MB)']);
  });

  test('a refusal has no body to stream: 500 invalid ones count as 500, whatever a response has', () => {
    expect(billed('rest', 'rest', 'traffic: { requests: 1000, response: 30 MB, streaming: yes, fates: { invalid: 50% } }')).toEqual([
      'apigateway/rest-requests 1000 requests as 2000',
    ]);
  });

  test('of unknown size it is a lower bound; only where streaming is needed and not stated is it assumed', () => {
    const unknown = [
      'apigateway/rest-requests 10 requests',
      'incomplete apigateway/rest-requests not-stated: responses are streamed and traffic.response is not stated',
      'not priced: 10 MB increments of streamed responses, traffic.response is not stated [traffic.response]',
    ];
    expect(metered('rest', 'rest', 'traffic: { requests: 10, streaming: yes }')).toEqual(unknown);
    expect(metered('rest', 'rest', 'traffic: { requests: 10 }\nneeds: { sse: yes }')).toEqual([...unknown, 'assumed responses-streamed']);
    expect(
      metered('rest', 'rest', 'traffic: { requests: 10, streaming: yes, sizes: [{ share: 50% }, { share: 50%, response: 1 KB }] }'),
    ).toEqual(unknown);
    expect(metered('rest', 'rest', 'traffic: { requests: 10, streaming: yes, fates: { invalid: 100% } }')).toEqual([
      'apigateway/rest-requests 10 requests',
      'assumed answered-billed',
    ]);
  });

  test('one that does not stream bills one, of 25 MB or of unknown size', () => {
    for (const traffic of ['{ requests: 10, response: 25 MB }', '{ requests: 10 }'])
      expect(metered('rest', 'rest', `traffic: ${traffic}`)).toEqual(['apigateway/rest-requests 10 requests']);
  });
});

describe('an HTTP API bills a request for every started 512 KB of a request', () => {
  test.each([
    [1, ''],
    [511 * 1024, ''],
    [512 * 1024 - 1, ''],
    [512 * 1024, ''],
    [512 * 1024 + 1, ' as 2000'],
    [1024 * 1024, ' as 2000'],
    [1024 * 1024 + 1, ' as 3000'],
  ])('%d bytes', (bytes, as) => {
    expect(billed('http', 'http', `traffic: { requests: 1000, request: ${bytes} B }`)).toEqual([
      `apigateway/http-requests 1000 requests${as}`,
    ]);
  });

  test('of the article a KB has 1,000 bytes', () => {
    expect(billed('http', 'http', 'traffic: { requests: 1, request: 512001 B }', articleBook)).toEqual([
      'apigateway/http-requests 1 requests as 2',
    ]);
  });

  test('says which it counted so, and of what size it does not know', () => {
    expect(metered('http', 'http', 'traffic: { requests: 2, request: 1 MB }')).toEqual([
      'apigateway/http-requests 2 requests as 4 (larger requests count one for each started 512 KB)',
      'assumed http-request-metered',
    ]);
    expect(metered('http', 'http', 'traffic: { requests: 2, request: 1 KB }')).toEqual([
      'apigateway/http-requests 2 requests',
      'assumed http-request-metered',
    ]);
    expect(metered('http', 'http', 'traffic: { requests: 2, sizes: [{ share: 50%, request: 1 MB }, { share: 50% }] }')).toEqual([
      'apigateway/http-requests 2 requests as 3 (larger requests count one for each started 512 KB)',
      'assumed http-request-metered',
      'assumed request-fits',
    ]);
  });
});

describe('what a gateway refuses is not billed', () => {
  const FATES = 'traffic: { requests: 1000, request: 1 MB, fates: { preflight: 5%, unauthorized: 10%, throttled: 20%, invalid: 15% } }';

  test('100 unauthorized and 200 throttled of 1,000: 700 are', () => {
    expect(metered('rest', 'rest', FATES)).toEqual([
      'apigateway/rest-requests 700 requests',
      'free apigateway/rest-requests 100 requests (refused (401, 403): not billed by API Gateway)',
      'free apigateway/rest-requests 200 requests (throttled (429): not billed by API Gateway)',
      'assumed refused-free',
      'assumed answered-billed',
    ]);
    // A preflight request has no body, so that 50 count once; 650 count twice, for nobody validates at an HTTP API.
    expect(metered('http', 'http', FATES)).toEqual([
      'apigateway/http-requests 700 requests as 1350 (larger requests count one for each started 512 KB)',
      'assumed http-request-metered',
      'free apigateway/http-requests 100 requests (refused (401, 403): not billed by API Gateway)',
      'free apigateway/http-requests 200 requests (throttled (429): not billed by API Gateway)',
      'assumed refused-free',
      'assumed answered-billed',
    ]);
  });

  test('all refused: nothing is billed', () => {
    const lines = (id: string) => [
      `free apigateway/${id}-requests 10 requests (refused (401, 403): not billed by API Gateway)`,
      'assumed refused-free',
    ];
    for (const id of ['rest', 'http'])
      expect(metered(id, id, 'traffic: { requests: 10, fates: { unauthorized: 100% } }')).toEqual(lines(id));
  });

  test('none refused: nothing is said', () => {
    expect(metered('rest', 'rest', 'traffic: { requests: 10, fates: { blocked: 50% } }')).toEqual(['apigateway/rest-requests 10 requests']);
    expect(metered('rest', 'rest', 'traffic: { requests: 10, fates: { preflight: 50% } }')).toEqual([
      'apigateway/rest-requests 10 requests',
      'assumed answered-billed',
    ]);
  });

  test('its own web ACL stands right before it; what one at CloudFront blocks never comes near', () => {
    const yaml = 'traffic: { requests: 10, fates: { blocked: 20% } }\nwaf: { rules: 1 }';
    expect(metered('rest', 'rest', yaml)).toEqual([
      'apigateway/rest-requests 8 requests',
      'free apigateway/rest-requests 2 requests (blocked by the web ACL: not billed by API Gateway)',
      'assumed refused-free',
    ]);
    expect(metered('rest+cloudfront', 'rest', yaml)).toEqual(['apigateway/rest-requests 8 requests']);
    // Nor does what CloudFront answers.
    expect(metered('rest+cloudfront', 'rest', `${yaml}\nedge: { hitRatio: 50% }`)).toEqual(['apigateway/rest-requests 4 requests']);
  });
});

describe('a WebSocket API bills a message for every started 32 KB', () => {
  const inbound = (bytes: number | string) => `realtime: { connections: 10, inbound: { rate: 10/month, size: ${bytes} B } }`;

  test.each([
    [1, ''],
    [31 * 1024, ''],
    [32 * 1024 - 1, ''],
    [32 * 1024, ''],
    [32 * 1024 + 1, ' as 200'],
    [64 * 1024, ' as 200'],
    [64 * 1024 + 1, ' as 300'],
    [128 * 1024, ' as 400'],
  ])('%d bytes', (bytes, as) => {
    // 10 connections for 730 hours of 60 minutes.
    expect(billed('websocket', 'websocket', inbound(bytes))).toEqual([
      `apigateway/websocket-messages 100 messages${as}`,
      'apigateway/websocket-minutes 438000 minutes',
    ]);
  });

  test('of the article a KB has 1,000 bytes', () => {
    // 720 hours.
    expect(billed('websocket', 'websocket', inbound(32_001), articleBook)).toEqual([
      'apigateway/websocket-messages 100 messages as 200',
      'apigateway/websocket-minutes 432000 minutes',
    ]);
  });

  test('says what it depends on', () => {
    expect(metered('websocket', 'websocket', inbound(32_769))).toEqual([
      'apigateway/websocket-messages 100 messages as 200 (larger messages count one for each started 32 KB)',
      'apigateway/websocket-minutes 438000 minutes',
      'assumed realtime-all-day',
    ]);
    expect(metered('websocket', 'websocket', 'realtime: { connections: 10, hoursPerDay: 24, outbound: { rate: 10/month } }')).toEqual([
      'apigateway/websocket-messages 100 messages',
      'apigateway/websocket-minutes 438000 minutes',
      'assumed message-fits',
    ]);
  });

  test('nothing open costs nothing', () => {
    expect(metered('websocket', 'websocket', 'realtime: { connections: 0, hoursPerDay: 24 }')).toEqual([]);
    expect(metered('websocket', 'websocket', 'realtime: { connections: 10, hoursPerDay: 12 }')).toEqual([
      'apigateway/websocket-minutes 219000 minutes',
    ]);
  });
});

describe('the cache of a stage', () => {
  test('is billed for every hour of the month, by its size', () => {
    const cached = (cache: string) => metered('rest+cache', 'cache', `traffic: { requests: 10 }\n${cache}`);
    expect(cached('cache: { size: 6.1 GB, hitRatio: 50% }')).toEqual([
      'apigateway/cache-6.1gb 730 hours (billed while it exists)',
      'assumed hits-of-answerable',
    ]);
    expect(cached('needs: { response-cache: yes }')).toEqual([
      'apigateway/cache-0.5gb 730 hours (billed while it exists)',
      'assumed cache-smallest',
    ]);
  });

  test('answers a share of what is good, and nothing else', () => {
    const { parcels, hops } = journey(
      'rest+cache',
      'traffic: { requests: 1000, fates: { blocked: 10%, preflight: 10%, unauthorized: 10%, throttled: 10%, invalid: 10% } }\ncache: { size: 0.5 GB, hitRatio: 60% }',
    );
    // Nothing blocks without a web ACL.
    expect(parcels.map(({ kind, fate, requests, endedAt }) => `${kind} ${requests.toFixed()} ${fate} ${hops[endedAt]?.id ?? '-'}`)).toEqual(
      [
        'preflight 100 preflight-answered preflight',
        'unauthorized 100 unauthorized authorizer',
        'excess 100 throttled throttle',
        'invalid 100 invalid validation',
        'good 300 cache-hit cache',
        'attack 100 answered -',
        'good 200 answered -',
      ],
    );
  });
});

test('a hit ratio of 100% leaves nothing, and one of 0% everything', () => {
  const fates = (ratio: string) =>
    journey('rest+cache', `traffic: { requests: 10 }\ncache: { size: 0.5 GB, hitRatio: ${ratio} }`).parcels.map((one) => [
      one.fate,
      one.requests.toFixed(),
    ]);
  expect([fates('100%'), fates('0%')]).toEqual([[['cache-hit', '10']], [['answered', '10']]]);
});
