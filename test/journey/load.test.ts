// How much arrives where, at the mean, at the peak and in the burst; and which share ends at each hop. By hand.
import { describe, expect, test } from 'vitest';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { load, peakLoad, reach, sent, type Load, type Point } from '../../src/journey/load.ts';
import { monthInstead, monthOf } from '../../src/journey/month.ts';
import { pipeline } from '../../src/journey/pipeline.ts';
import { realtimeRates } from '../../src/journey/realtime-rates.ts';
import { decimal } from '../../src/money/decimal.ts';
import { decimalOf, type Fraction } from '../../src/money/fraction.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { journey } from '../hops/metered.ts';
import { articleBook, awsBook } from '../price-book.ts';

const number = (value: Fraction | null | undefined) => (value ? decimalOf(value).toFixed() : null);
const written = (one: Load | null) =>
  one && [number(one.mean), number(one.peak), one.burst && number(one.burst.requests), one.burst && number(one.burst.length)];

// 2,628,000 a month of 730 hours are one a second.
const TRAFFIC =
  'traffic: { requests: 2628000/month, peak: 120/min, burst: { requests: 9, length: 500 ms }, fates: { blocked: 10%, unauthorized: 20% } }';
const BACKEND = 'backend: { lambda: { memory: 1 GB, duration: 1 s } }\nedge: { hitRatio: 50% }\nwaf: { rules: 1 }';

describe('load', () => {
  const at = (candidate: string, point: Point) => written(load(journey(candidate, `${TRAFFIC}\n${BACKEND}`), point));

  test('is what clients send where nothing stands before', () => {
    expect(at('http', 'front-door')).toEqual(['1', '2', '9', '0.5']);
    // Of an HTTP API nothing is blocked: 80% are let through.
    expect(at('http', 'backend')).toEqual(['0.8', '1.6', '7.2', '0.5']);
  });
  test('is less behind a web ACL and a distribution', () => {
    // 10% blocked, half of the good 70% answered at the edge: 55% arrive; 20% of all are refused: 35% pass.
    expect(at('rest+cloudfront', 'front-door')).toEqual(['0.55', '1.1', '4.95', '0.5']);
    expect(at('rest+cloudfront', 'backend')).toEqual(['0.35', '0.7', '3.15', '0.5']);
    // Its own web ACL stands before the gateway too.
    expect(at('rest', 'front-door')).toEqual(['0.9', '1.8', '8.1', '0.5']);
  });
  test('at a backend that nobody states, is what all hops let pass', () => {
    expect(written(load(journey('http', TRAFFIC), 'backend'))).toEqual(['0.8', '1.6', '7.2', '0.5']);
    expect(written(load(journey('alb', TRAFFIC), 'front-door'))).toEqual(['1', '2', '9', '0.5']);
  });
  test('has no peak and no burst where none is stated', () => {
    const only = journey('http', 'traffic: { requests: 1/s }');
    expect([written(load(only, 'front-door')), peakLoad(only, 'front-door')]).toEqual([['1', null, null, null], null]);
    expect(peakLoad(journey('http', TRAFFIC), 'backend')?.toFixed()).toBe('1.6');
  });
  test('where none of the peak arrives, there is none', () => {
    expect(peakLoad(journey('http', 'traffic: { requests: 1/s, peak: 9/s, fates: { throttled: 100% } }'), 'backend')).toBeNull();
    expect(number(reach(journey('http', 'traffic: { requests: 1/s, fates: { throttled: 100% } }'), 'backend'))).toBe('0');
  });
  test('of no requests, all get everywhere', () => {
    expect(number(reach(journey('http', 'traffic: { requests: 0 }'), 'backend'))).toBe('1');
  });
  test('of connections there is none: they have rates of their own', () => {
    const open = journey('websocket', 'realtime: { connections: 10 }');
    expect([sent(open.month), load(open, 'front-door'), peakLoad(open, 'front-door')]).toEqual([null, null, null]);
    expect([open.parcels, open.realtime?.connects.toFixed()]).toEqual([[], '3650']);
  });
});

