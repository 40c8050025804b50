// Savings that can be combined, worked out by hand; that they are what they say of any bill: test/properties/savings.test.ts.
import { describe, expect, test } from 'vitest';
import { decimal, sum } from '../../src/money/decimal.ts';
import { togetherOf, type Together } from '../../src/portfolio/together.ts';
import { unitCostOf } from '../../src/portfolio/unit-cost.ts';
import { awsBook } from '../price-book.ts';
import { entry, http, made } from './made.ts';

const rest = (name: string, millions: number, more = '') =>
  entry(name, `inUse: rest\ntraffic: { requests: ${millions}M, response: 0 B }\nneeds: { usage-plans: no }\n${more}`);
const cached = entry(
  'cached',
  `inUse: rest+cache
traffic: { requests: 1M, response: 0 B }
cache: { size: 0.5 GB, hitRatio: 10% }
backend: { lambda: { memory: 1024 MB, duration: 1 s } }
needs: { api-keys: yes }`,
);

const found = (entries: readonly ReturnType<typeof entry>[]) => togetherOf(made(entries), awsBook, {}) ?? expect.fail('nothing to save');
const gist = ({ amount, to, byEffort, steps, toSettle }: Together) => ({
  amount: amount.toFixed(),
  to: to.toFixed(),
  byEffort: Object.values(byEffort).map((one) => one.toFixed()),
  steps: steps.map(({ item, one, part }) => `${item.workload.name} ${one.saving.id} ${one.amount.toFixed()} ${part.toFixed()}`),
  toSettle: toSettle.toFixed(),
});

describe('savings that can be combined', () => {
  test('are priced on the bill of all: what sharing tiers gave is lost with them', () => {
    // Of 400 million: 333M × $3.50 + 67M × $2.80 = $1,353.10 as REST APIs, and 300M × $1.00 + 100M × $0.90 = $390 as HTTP APIs.
    const both = gist(found([rest('one', 200), rest('two', 200)]));
    expect([both.amount, both.to]).toEqual(['963.1', '390']);
    // By itself each would go from $700 to $200; half of the sum is theirs.
    expect(both.steps).toEqual(['one rest-could-be-http 500 481.55', 'two rest-could-be-http 500 481.55']);
    expect([both.byEffort, both.toSettle]).toEqual([['0', '0', '963.1'], '963.1']);
  });

  test('settings first, then code, then migrations, each after those before it', () => {
    // The cache is 730 h × $0.02 = $14.60, and spares 100,000 calls of a GB-second: $0.02 + $1.66667. Behind the cache 900,000
    // GB-seconds on arm64 would save $0.0000033333 each, $2.99997; without it, a million do.
    const one = gist(found([cached]));
    expect(one.steps).toEqual(['cached cache-never-pays 12.91333 12.91333', 'cached lambda-on-arm 2.99997 3.3333']);
    expect([one.byEffort, one.amount]).toEqual([['12.91333', '3.3333', '0'], '16.24663']);
    // Nobody says which architecture it has.
    expect(one.toSettle).toBe('3.3333');
  });

  test('two moves of one workload are alternatives: the one that leaves it cheapest counts, and what saves nothing after it is left out', () => {
    const orders = entry(
      'orders',
      'inUse: rest\ntraffic: { requests: 250M, request: 1 KB, response: 3 KB }\nbackend: { lambda: { memory: 512 MB, duration: 80 ms } }',
    );
    const [item] = made([orders]).items;
    const moves =
      item?.savings.flatMap(({ saving, becomes, amount }) => (becomes.candidate === null ? [] : [{ id: saving.id, amount }])) ?? [];
    expect(moves.map(({ id }) => id)).toEqual(['cheapest-architecture', 'alb-crossed', 'rest-could-be-http']);
    const { steps, amount } = found([orders]);
    expect(steps.map(({ one }) => one.saving.id)).toEqual(['lambda-on-arm', 'cheapest-architecture']);
    expect(amount.lt(sum(moves.map((one) => one.amount)))).toBe(true);
    expect(amount.toFixed()).toBe(sum(steps.map(({ part }) => part)).toFixed());
  });

  test('are nothing where nothing is saved', () => {
    expect(togetherOf(made([http('one', 0)]), awsBook, {})).toBeNull();
    expect(togetherOf(made([]), awsBook, {})).toBeNull();
  });

  test('a saving that the tiers of all take back is none', () => {
    const edge = (name: string, requests: string, megabytes: number) =>
      entry(
        name,
        `inUse: http+cloudfront\ntraffic: { requests: ${requests}, request: 1 KB, response: ${megabytes} MB }\nedge: { hitRatio: 99% }`,
      );
    // 293 GB leave CloudFront at $0.085 each, $24.90, and a plan is $15; but after 976,562 GB of another at $0.02, $5.86.
    const small = edge('small', '300K', 1);
    expect(found([small]).steps.map(({ one }) => one.saving.id)).toEqual(['edge-plan-would-pay']);
    expect(togetherOf(made([edge('large', '200M', 5), small]), awsBook, {})).toBeNull();
  });
});

describe('a million requests', () => {
  const of = (entries: readonly ReturnType<typeof entry>[]) => {
    const cost = unitCostOf(made(entries).items, decimal('730'));
    return cost && [cost.cost.toFixed(), cost.bound];
  };
  test('cost what all requests cost, by how many there are', () => {
    // 300M × $1.00 + 300M × $0.90 = $570 of 600 million.
    expect(of([http('one', 200), http('two', 400)])).toEqual(['0.95', 'exact']);
    // 1/s is 2,628,000 in 730 hours, at $1.00 a million.
    expect(of([entry('one', 'inUse: http\ntraffic: { requests: 1/s, response: 0 B }')])).toEqual(['1', 'exact']);
  });
  test('are not told of connections, nor of nothing', () => {
    const chat = entry('chat', 'realtime: { connections: 500, inbound: { rate: 1/min, size: 1 KB } }');
    expect(of([chat])).toBeNull();
    expect(of([chat, http('one', 100)])).toEqual(['1', 'exact']);
    expect(of([http('one', 0)])).toBeNull();
  });
  test('cost at least what is known', () => {
    expect(of([entry('one', 'region: ap-east-2\ninUse: http\ntraffic: { requests: 1M, response: 0 B }')])).toEqual(['0', 'at-least']);
  });
});
