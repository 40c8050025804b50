// Servers of one's own are in a total once, of the candidates that have them, and by hand.
import { describe, expect, test } from 'vitest';
import { estimate } from '../../src/estimate/estimate.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

const REQUESTS = 'traffic: { requests: 1M, request: 1 KB, response: 1 KB }';
const CONNECTIONS = 'realtime: { connections: 10, outbound: { rate: 1/min, size: 1 KB } }';
const LAMBDA = 'lambda: { memory: 128 MB, duration: 10 ms }';
const FARGATE = 'fargate: { tasks: 2, vcpu: 0.5, memory: 1 GB, hoursPerDay: 12, architecture: arm64 }';

function of(region: string, ...lines: readonly string[]) {
  return estimate(parseWorkload([`name: a\nregion: ${region}`, ...lines].join('\n'), {}), awsBook);
}

/** What each candidate pays for servers; null where it has none. */
function paid(...lines: readonly string[]) {
  return Object.fromEntries(
    of('us-east-1', ...lines).candidates.map(({ id, lineItems }) => {
      const rows = lineItems.filter(({ hop }) => hop === 'servers');
      return [id, rows.length === 0 ? null : rows.reduce((sum, { listCost }) => sum + Number(listCost), 0)];
    }),
  );
}

describe('servers that a workload states', () => {
  test('answer everywhere, where nothing else does', () => {
    expect(paid(REQUESTS, 'backend: { monthly: $90 }')).toEqual({
      rest: 90,
      http: 90,
      alb: 90,
      'rest+cloudfront': 90,
      'http+cloudfront': 90,
    });
    // 730 h × 12 ÷ 24 × 2 = 730 task hours: 365 vCPU-hours × $0.03238 + 730 GB-hours × $0.00356.
    expect(paid(REQUESTS, `backend: { ${FARGATE} }`)['http']).toBeCloseTo(14.4175, 10);
  });

  test('stand behind a load balancer only, where a function answers too', () => {
    const both = paid(REQUESTS, `backend: { ${LAMBDA}, monthly: $90 }`);
    expect([both['alb'], both['http'], both['function-url'], both['rest+cloudfront']]).toEqual([90, null, null, null]);
    const needed = paid(REQUESTS, 'needs: { int-lambda-proxy: yes }', `backend: { ${LAMBDA}, monthly: $90 }`);
    expect(needed['alb']).toBeNull();
  });

  test('hold connections where a balancer passes them, and its total is whole', () => {
    const { candidates, notPriced } = of('us-east-1', CONNECTIONS, `backend: { ${LAMBDA}, monthly: $90 }`);
    expect(candidates.map(({ id, bound }) => [id, bound])).toEqual([
      ['websocket', 'exact'],
      ['alb-websocket', 'exact'],
      ['nlb-websocket', 'exact'],
    ]);
    expect(notPriced.some(({ what }) => what.startsWith('servers'))).toBe(false);
    const without = of('us-east-1', CONNECTIONS, `backend: { ${LAMBDA} }`);
    expect(without.candidates.map(({ bound }) => bound)).toEqual(['exact', 'at-least', 'at-least']);
    expect(without.notPriced.some(({ what }) => what.startsWith('servers'))).toBe(true);
  });

  test('are counted once beside requests: with these, or where a function answers them, with the connections', () => {
    const alone = paid(REQUESTS, CONNECTIONS, 'backend: { monthly: $90 }');
    expect([alone['http'], alone['websocket'], alone['nlb-websocket']]).toEqual([90, 0, 0]);
    const beside = paid(REQUESTS, CONNECTIONS, `backend: { ${LAMBDA}, monthly: $90 }`);
    expect([beside['http'], beside['alb'], beside['websocket'], beside['nlb-websocket']]).toEqual([null, null, null, 90]);
  });

  test('on Fargate where no rate was found leave the total a lower bound', () => {
    const { candidates } = of('eu-central-2', REQUESTS, `backend: { ${FARGATE} }`);
    expect(candidates.every(({ bound }) => bound === 'at-least')).toBe(true);
  });

  test.each([
    ['monthly: $90, fargate: { tasks: 1, vcpu: 1, memory: 2 GB }', 'backend.fargate and backend.monthly are both stated'],
    ['monthly: $90, service: { name: sqs }', 'backend.monthly and backend.service are both stated'],
    ['monthly: 90 EUR', 'an amount is dollars a month, such as $120'],
  ])('%s is refused', (backend, because) => {
    expect(() => of('us-east-1', REQUESTS, `backend: { ${backend} }`)).toThrow();
    try {
      of('us-east-1', REQUESTS, `backend: { ${backend} }`);
    } catch (error) {
      expect(JSON.stringify(error)).toContain(because);
    }
  });

  test.each([
    ['$1,200', 1200],
    ['90', 90],
    ['90 USD/month', 90],
    ['USD 90', 90],
    ['1.5K per month', 1500],
    ['$90 a month', 90],
  ])('%s is dollars a month', (written, dollars) => {
    expect(paid(REQUESTS, `backend: { monthly: "${written}" }`)['http']).toBe(dollars);
  });
});
