// Quotas by the numbers of a workload: how much is used, what is near, and what refuses it.
import { describe, expect, test } from 'vitest';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { pressure, quotasUsed, refuses } from '../../src/decide/quota-use.ts';
import { monthOf } from '../../src/journey/month.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

function uses(candidate: string, yaml: string, region = 'us-east-1') {
  const workload = parseWorkload(`name: a\nregion: ${region}\n${yaml}`, {});
  const found = CANDIDATES.find((one) => one.id === candidate) ?? expect.fail(candidate);
  return quotasUsed(found, monthOf(workload, awsBook));
}
const use = (quota: string, ...rest: Parameters<typeof uses>) => uses(...rest).find((one) => one.quota === quota);

describe('the account rate', () => {
  const peak = 'traffic: { requests: 1B/month, peak: 9000 rps }';

  test('is near at 90%', () => {
    const found = use('account-rate', 'http', peak);
    expect(found && [found.used.toFixed(), found.limit?.toFixed(), found.share?.toFixed(), pressure(found)]).toEqual([
      '9000',
      '10000',
      '0.9',
      'near',
    ]);
  });
  test('is a quarter in the newer Regions, and then passed; AWS raises it, so nothing is refused', () => {
    const found = use('account-rate', 'http', peak, 'eu-south-2');
    expect(found && [found.limit?.toFixed(), pressure(found), refuses(found)]).toEqual(['2500', 'over', false]);
  });
  test('counts what CloudFront does not answer', () => {
    expect(use('account-rate', 'http+cloudfront', `${peak}\nedge: { hitRatio: 75% }`)?.used.toFixed()).toBe('2250');
  });
  test('reads a peak in any period', () => {
    expect(use('account-rate', 'rest', 'traffic: { requests: 1M, peak: 36K/hour }')?.used.toFixed()).toBe('10');
  });
  test('is what the workload says of its account, and others use of it', () => {
    const found = use(
      'account-rate',
      'http',
      `${peak}\nthrottling: { account: { rate: 20K, burst: 10K }, accountUsedByOthers: 1000 }`,
      'ap-east-2',
    );
    expect(found && [found.used.toFixed(), found.limit?.toFixed(), found.share?.toFixed(), found.unknown]).toEqual([
      '10000',
      '20000',
      '0.5',
      null,
    ]);
  });
  test('is not spoken of without a peak', () => {
    expect(use('account-rate', 'rest', 'traffic: { requests: 1B }')).toBeUndefined();
  });
});

describe('sizes', () => {
  test('the largest class counts, and past 10 MB no one raises it', () => {
    const found = use(
      'http-payload',
      'http',
      'traffic: { requests: 1M, sizes: [{ share: 99%, request: 1 KB }, { share: 1%, request: 20 MB }] }',
    );
    expect(found && [found.used.toFixed(), pressure(found), refuses(found)]).toEqual(['20', 'over', true]);
  });
  test('Lambda ends at 6 MB, and behind a load balancer at 1 MB', () => {
    const yaml = 'traffic: { requests: 1M, response: 5 MB }\nbackend: { lambda: { memory: 128 MB, duration: 1 s } }';
    expect(use('lambda-sync-payload', 'rest', yaml)?.share?.toDecimalPlaces(3).toFixed()).toBe('0.833');
    expect(uses('alb', yaml).some(refuses)).toBe(true);
  });
  test('a streamed response has no such end', () => {
    expect(use('rest-payload', 'rest', 'traffic: { requests: 1M, response: 50 MB, streaming: yes }')).toBeUndefined();
  });
  test('a response too large for the cache is served all the same', () => {
    const found = use('rest-cache-item', 'rest+cache', 'traffic: { requests: 1M, response: 2 MB }\ncache: { size: 0.5 GB, hitRatio: 50% }');
    expect(found && [pressure(found), refuses(found)]).toEqual(['over', false]);
  });
});

describe('time', () => {
  const slow = 'traffic: { requests: 1M, peak: 100 rps }\nbackend: { lambda: { memory: 128 MB, duration: 90 s } }';

  test('90 seconds: a REST API may be raised, an HTTP API not', () => {
    const [rest, http] = [use('rest-timeout-regional', 'rest', slow), use('http-timeout', 'http', slow)];
    expect([rest && refuses(rest), http && refuses(http)]).toEqual([false, true]);
  });
  test('100 a second for 90 seconds are 9,000 at once', () => {
    expect(use('lambda-concurrency', 'rest', slow)?.used.toFixed()).toBe('9000');
  });
});

describe('connections', () => {
  test('72,000 connections of 2 hours arrive 10 a second', () => {
    expect(use('ws-new-connections', 'websocket', 'realtime: { connections: 72K, sessionLength: 2 h }')?.used.toFixed()).toBe('10');
  });
  test('those of half a day arrive in that half', () => {
    expect(
      use('ws-new-connections', 'websocket', 'realtime: { connections: 72K, sessionLength: 2 h, hoursPerDay: 12 }')?.used.toFixed(),
    ).toBe('10');
  });
  test('messages end at 128 KB', () => {
    const found = use('ws-message', 'websocket', 'realtime: { connections: 10, outbound: { rate: 1/min, size: 200 KB } }');
    expect(found && [found.used.toFixed(), refuses(found)]).toEqual(['200', true]);
  });
});

test.each(['response-streaming', 'sse', 'response-over-10mb'])('%s is had by streaming, so a large response passes no quota', (feature) => {
  const large = 'traffic: { requests: 1M, request: 2 KB, largestResponse: 25 MB }';
  expect(use('rest-payload', 'rest', large)?.used.toFixed()).toBe('25');
  expect(use('rest-payload', 'rest', `${large}\nneeds: { ${feature}: yes }`)?.used.toFixed()).toBe('0.001953125');
});

test('a message that is worked on for long is no obstacle: the result can be pushed', () => {
  const found = use('ws-timeout', 'websocket', 'realtime: { connections: 1K }\nbackend: { p99: 40 s }');
  expect(found && [pressure(found), refuses(found)]).toEqual(['over', false]);
});

test('an HTTP API streams nothing, so Lambda gives it whole answers', () => {
  const streams = 'traffic: { requests: 1M, response: 8 MB, streaming: yes }\nbackend: { lambda: { memory: 1 GB, duration: 1 s } }';
  expect(use('lambda-sync-payload', 'http', streams)?.used.toFixed()).toBe('8');
  expect(use('lambda-sync-payload', 'rest', streams)).toBeUndefined();
});
