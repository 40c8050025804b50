// Tiers, allowances and gaps of real price lists, row by row: by hand.
import { describe, expect, test } from 'vitest';
import type { LineItem } from '../../src/estimate/line-item.ts';
import { placeOf } from '../../src/estimate/pool.ts';
import { marginalCosts, priceTogether } from '../../src/estimate/price-together.ts';
import { poolCost, price, reasonOf, tierBands, type PoolEntry, type Priced } from '../../src/estimate/price.ts';
import { quote } from '../../src/estimate/quote.ts';
import { wantOf } from '../../src/estimate/want.ts';
import { decimal, ZERO } from '../../src/money/decimal.ts';
import type { Tier } from '../../src/pricebook/price-book.ts';
import type { Sku } from '../../src/pricebook/skus.ts';
import { awsBook } from '../price-book.ts';

const HTTP = 'apigateway/http-requests';
const entry = (
  sku: Sku,
  quantity: string,
  consumed = quantity,
  region = 'us-east-1',
  more: Partial<PoolEntry['usage']> = {},
): PoolEntry => ({
  hop: 'here',
  side: 'front-door',
  usage: { sku, consumedQuantity: decimal(consumed), consumedUnit: 'units', pricingQuantity: decimal(quantity), note: null, ...more },
  place: { region },
});
const row = (one: LineItem) =>
  `${one.sku} ${one.consumedQuantity.toFixed()} → ${one.pricingQuantity.toFixed()} × ${one.listUnitPrice?.toFixed() ?? '?'} = ${one.listCost?.toFixed() ?? '?'}${one.tierFrom === null ? '' : ` from ${one.tierFrom.toFixed()}`}${one.note === null ? '' : ` (${one.note})`}${one.unpriced === null ? '' : ` ${one.unpriced}`}`;
const rows = (all: readonly Priced[]) => all.map(({ lineItems }) => lineItems.map(row));
const alone = (...pool: readonly PoolEntry[]) => rows(price(pool, awsBook, { alwaysFree: false }));
const free = (...pool: readonly PoolEntry[]) => rows(price(pool, awsBook, { alwaysFree: true }));
const billOf = (alwaysFree: boolean, ...members: readonly (readonly PoolEntry[])[]) =>
  priceTogether(
    members.map((entries) => ({ family: 'payer', entries })),
    awsBook,
    { alwaysFree },
  );

