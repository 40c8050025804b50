// Load balancers by each dimension of a capacity unit: at what one unit holds, one below and one above.
import { describe, expect, test } from 'vitest';
import { lcuHours, type LoadBalancerTraffic } from '../../src/hops/load-balancer.ts';
import { decimal, ONE, ZERO } from '../../src/money/decimal.ts';
import { billed, metered } from './metered.ts';

const nothing: LoadBalancerTraffic = {
  requests: ZERO,
  bytes: ZERO,
  requestsEach: ONE,
  connectionMs: ZERO,
  rules: ZERO,
  mutualTls: false,
  lambdaTarget: false,
};
type Given = Partial<Record<'requests' | 'bytes' | 'requestsEach' | 'connectionMs' | 'rules', string>> & {
  readonly mutualTls?: boolean;
  readonly lambdaTarget?: boolean;
};
const dimensions = (given: Given) => {
  const load = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, typeof value === 'string' ? decimal(value) : value]));
  return Object.values(lcuHours({ ...nothing, ...load })).map((one) => one?.toFixed() ?? null);
};

describe('an LCU-hour of an ALB', () => {
  // New connections, active connections, processed bytes, rule evaluations.
  test.each([
    ['90,000 new connections, which are 25 a second', { requests: '90000' }, ['1', '0', '0', '0']],
    ['one less', { requests: '89999' }, ['0.999988888889', '0', '0', '0']],
    ['one more', { requests: '90001' }, ['1.000011111111', '0', '0', '0']],
    ['ten requests on each', { requests: '900000', requestsEach: '10' }, ['1', '0', '0', '0']],
    ['3,000 connections for an hour', { requests: '3000', connectionMs: '3600000' }, ['0.033333333333', '1', '0', '0']],
    ['1,500 with client certificates', { requests: '1500', connectionMs: '3600000', mutualTls: true }, ['0.016666666667', '1', '0', '0']],
    ['a decimal gigabyte', { bytes: '1000000000' }, ['0', '0', '1', '0']],
    ['0.4 of it to a function', { bytes: '400000000', lambdaTarget: true }, ['0', '0', '1', '0']],
    ['3,600,000 evaluations, which are 1,000 a second', { requests: '3600000', rules: '11' }, ['40', '0', '0', '1']],
    ['ten rules are free', { requests: '3600000', rules: '10' }, ['40', '0', '0', '0']],
    ['nine too', { requests: '3600000', rules: '9' }, ['40', '0', '0', '0']],
    ['12 rules evaluate two', { requests: '3600000', rules: '12' }, ['40', '0', '0', '2']],
  ] as const)('%s', (_, given, expected) => {
    expect(dimensions(given)).toEqual(expected);
  });

  test('of bytes that nobody states there is none', () => {
    expect(lcuHours({ ...nothing, bytes: null })['processed bytes']).toBeNull();
  });
});

const CALLS = 'traffic: { requests: 9M, request: 400 B, response: 600 B, connections: { requestsEach: 10, duration: 40 s } }';

describe('an ALB for clients', () => {
  // 900,000 connections are 10; for 40 s of the 3,600 × 3,000 they are 3.33; 9 GB are 9; 9M × 10 rules are 25.
  test('bills the largest dimension', () => {
    expect(metered('alb', 'alb', `${CALLS}\nloadBalancer: { zones: 3, rules: 20, internetFacing: yes }`)).toEqual([
      'alb/hours 730 hours',
      'alb/lcu 25 LCU-hours (rule evaluations bind (new connections 10, active connections 3.33, processed bytes 9, rule evaluations 25))',
      'vpc/public-ipv4 2190 hours (one address in each zone)',
      'assumed alb-mean',
    ]);
  });

  test('without a word of itself: two zones, ten free rules, a connection of 60 s for each request', () => {
    // 9M connections are 100; for 60 s they are 50.
    expect(metered('alb', 'alb', 'traffic: { requests: 9M, request: 400 B, response: 600 B }')).toEqual([
      'alb/hours 730 hours',
      'alb/lcu 100 LCU-hours (new connections bind (new connections 100, active connections 50, processed bytes 9, rule evaluations 0))',
      'vpc/public-ipv4 1460 hours (one address in each zone)',
      'assumed alb-two-zones',
      'assumed alb-internet-facing',
      'assumed alb-mean',
      'assumed alb-no-reuse',
      'assumed alb-connection-60s',
      'assumed alb-free-rules',
    ]);
  });

  test('shared by four, its hours are a quarter; inside a VPC it has no addresses; a trust store is billed by the hour', () => {
    expect(metered('alb', 'alb', `${CALLS}\nloadBalancer: { rules: 1, internetFacing: no, sharedBy: 4, mutualTls: yes }`)).toEqual([
      'alb/hours 182.5 hours (one of 4 that share it)',
      'alb/lcu 10 LCU-hours (new connections bind (new connections 10, active connections 6.67, processed bytes 9, rule evaluations 0))',
      'alb/trust-store 730 hours',
      'assumed alb-verifies-clients',
      'assumed alb-mean',
    ]);
    expect(billed('alb', 'alb', `${CALLS}\nloadBalancer: { sharedBy: 4, zones: 2 }`)[2]).toBe('vpc/public-ipv4 365 hours');
    expect(metered('alb', 'alb', `${CALLS}\nloadBalancer: { sharedBy: 1 }`)[0]).toBe('alb/hours 730 hours');
  });

  test('to a function a GB fills 2.5 LCU-hours', () => {
    expect(metered('alb', 'alb', `${CALLS}\nbackend: { lambda: { memory: 1 GB, duration: 1 s } }`)[1]).toBe(
      'alb/lcu 22.5 LCU-hours (processed bytes bind (new connections 10, active connections 3.33, processed bytes 22.5, rule evaluations 0))',
    );
  });

  test.each(['request: 1 KB', 'response: 1 KB'])('with %s alone, bytes may bind', (size) => {
    expect(metered('alb', 'alb', `traffic: { requests: 90000, ${size}, connections: { requestsEach: 1, duration: 1 s } }`)).toEqual([
      'alb/hours 730 hours',
      'alb/lcu 1 LCU-hours (new connections bind (new connections 1, active connections 0.01, rule evaluations 0))',
      'incomplete alb/lcu not-stated: processed bytes may be the largest dimension, and traffic.request or traffic.response is not stated',
      'vpc/public-ipv4 1460 hours (one address in each zone)',
      'assumed alb-two-zones',
      'assumed alb-internet-facing',
      'assumed alb-mean',
      'assumed alb-free-rules',
    ]);
  });
});