test('a hop that meters nothing says nothing', () => {
  const { hops, metered } = journey('rest', 'traffic: { requests: 10 }');
  expect(hops.map((one) => one.id)).toEqual(['egress', 'rest', 'preflight', 'authorizer', 'throttle', 'validation']);
  expect([...new Set(metered.map((one) => one.hop))]).toEqual(['egress', 'rest']);
});

test('requests and connections of one workload go apart', () => {
  const both = 'traffic: { requests: 10 }\nrealtime: { connections: 1 }';
  const [http, websocket] = [journey('http', both), journey('websocket', both)];
  expect([http.parcels.length, http.realtime]).toEqual([1, null]);
  expect([websocket.parcels.length, websocket.realtime?.minutes.toFixed()]).toEqual([0, '43800']);
});

describe('pipeline', () => {
  const stages = (candidate: string, yaml: string) =>
    pipeline(journey(candidate, yaml)).map(
      ({ hop, exits }) => `${hop}: ${exits.map((one) => `${one.fate} ${one.share.toFixed()}`).join(', ')}`,
    );

  test('says which share leaves where', () => {
    expect(stages('rest+cloudfront', `${TRAFFIC}\n${BACKEND}`)).toEqual([
      'waf: blocked 0.1',
      'cloudfront: edge-hit 0.35',
      'authorizer: unauthorized 0.2',
      'answer: answered 0.35',
    ]);
  });
  test('adds the size classes of one fate up', () => {
    expect(stages('http', 'traffic: { requests: 10, fates: { throttled: 40% }, sizes: [{ share: 50% }, { share: 50% }] }')).toEqual([
      'throttle: throttled 0.4',
      'answer: answered 0.6',
    ]);
  });
  test('tells fates of one hop apart', () => {
    const checked = 'traffic: { requests: 10, fates: { throttled: 10%, invalid: 30% } }\ncache: { size: 0.5 GB, hitRatio: 50% }';
    expect(stages('rest+cache', checked)).toEqual([
      'throttle: throttled 0.1',
      'validation: invalid 0.3',
      'cache: cache-hit 0.3',
      'answer: answered 0.3',
    ]);
    const { hops, ...rest } = journey('rest', checked);
    // As if one hop both throttled and validated.
    const parcels = rest.parcels.map((one) => (one.fate === 'answered' ? one : { ...one, endedAt: 0 }));
    expect(pipeline({ ...rest, hops, parcels }).map(({ exits }) => exits.map((one) => `${one.fate} ${one.share.toFixed()}`))).toEqual([
      ['throttled 0.1', 'invalid 0.3'],
      ['answered 0.6'],
    ]);
  });
  test('of no requests has no stage', () => {
    expect(stages('http', 'traffic: { requests: 0 }')).toEqual([]);
  });
});

describe('rates of connections', () => {
  const rates = (yaml: string) => {
    const { realtime } = parseWorkload(`name: a\nregion: us-east-1\nrealtime: ${yaml}`, {});
    const { inbound, callbacks, connects, open } = realtimeRates(realtime ?? expect.fail('no realtime'), decimal('730'));
    return [inbound, callbacks, connects, open].map(number);
  };

  test('per second, minute or hour: each connection sends while it is open', () => {
    expect(rates('{ connections: 720, inbound: { rate: 2/s } }')).toEqual(['1440', '0', '0.1', '720']);
    expect(rates('{ connections: 720, inbound: { rate: 60/min }, outbound: { rate: 3600/hour } }')).toEqual(['720', '720', '0.1', '720']);
    for (const rate of ['2/s', '120/min', '7200/hour'])
      expect(rates(`{ connections: 720, hoursPerDay: 6, outbound: { rate: ${rate} } }`)).toEqual(['0', '1440', '0.1', '720']);
  });
  test('per day, week, month or year: all of it in the hours that are open', () => {
    // 86,400 a day of one connection are 1 a second, or 4 in a quarter of the day.
    expect(rates('{ connections: 10, inbound: { rate: 86400/day } }')[0]).toBe('10');
    expect(rates('{ connections: 10, hoursPerDay: 6, inbound: { rate: 86400/day } }')[0]).toBe('40');
    expect(rates('{ connections: 10, hoursPerDay: 6, inbound: { rate: 604800/week } }')[0]).toBe('40');
    expect(rates('{ connections: 10, hoursPerDay: 6, inbound: { rate: 2628000/month } }')[0]).toBe('40');
    expect(rates('{ connections: 10, hoursPerDay: 6, inbound: { rate: 31536000/year } }')[0]).toBe('40');
    expect(rates('{ connections: 10, hoursPerDay: 0, inbound: { rate: 86400/day } }')[0]).toBe('10');
  });
  test('what fans out is pushed besides', () => {
    expect(rates('{ connections: 10, inbound: { rate: 2/s }, outbound: { rate: 1/s }, fanOut: 5 }')).toEqual([
      '20',
      '110',
      '0.001388888889',
      '10',
    ]);
  });
  test('connects are stated, or follow from how long one stays: two hours unless it is said', () => {
    expect(rates('{ connectRate: 10/s, sessionLength: 30 s, inbound: { rate: 1/s } }')).toEqual(['300', '0', '10', '300']);
    expect(rates('{ connections: 300, sessionLength: 30 s }')).toEqual(['0', '0', '10', '300']);
    expect(rates('{ connections: 7200 }')).toEqual(['0', '0', '1', '7200']);
  });
});

