// What asking for news costs against pushing it, by hand, and the interval at which both cost the same, to the request.
import { describe, expect, test } from 'vitest';
import { pollingOf } from '../../src/advise/polling.ts';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { candidateCost } from '../../src/estimate/candidate-cost.ts';
import { monthInstead, monthOf } from '../../src/journey/month.ts';
import { decimal, plain } from '../../src/money/decimal.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

const HTTP = CANDIDATES.find(({ id }) => id === 'http') ?? expect.fail('no HTTP API');
const monthWith = (...lines: readonly string[]) => monthOf(parseWorkload(['name: a\nregion: us-east-1', ...lines].join('\n'), {}), awsBook);
const found = (...lines: readonly string[]) => pollingOf(HTTP, monthWith(...lines), awsBook);

const POLLING = 'polling: { clients: 1000, interval: 10 s, news: 1% }';
const ALONE = `traffic: { request: 0 KB, response: 1 KB, ${POLLING} }`;

describe('polling', () => {
  test('makes the requests of the month, and is compared with minutes and messages', () => {
    const { polls, polling, pushing } = found(ALONE) ?? expect.fail('no comparison');
    // 1,000 × 2,628,000 s ÷ 10 s; $262.80 and 262.8M KB of $0.09 a GB.
    expect(plain(polls)).toBe('262800000');
    expect(plain(polling)).toBe('285.356304931640625');
    // 43.8M minutes × $0.25/M + 2.628M messages × $1/M + 2.628M KB of $0.09 a GB.
    expect(plain(pushing)).toBe('13.80356304931640625');
  });

  test('costs the same at one interval, to the request', () => {
    const month = monthWith(ALONE);
    const { pushing, interval } = pollingOf(HTTP, month, awsBook) ?? expect.fail('no comparison');
    const requests = decimal('2628000000000')
      .div(interval ?? expect.fail('no interval'))
      .toDecimalPlaces(0);
    const costAt = (amount: typeof requests) =>
      candidateCost(
        HTTP,
        monthInstead(month, { ...month.workload, traffic: { ...month.workload.traffic, requests: { amount, per: 'month' } } }),
        awsBook,
      ) ?? expect.fail('no cost');
    expect(costAt(requests).gte(pushing)).toBe(true);
    expect(costAt(requests.minus('1')).lt(pushing)).toBe(true);
  });

  test('leaves other requests as they are', () => {
    const { polls, pushing } = found(`traffic: { requests: 300M/month, request: 0 KB, response: 0 KB, ${POLLING} }`) ?? expect.fail('none');
    expect(plain(polls)).toBe('262800000');
    // 37.2M other requests × $1/M, 43.8M minutes, and 2.628M messages.
    expect(plain(pushing)).toBe('50.778');
  });

  test('of some hours a day keeps connections open in these only', () => {
    const { polls, pushing } =
      found('traffic: { request: 0 KB, response: 0 KB, polling: { clients: 1000, interval: 10 s, news: 1%, hoursPerDay: 12 } }') ??
      expect.fail('none');
    expect([plain(polls), plain(pushing)]).toEqual(['131400000', '6.789']);
  });

  test.each([
    ['no share with news is stated', 'traffic: { response: 1 KB, polling: { clients: 1000, interval: 10 s } }'],
    ['connections are stated already', `${ALONE}\nrealtime: { connections: 5 }`],
    ['nobody polls', 'traffic: { requests: 1M }'],
  ])('is not compared where %s', (_, lines) => {
    expect(found(lines)).toBeNull();
  });

  test.each([
    ['traffic: { response: 1 KB }', 'traffic has no requests'],
    [`traffic: { requests: 1M, ${POLLING} }`, 'traffic.polling makes more requests than traffic.requests states'],
  ])('%s is refused', (lines, what) => {
    expect(() => monthWith(lines)).toThrow(what);
  });
});
