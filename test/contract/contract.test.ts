/** Terms of a contract one by one: which of them holds, whom it covers, what its commitments add, and what is no contract. */
import { describe, expect, test } from 'vitest';
import { PriceError } from '../../src/errors/errors.ts';
import { readContract } from '../../src/intake/contract/read.ts';
import { committedOf } from '../../src/portfolio/commitments.ts';
import { portfolio } from '../../src/portfolio/portfolio.ts';
import { coverOf, outOfDates, termOf, type Contract } from '../../src/pricebook/contract.ts';
import { openPriceBook } from '../../src/pricebook/price-book.ts';
import type { Sku } from '../../src/pricebook/skus.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook, priceData } from '../price-book.ts';

const read = (text: string) => readContract(`name: a\n${text}`, 'contract.yaml', awsBook);
const laid = (contract: Contract) => openPriceBook({ ...priceData, agreement: { contract, notLaid: null } });

describe('one term holds for a rate, the most specific', () => {
  const contract = read(`discounts:
  everything: 1%
  services: { Amazon API Gateway: 2%, Amazon CloudFront: 2% }
  skus: { apigateway/http-requests: 3% }
rates:
  - { sku: apigateway/rest-requests, price: $3/M }
  - { sku: apigateway/rest-requests, in: [us-east-1], price: $2/M }`);
  const said = (sku: Sku, region: string) => {
    const term = termOf(contract, sku, { region });
    if (term === null) return 'as listed';
    return 'off' in term ? `${term.off.toFixed()} off ${term.of}` : `a price of ${term.rate.tiers[0]?.unitPrice.toFixed()}`;
  };
  test.each<[Sku, string, string]>([
    ['apigateway/rest-requests', 'us-east-1', 'a price of 0.000002'],
    ['apigateway/rest-requests', 'eu-west-1', 'a price of 0.000003'],
    ['apigateway/http-requests', 'us-east-1', '0.03 off sku'],
    ['apigateway/websocket-messages', 'us-east-1', '0.02 off service'],
    ['lambda/requests', 'us-east-1', '0.01 off everything'],
  ])('%s in %s: %s', (sku, region, is) => {
    expect(said(sku, region)).toBe(is);
  });
});

test('it covers its payers and its accounts; what is not stated rules nobody out', () => {
  const of = (covers: string) => read(`discounts: { everything: 1% }\n${covers}`);
  const [all, payers, both] = [of(''), of('covers: { payers: [p] }'), of('covers: { payers: [p], accounts: [a] }')];
  expect(coverOf(all, {})).toBe('covered');
  expect([coverOf(payers, { payer: 'p' }), coverOf(payers, { payer: 'q', account: 'a' }), coverOf(payers, { account: 'a' })]).toEqual([
    'covered',
    'not-covered',
    'assumed',
  ]);
  expect([coverOf(both, { payer: 'q', account: 'a' }), coverOf(both, { payer: 'q' }), coverOf(both, { payer: 'q', account: 'b' })]).toEqual(
    ['covered', 'assumed', 'not-covered'],
  );
});

test.each([
  ['2026-02-27', 'not-yet'],
  ['2026-02-28', null],
  ['2026-03-01', null],
  ['2026-03-02', 'ended'],
])('on %s it is %s', (day, is) => {
  const contract = read('valid: { from: 2026-02-28, until: 2026-03-01 }\ndiscounts: { everything: 1% }');
  expect(outOfDates(contract, day)).toBe(is);
});

describe('a commitment', () => {
  const workload = parseWorkload('name: a\nregion: us-east-1\ntraffic: { requests: 100M, response: 0 B }\ninUse: http\nwaf: { rules: 1 }');
  const used = (commitments: string) => {
    const book = laid(read(`commitments: ${commitments}`));
    const { items } = portfolio([{ file: 'a.yaml', workload: { ...workload, waf: undefined } as never, input: null }], book);
    return committedOf(items, book)?.uses.map((one) =>
      [one.monthly, one.counted, one.shortfall].map((amount) => amount.toFixed()).join(' '),
    );
  };
  // 100M requests at $1.00 a million.
  test.each([
    ['$100', '100 100 0'],
    ['$100.01', '100.01 100 0.01'],
    ['$99.99', '99.99 100 0'],
  ])('of %s against $100 of usage: committed, counted, missing %s', (monthly, is) => {
    expect(used(`[{ monthly: ${monthly} }]`)).toEqual([is]);
  });
  test('of a service counts that service; what is missing of it counts towards the whole bill, and what is stated besides', () => {
    expect(
      used(
        '[{ monthly: $200, besides: $20 }, { services: [AWS Lambda], monthly: $30 }, { services: [Amazon API Gateway], monthly: $110 }]',
      ),
    ).toEqual(['30 0 30', '110 100 10', '200 160 40']);
  });
});

test.each([
  ['$0.0080/10,000 requests', '0.0000008'],
  ['$0.0080 per 10K', '0.0000008'],
  ['$0.18/1M requests', '0.00000018'],
  ['$0.18/million', '0.00000018'],
  ['0.18/1000000', '0.00000018'],
  ['$2/1 request', '2'],
])('a price for many: %s', (price, unitPrice) => {
  const [rate] = read(`rates: [{ sku: lambda/requests, price: "${price}" }]`).rates;
  expect(rate?.tiers[0]?.unitPrice.toFixed()).toBe(unitPrice);
});