describe('a month', () => {
  const workload = (yaml = '') => parseWorkload(`name: a\nregion: us-east-1\ntraffic: { requests: 1/s }\n${yaml}`, {});
  const hours = (...given: Parameters<typeof monthOf>) => monthOf(...given).units.hoursPerMonth.toFixed();

  test('has the hours of the flag, else of the workload, else of the edition', () => {
    expect(hours(workload('hoursPerMonth: 700'), awsBook, { hoursPerMonth: decimal('600') })).toBe('600');
    expect(hours(workload('hoursPerMonth: 700'), awsBook)).toBe('700');
    expect([hours(workload(), awsBook), hours(workload(), articleBook)]).toEqual(['730', '720']);
  });
  test('subtracts allowances as the flag says, else the workload, else not', () => {
    const free = (...given: Parameters<typeof monthOf>) => monthOf(...given).alwaysFree;
    expect(free(workload('alwaysFree: yes'), awsBook, { alwaysFree: false })).toBe(false);
    expect(free(workload('alwaysFree: no'), awsBook, { alwaysFree: true })).toBe(true);
    expect([free(workload('alwaysFree: yes'), awsBook), free(workload('alwaysFree: no'), awsBook), free(workload(), awsBook)]).toEqual([
      true,
      false,
      false,
    ]);
  });
  test('has the geography of its Region', () => {
    expect(monthOf(workload(), awsBook).home.id).toBe('us');
  });
  test('with another workload keeps its flow only where requests and connections are the same', () => {
    const http = CANDIDATES.find((one) => one.id === 'http') ?? expect.fail('http');
    const stated = parseWorkload('name: a\nregion: us-east-1\ntraffic: { requests: 1/s }\nrealtime: { connections: 10 }', {});
    const month = monthOf(stated, awsBook);
    const { traffic, realtime } = stated;
    if (!traffic || !realtime) expect.fail('no traffic');
    expect(monthInstead(month, { ...stated, name: 'b' }).flow).toBe(month.flow);
    const more = monthInstead(month, { ...stated, traffic: { ...traffic, requests: { amount: decimal('2'), per: 'second' } } });
    expect(more.journey(http).parcels.map((one) => one.requests.toFixed())).toEqual(['5256000']);
    const fewer = monthInstead(month, { ...stated, realtime: { ...realtime, connections: decimal('5') } });
    expect([fewer.flow.realtime?.connects.toFixed(), fewer.flow.parcels.length]).toEqual(['1825', 1]);
    expect(more.journey(http)).toBe(more.journey(http));
  });
  test('of connections alone has no requests, and the other way round', () => {
    expect(monthOf(parseWorkload('name: a\nregion: us-east-1\nrealtime: { connections: 1 }', {}), awsBook).flow.parcels).toEqual([]);
    expect(monthOf(workload(), awsBook).flow.realtime).toBeNull();
  });
});