describe('tiers', () => {
  // $1.00 a million up to 300 million, $0.90 beyond.
  test.each([
    ['299999999', ['299999999 × 0.000001 = 299.999999 from 0']],
    ['300000000', ['300000000 × 0.000001 = 300 from 0']],
    ['300000001', ['300000000 × 0.000001 = 300 from 0', '1 × 0.0000009 = 0.0000009 from 300000000']],
  ])('%s HTTP requests', (quantity, expected) => {
    expect(alone(entry(HTTP, quantity))[0]?.map((one) => one.replace(/.*→ /, ''))).toEqual(expected);
    expect(rows(billOf(false, [entry(HTTP, quantity)]))[0]?.map((one) => one.replace(/.*→ /, ''))).toEqual(expected);
  });

  test('are climbed by all entries of one sku in one place, in their order, and by no others', () => {
    expect(
      alone(
        entry(HTTP, '200000000'),
        entry('lambda/requests', '5000000'),
        entry(HTTP, '300000000'),
        entry(HTTP, '100000000', '100000000', 'eu-west-1'),
        entry(HTTP, '50000000'),
        entry(HTTP, '0'),
      ),
    ).toEqual([
      [`${HTTP} 200000000 → 200000000 × 0.000001 = 200 from 0`],
      ['lambda/requests 5000000 → 5000000 × 0.0000002 = 1 from 0'],
      [`${HTTP} 100000000 → 100000000 × 0.000001 = 100 from 0`, `${HTTP} 200000000 → 200000000 × 0.0000009 = 180 from 300000000`],
      [`${HTTP} 100000000 → 100000000 × 0.00000111 = 111 from 0`],
      [`${HTTP} 50000000 → 50000000 × 0.0000009 = 45 from 300000000`],
      [],
    ]);
  });

  test('share what was consumed: 200 million of two increments each are 150 and 50 million', () => {
    const expected = [
      [`${HTTP} 150000000 → 300000000 × 0.000001 = 300 from 0`, `${HTTP} 50000000 → 100000000 × 0.0000009 = 90 from 300000000`],
    ];
    expect(alone(entry(HTTP, '400000000', '200000000'))).toEqual(expected);
    expect(rows(billOf(false, [entry(HTTP, '400000000', '200000000')]))).toEqual(expected);
  });

  test('what a quotient loses, the last band gets back: a third of a request is not lost', () => {
    const [found] = price([entry(HTTP, '900000000', '1')], awsBook, { alwaysFree: false });
    expect(found?.lineItems.map((one) => one.consumedQuantity.toFixed())).toEqual(['0.333333333333', '0.666666666667']);
  });

  test('start where others have filled them, and end with the quantity', () => {
    const source = { id: 'test', title: 'test', published: 'undated', confidence: 'D', url: null } as const;
    const tiers = [0, 10, 20].map((from): Tier => ({
      from: decimal(String(from)),
      unitPrice: decimal(String(30 - from)),
      skuPriceId: null,
      source,
      effective: null,
      unavailable: null,
    }));
    const bands = (start: string, quantity: string) =>
      tierBands(tiers, decimal(start), decimal(quantity)).map((one) => `${one.quantity.toFixed()} at ${one.unitPrice?.toFixed()}`);
    expect(bands('0', '0')).toEqual([]);
    expect(bands('0', '10')).toEqual(['10 at 30']);
    expect(bands('0', '25')).toEqual(['10 at 30', '10 at 20', '5 at 10']);
    expect(bands('9', '1')).toEqual(['1 at 30']);
    expect(bands('10', '1')).toEqual(['1 at 20']);
    expect(bands('9', '12')).toEqual(['1 at 30', '10 at 20', '1 at 10']);
    expect(bands('20', '7')).toEqual(['7 at 10']);
  });

  test('a row says where it comes from', () => {
    const [found] = price([{ ...entry(HTTP, '1'), usage: { ...entry(HTTP, '1').usage, note: 'of a hop' } }], awsBook, {
      alwaysFree: false,
    });
    expect(
      found?.lineItems.map((one) => [
        one.hop,
        one.side,
        one.usageType,
        one.skuPriceId,
        one.published,
        one.pricingUnit,
        one.consumedUnit,
        one.note,
        one.place,
      ]),
    ).toEqual([
      [
        'here',
        'front-door',
        'USE1-ApiGatewayHttpRequest',
        'FC2TWT2UEPTBKVBX.JRTCKXETXF.9NXBCPDZYR',
        '2025-10-20',
        'request',
        'units',
        'of a hop',
        { region: 'us-east-1' },
      ],
    ]);
  });
});