describe('a load balancer behind a VPC link', () => {
  const vpc = (balancer: string, more = '') =>
    `traffic: { requests: 288M, request: 0 B, response: 0 B }\nbackend: { vpc: { balancer: ${balancer}${more} } }`;

  test('an NLB: 800 connections a second are one NLCU, or 50 with TLS; 350 s are how long one stays', () => {
    // 288M connections are 100, and 288M × 350 s of 100,000 × 3,600 s are 280.
    expect(metered('rest', 'nlb', vpc('nlb'))).toEqual([
      'nlb/hours 730 hours',
      'nlb/nlcu 280 NLCU-hours (active connections bind (new connections 100, active connections 280, processed bytes 0))',
      'assumed alb-mean',
      'assumed vpc-link-no-reuse',
      'assumed vpc-link-idle-timeout',
      'assumed vpc-link-free',
    ]);
    // With TLS 288M ÷ 180,000 are 1,600; for 3 s of 3,000 × 3,600 s they are 80.
    expect(metered('rest', 'nlb', vpc('nlb', ', tls: yes, sharedBy: 2, connections: { requestsEach: 1, duration: 3 s }'))).toEqual([
      'nlb/hours 365 hours (one of 2 that share it)',
      'nlb/nlcu 1600 NLCU-hours (new connections bind (new connections 1600, active connections 80, processed bytes 0))',
      'assumed alb-mean',
      'assumed vpc-link-free',
    ]);
  });

  test('an NLB processes decimal gigabytes, of requests and of responses', () => {
    const bytes = (request: number) =>
      billed(
        'rest',
        'nlb',
        `traffic: { requests: 1000, request: ${request} B, response: 600 B }\nbackend: { vpc: { balancer: nlb, connections: { requestsEach: 1000, duration: 1 s } } }`,
      )[1];
    expect([bytes(999_999_400), bytes(999_999_399)]).toEqual(['nlb/nlcu 1000 NLCU-hours', 'nlb/nlcu 999.999999 NLCU-hours']);
  });

  test('an ALB has no addresses, and no charge for what it sends to functions', () => {
    expect(metered('http', 'alb', vpc('alb', ', rules: 20, sharedBy: 2'))).toEqual([
      'alb/hours 365 hours (one of 2 that share it)',
      'alb/lcu 3200 LCU-hours (new connections bind (new connections 3200, active connections 1600, processed bytes 0, rule evaluations 800))',
      'assumed alb-mean',
      'assumed vpc-link-no-reuse',
      'assumed vpc-link-idle-timeout',
      'assumed vpc-link-free',
    ]);
  });

  test('counts a GB as a GB behind a link, of what gets an answer', () => {
    const of = (fates: string, size = '') =>
      `traffic: { requests: 1M, request: 400 B, response: 600 B${fates} }\nbackend: { vpc: { balancer: alb${size}, connections: { requestsEach: 1000, duration: 1 s } } }`;
    expect(billed('http', 'alb', of(''))[1]).toBe('alb/lcu 1 LCU-hours');
    // A preflight gets no answer of the backend; an invalid request does, of a few bytes: nobody validates at an HTTP API.
    expect(billed('http', 'alb', of(', fates: { invalid: 50% }'))[1]).toBe('alb/lcu 0.7 LCU-hours');
  });

  test('of messages whose size nobody states, bytes may bind', () => {
    const yaml =
      'realtime: { connections: 1, sessionLength: 2 h, inbound: { rate: 1/s } }\nbackend: { vpc: { balancer: nlb, connections: { requestsEach: 1, duration: 1 s } } }';
    expect(metered('websocket', 'nlb', yaml)[2]).toBe(
      'incomplete nlb/nlcu not-stated: processed bytes may be the largest dimension, and traffic.request or traffic.response is not stated',
    );
  });

  test('a WebSocket API calls it for connects, disconnects and messages in', () => {
    // 100 connections of two hours in 720 hours are 36,000 connects; 100 × 3,600 messages.
    const yaml =
      'hoursPerMonth: 720\nrealtime: { connections: 100, inbound: { rate: 3600/month, size: 1 KB }, outbound: { rate: 1/month, size: 1 MB } }\nbackend: { vpc: { balancer: nlb, connections: { requestsEach: 1, duration: 1 s } } }';
    // 432,000 connections ÷ 2,880,000 = 0.15; 360,000 × 1,024 bytes = 0.36864 GB.
    expect(metered('websocket', 'nlb', yaml)).toEqual([
      'nlb/hours 720 hours',
      'nlb/nlcu 0.36864 NLCU-hours (processed bytes bind (new connections 0.15, active connections 0, processed bytes 0.37))',
      'assumed alb-mean',
      'assumed vpc-link-free',
    ]);
  });
});