test('a tier that has an end is told where it ends', () => {
  const text = 'rates: [{ sku: lambda/requests, tiers: [{ from: 0, to: 300M, price: 1 }] }]';
  const because = 'the fields here are from, price: a tier ends where the next begins, and the last has no end';
  expect(() => read(text)).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ because })] }));
});

describe('no contract', () => {
  const mistakes = (text: string) => {
    try {
      readContract(text, 'contract.yaml', awsBook);
      return [];
    } catch (error) {
      if (!(error instanceof PriceError)) throw error;
      return error.problems.map(({ line, what }) => `${line} ${what}`);
    }
  };
  const of = (terms: string) => mistakes(`name: a\n${terms}`);

  test.each([
    ['nothing off, and all of it', 'discounts: { everything: 0%, skus: { lambda/requests: 100% } }'],
    ['a price of nothing', 'rates: [{ sku: lambda/requests, price: 0 }]'],
    [
      'a price for a unit, for a million, and in words',
      'rates: [{ sku: lambda/requests, price: 0.0000002 }, { sku: sqs/requests, price: USD 0.30 per million requests }, { sku: alb/hours, price: $0.02/hour }]',
    ],
  ])('%s is one', (_name, terms) => {
    expect(of(terms)).toEqual([]);
  });

  test.each([
    ['an empty file', '', ['1 the file is empty']],
    ['a list', '- a', ['1 the file is a list']],
    ['a name alone', 'name: a', ['1 the contract agrees on nothing']],
    ['lists in place of sections', 'name: a\ndiscounts: [{ sku: x }, y]\nvalid: [b]', ['2 discounts is a list', '3 valid is a list']],
    ['a list in place of names with values', 'name: a\ndiscounts: { services: [x, y] }', ['2 discounts.services is a list']],
    ['no name', 'discounts: { everything: 1% }', ['1 name is missing']],
    ['more than all off', 'name: a\ndiscounts: { everything: 101% }', ['2 discounts.everything is "101%"']],
    ['less than nothing off', 'name: a\ndiscounts: { everything: -1% }', ['2 discounts.everything is "-1%"']],
    ['a share without its sign', 'name: a\ndiscounts: { everything: 0.1 }', ['2 discounts.everything is "0.1"']],
    ['a negative price', 'name: a\nrates: [{ sku: lambda/requests, price: -1 }]', ['2 rates[0].price is "-1"']],
    ['a price in another currency', 'name: a\nrates: [{ sku: lambda/requests, price: 1 EUR }]', ['2 rates[0].price is "1 EUR"']],
    [
      'a price of a number that does not divide it',
      'name: a\nrates: [{ sku: lambda/requests, price: 1/3 requests }]',
      ['2 rates[0].price is "1/3 requests"'],
    ],
    ['a price of another unit', 'name: a\nrates: [{ sku: lambda/requests, price: 1/GB }]', ['2 rates[0].price is "1/GB"']],
    [
      'tiers that begin above nothing',
      'name: a\nrates: [{ sku: lambda/requests, tiers: [{ from: 1, price: 1 }] }]',
      ['2 rates[0].tiers[0].from is "1"'],
    ],
    [
      'tiers that do not rise',
      'name: a\nrates: [{ sku: lambda/requests, tiers: [{ from: 0, price: 1 }, { from: 0, price: 1 }] }]',
      ['2 rates[0].tiers[1].from is "0"'],
    ],
    [
      'a price and tiers',
      'name: a\nrates: [{ sku: lambda/requests, price: 1, tiers: [{ from: 0, price: 1 }] }]',
      ['2 rates[0] has a price and tiers'],
    ],
    ['a sku that is none', 'name: a\nrates: [{ sku: lambda/calls, price: 1 }]', ['2 rates[0].sku is "lambda/calls"']],
    ['a place that is none', 'name: a\nrates: [{ sku: lambda/requests, in: [us-esat-1], price: 1 }]', ['2 rates[0].in[0] is "us-esat-1"']],
    [
      'a place of what has none',
      'name: a\nrates: [{ sku: cloudfront/plan-pro, in: [us], price: 1 }]',
      ['2 rates[0].in cannot be said of cloudfront/plan-pro'],
    ],
    [
      'two prices for one thing',
      'name: a\nrates: [{ sku: lambda/requests, price: 1 }, { sku: lambda/requests, price: 2 }]',
      ['2 rates[1] prices lambda/requests everywhere again'],
    ],
    ['days that are none', 'name: a\nvalid: { from: 2026-02-30 }\ndiscounts: { everything: 1% }', ['2 valid.from is "2026-02-30"']],
    [
      'days the wrong way round',
      'name: a\nvalid: { from: 2026-03-01, until: 2026-02-28 }\ndiscounts: { everything: 1% }',
      ['2 valid.until is "2026-02-28", before valid.from'],
    ],
    ['a key twice', 'name: a\nname: b\ndiscounts: { everything: 1% }', ['2 this key appears twice']],
  ])('%s', (_name, text, is) => {
    expect(mistakes(text)).toEqual(is);
  });

  test('a bomb of aliases is told, and takes no time', () => {
    const levels = Array.from(
      { length: 30 },
      (_, index) => `l${index}: &l${index} [${index === 0 ? 'x' : Array.from({ length: 10 }, () => `*l${index - 1}`).join(', ')}]`,
    );
    expect(mistakes(`name: a\n${levels.join('\n')}`).length).toBeGreaterThan(0);
    expect(mistakes(`name: "${'a'.repeat(300)}"\ndiscounts: { everything: 1% }`)).toHaveLength(1);
  });
});