describe('allowances', () => {
  const FREE = (quantity: string) =>
    `lambda/requests ${quantity} → ${quantity} × 0 = 0 (always free: the first 1,000,000 requests of the organisation)`;

  test.each([
    ['999999', [FREE('999999')]],
    ['1000000', [FREE('1000000')]],
    ['1000001', [FREE('1000000'), 'lambda/requests 1 → 1 × 0.0000002 = 0.0000002 from 0']],
  ])('%s requests of functions: the first million is free', (quantity, expected) => {
    expect(free(entry('lambda/requests', quantity))).toEqual([expected]);
    expect(alone(entry('lambda/requests', quantity))).toHaveLength(1);
    expect(rows(billOf(true, [entry('lambda/requests', quantity)]))).toEqual([
      expected.map((one) => one.replace('the first', 'a share of the first')),
    ]);
  });

  test('of the legacy free tier are subtracted only where it is stated, and credits of no month', () => {
    const rest = entry('apigateway/rest-requests', '3000000');
    const under = (freeTier: 'none' | 'legacy' | 'credits') => rows(price([rest], awsBook, { alwaysFree: true, freeTier }));
    const whole = [['apigateway/rest-requests 3000000 → 3000000 × 0.0000035 = 10.5 from 0']];
    expect([under('none'), under('credits')]).toEqual([whole, whole]);
    expect(under('legacy')).toEqual([
      [
        'apigateway/rest-requests 1000000 → 1000000 × 0 = 0 (free tier, first 12 months: the first 1,000,000 requests of the organisation)',
        'apigateway/rest-requests 2000000 → 2000000 × 0.0000035 = 7 from 0',
      ],
    ]);
    // A legacy free tier leaves what never expires alone.
    const transfer = entry('data-transfer/out', '10');
    expect(rows(price([transfer], awsBook, { alwaysFree: false, freeTier: 'legacy' }))).toEqual([
      ['data-transfer/out 10 → 10 × 0.09 = 0.9 from 0'],
    ]);
  });

  test('are drawn once, over Regions and skus, in the order of the entries', () => {
    expect(
      free(
        entry('lambda/duration-x86', '300000'),
        entry('lambda/duration-arm64', '300000', '300000', 'eu-west-1'),
        entry('lambda/duration-x86', '1000'),
      ).map((all) => all.map((one) => one.replace(/ \(.*/, '').replace(/.*→ /, ''))),
    ).toEqual([
      ['300000 × 0 = 0'],
      ['100000 × 0 = 0', '200000 × 0.0000133334 = 2.66668 from 0'],
      ['1000 × 0.0000166667 = 0.0166667 from 0'],
    ]);
  });

  test('leave alone what has no part in them, and Regions that they exclude', () => {
    const provisioned = { allowance: 'none' } as const;
    expect(free(entry('lambda/duration-x86', '10', '10', 'us-east-1', provisioned))).toEqual([
      ['lambda/duration-x86 10 → 10 × 0.0000166667 = 0.000166667 from 0'],
    ]);
    const transfer = awsBook.allowances.find((one) => one.id === 'data-transfer-out') ?? expect.fail('no allowance');
    const excluding = { ...awsBook, allowances: [{ ...transfer, excludes: ['us-east-1'] }] };
    expect(rows(price([entry('data-transfer/out', '10')], excluding, { alwaysFree: true }))).toEqual([
      ['data-transfer/out 10 → 10 × 0.09 = 0.9 from 0'],
    ]);
    const together = priceTogether([{ family: '', entries: [entry('data-transfer/out', '10')] }], excluding, { alwaysFree: true });
    expect(rows(together)).toEqual([['data-transfer/out 10 → 10 × 0.09 = 0.9 from 0']]);
    // Of a geography nothing is excluded.
    const viewers = { ...entry('cloudfront/data-out', '1025'), place: { geography: 'us' } };
    const cloudfront = awsBook.allowances.find((one) => one.id === 'cloudfront-data-out') ?? expect.fail('no allowance');
    const us = { ...awsBook, allowances: [{ ...cloudfront, excludes: ['us'] }] };
    expect(rows(price([viewers], us, { alwaysFree: true }))[0]?.[1]).toBe('cloudfront/data-out 1 → 1 × 0.085 = 0.085 from 0');
    expect(rows(priceTogether([{ family: '', entries: [viewers] }], us, { alwaysFree: true }))[0]?.[1]).toBe(
      'cloudfront/data-out 1 → 1 × 0.085 = 0.085 from 0',
    );
  });

  test('are followed by the tiers from their first on: 310 million after a million of another', () => {
    expect(free(entry('data-transfer/out', '10341')).map((all) => all.map((one) => one.replace(/ \(.*/, '').replace(/.*→ /, '')))).toEqual([
      ['100 × 0 = 0', '10240 × 0.09 = 921.6 from 0', '1 × 0.085 = 0.085 from 10240'],
    ]);
  });

  test('of a family are drawn by its members in proportion', () => {
    const members = [[entry('lambda/requests', '3000000')], [entry('lambda/requests', '1000000')]];
    expect(rows(billOf(true, ...members)).map((all) => all.map((one) => one.replace(/ \(.*/, '').replace(/.*→ /, '')))).toEqual([
      ['750000 × 0 = 0', '2250000 × 0.0000002 = 0.45 from 0'],
      ['250000 × 0 = 0', '750000 × 0.0000002 = 0.15 from 0'],
    ]);
    // Each family has an allowance to itself.
    const apart = members.map((entries, index) => ({ family: String(index), entries }));
    expect(
      rows(priceTogether(apart, awsBook, { alwaysFree: true }))
        .flat()
        .map((one) => one.replace(/ \(.*/, '').replace(/.*→ /, '')),
    ).toEqual(['1000000 × 0 = 0', '2000000 × 0.0000002 = 0.4 from 0', '1000000 × 0 = 0']);
    // A second ladder of the same family finds what the first one left.
    const both = billOf(true, [entry('lambda/duration-x86', '300000')], [entry('lambda/duration-arm64', '300000')]);
    expect(rows(both).map((all) => all.map((one) => one.replace(/ \(.*/, '').replace(/.*→ /, '')))).toEqual([
      ['300000 × 0 = 0'],
      ['100000 × 0 = 0', '200000 × 0.0000133334 = 2.66668 from 0'],
    ]);
  });
});

describe('what has no price', () => {
  const NO_RATE =
    'The API Gateway price feed stamped 2025-10-20 holds no rate for HTTP API calls in this Region; AWS may have launched it since, and no newer source was found';
  const NO_TIER = 'Only N. Virginia has all tiers of this rate in a source; of this Region the first was found';

  test('a rate that AWS does not publish, and one that no source has', () => {
    const unpublished = entry(HTTP, '5', '5', 'ap-east-2');
    for (const found of [price([unpublished], awsBook, { alwaysFree: true }), billOf(true, [unpublished])]) {
      expect(rows(found)).toEqual([[`${HTTP} 5 → 5 × ? = ? (${NO_RATE}) not-published`]]);
      expect(found.flatMap((one) => one.missing)).toEqual([{ sku: HTTP, want: 'not-published', reason: NO_RATE }]);
    }
    expect(price([entry('sqs/requests', '5', '5', 'af-south-1')], awsBook, { alwaysFree: false })[0]?.missing).toEqual([
      { sku: 'sqs/requests', want: 'not-in-sheet', reason: 'No published SQS price of this Region was found' },
    ]);
    expect(price([entry(HTTP, '0', '0', 'ap-east-2')], awsBook, { alwaysFree: false })).toEqual([{ lineItems: [], missing: [] }]);
  });

  test('a tier that no source has: what is below it is priced', () => {
    const messages = entry('sqs/requests', '100000000001', '100000000001', 'eu-central-1');
    for (const found of [price([messages], awsBook, { alwaysFree: false }), billOf(false, [messages])]) {
      expect(rows(found)).toEqual([
        [
          'sqs/requests 100000000000 → 100000000000 × 0.0000004 = 40000 from 0',
          `sqs/requests 1 → 1 × ? = ? from 100000000000 (${NO_TIER}) not-in-sheet`,
        ],
      ]);
      expect(found.flatMap((one) => one.missing)).toEqual([{ sku: 'sqs/requests', want: 'not-in-sheet', reason: NO_TIER }]);
    }
    expect(poolCost([messages], awsBook, { alwaysFree: false }).toFixed()).toBe('40000');
  });

  test('what an allowance covers costs nothing, whatever the rate is', () => {
    const covered = (quantity: string) => entry('sqs/requests', quantity, quantity, 'af-south-1');
    for (const quantity of ['999999', '1000000']) {
      expect(price([covered(quantity)], awsBook, { alwaysFree: true })[0]?.missing).toEqual([]);
      expect(billOf(true, [covered(quantity)])[0]?.missing).toEqual([]);
    }
    expect(rows(price([covered('1000002')], awsBook, { alwaysFree: true }))[0]?.[1]).toBe(
      'sqs/requests 2 → 2 × ? = ? (No published SQS price of this Region was found) not-in-sheet',
    );
    expect(rows(billOf(true, [covered('1000002')]))[0]?.[1]).toBe(
      'sqs/requests 2 → 2 × ? = ? (No published SQS price of this Region was found) not-in-sheet',
    );
  });

  test('says why, or that it is not published', () => {
    expect(reasonOf({ tier: null, quantity: ZERO, unitPrice: null, note: null })).toBe('not published');
    expect(reasonOf({ tier: null, quantity: ZERO, unitPrice: null, note: 'a reason' })).toBe('a reason');
    expect([
      wantOf({ unavailable: 'x', published: false }),
      wantOf({ unavailable: 'x' }),
      wantOf(awsBook.rate(HTTP, { region: 'us-east-1' })),
    ]).toEqual(['not-published', 'not-in-sheet', 'not-in-sheet']);
  });
});

describe('the part of each', () => {
  const costs = (alwaysFree: boolean, ...members: readonly (readonly PoolEntry[])[]) =>
    marginalCosts(
      members.map((entries) => ({ family: 'payer', entries })),
      awsBook,
      { alwaysFree },
    ).map((one) => one.toFixed());

  test('in a bill is what it would fall by without it', () => {
    // 400 million together are 300 + 90; without the second they are $200, without the first $200.
    expect(costs(false, [entry(HTTP, '200000000')], [entry(HTTP, '200000000')])).toEqual(['190', '190']);
    // 500 million are $480; without 400 million $100, without 100 million $390.
    expect(costs(false, [entry(HTTP, '400000000')], [entry(HTTP, '100000000')], [])).toEqual(['380', '90', '0']);
  });
  test('of an allowance is what it covers of it', () => {
    // Two million, one of them free: $0.20. Without either, all is free.
    expect(costs(true, [entry('lambda/requests', '1000000')], [entry('lambda/requests', '1000000')])).toEqual(['0.2', '0.2']);
    expect(costs(true, [entry(HTTP, '1000000')], [entry(HTTP, '0')])).toEqual(['1', '0']);
  });
  test('of what has no price is nothing', () => {
    expect(costs(false, [entry(HTTP, '5', '5', 'ap-east-2')])).toEqual(['0']);
    expect(costs(false, [entry('sqs/requests', '100000000001', '1', 'eu-central-1')])).toEqual(['40000']);
  });
});

test('a quote is one sku in one place', () => {
  const found = quote(HTTP, decimal('300000001'), { region: 'us-east-1' }, awsBook, { alwaysFree: false });
  expect([
    found.listCost.toFixed(),
    found.bound,
    found.unit,
    found.quantity.toFixed(),
    found.missing.length,
    found.sku,
    found.currency,
  ]).toEqual(['300.0000009', 'exact', 'request', '300000001', 0, HTTP, 'USD']);
  expect(found.lineItems.map((one) => [one.hop, one.side, one.consumedUnit, one.note])).toEqual([
    ['quote', 'front-door', 'requests', null],
    ['quote', 'front-door', 'requests', null],
  ]);
  const open = quote(HTTP, decimal('5'), { region: 'ap-east-2' }, awsBook, { alwaysFree: false });
  expect([open.listCost.toFixed(), open.bound, open.missing.length]).toEqual(['0', 'at-least', 1]);
});

test('usage is in the Region of the workload, unless it says where it is', () => {
  expect([placeOf({}, 'eu-west-1'), placeOf({ region: 'us-east-1' }, 'eu-west-1'), placeOf({ geography: 'japan' }, 'eu-west-1')]).toEqual([
    { region: 'eu-west-1' },
    { region: 'us-east-1' },
    { geography: 'japan' },
  ]);
});
