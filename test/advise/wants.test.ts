// What has no price says why: AWS publishes no rate, our sheets lack one, or the workload does not state a size.
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/advise/advise.ts';
import { exampleWorkload } from '../../src/decide/example.ts';
import type { Fields } from '../../src/decide/rule.ts';
import { estimate } from '../../src/estimate/estimate.ts';
import { costCsv } from '../../src/export/csv/cost.ts';
import { recommendSections } from '../../src/render/recommend/sections.ts';
import { WANTS } from '../../src/render/cost/words.ts';
import { awsBook, priceData } from '../price-book.ts';

const lambda = { memory: '512 MB', duration: '80 ms' };
const words = (fields: Fields) =>
  recommendSections(advise(exampleWorkload(fields, 'http'), awsBook))
    .map(({ lead, list = [], words: more = [] }) => [lead, ...more, ...list].join('\n'))
    .join('\n');
const missing = (fields: Fields) => estimate(exampleWorkload(fields, 'http'), awsBook).candidates.flatMap((one) => one.missing);

describe('a size that is not stated', () => {
  // Only a load balancer passes it, which bills the bytes of answers that nobody states.
  const fields = { traffic: { largestRequest: '50 MB', request: '2 KB' } };

  test('is not called a rate that is not published', () => {
    expect(missing(fields).map((one) => one.want)).toEqual(['not-stated']);
    expect(words(fields)).toContain('A size by which it is billed is not stated, so what it costs is not known.');
    expect(words(fields)).toContain(WANTS['not-stated']);
    expect(words(fields)).not.toMatch(/published in this Region/);
  });

  test('has a row of its own in CSV', () => {
    const csv = costCsv([estimate(exampleWorkload(fields, 'http'), awsBook)])
      .trim()
      .split('\n');
    expect(csv.filter((line) => line.includes(',not-stated,')).map((line) => line.split(',').slice(0, 9).join(','))).toEqual([
      'example,,us-east-1,aws,alb,at-least,,,alb/lcu',
    ]);
  });
});

test('a rate that AWS publishes none of, and one that our sheets lack, are told apart', () => {
  const there = missing({ region: 'ap-east-2', traffic: { request: '1 KB', response: '5 KB' }, backend: { lambda }, waf: { rules: '3' } });
  const wants = Object.fromEntries(there.map(({ sku, want }) => [sku, want]));
  expect(wants).toMatchObject({
    'apigateway/http-requests': 'not-published',
    'waf/requests': 'not-published',
    'data-transfer/out': 'not-in-sheet',
  });
  const rest = words({ region: 'ap-east-2', traffic: { request: '1 KB', response: '5 KB' }, backend: { lambda } });
  expect(rest).toContain(WANTS['not-published']);
  expect(rest).toContain(WANTS['not-in-sheet']);
});

test('in every Region each gap of a price says why, and every row without a price too', () => {
  const fields = { traffic: { request: '1 KB', response: '5 KB' }, backend: { lambda }, waf: { rules: '3' }, portal: { products: '2' } };
  for (const region of priceData.regions) {
    const { candidates } = estimate(exampleWorkload({ ...fields, region }, 'http'), awsBook);
    for (const one of candidates) {
      const rows = one.lineItems.filter((row) => row.listUnitPrice === null);
      expect(one.lineItems.filter((row) => (row.unpriced === null) !== (row.listUnitPrice !== null))).toEqual([]);
      for (const { sku, unpriced } of rows) {
        const why = priceData.sheet(region).unavailable[sku];
        expect([sku, unpriced]).toEqual([sku, typeof why === 'object' ? 'not-published' : 'not-in-sheet']);
        expect(one.missing).toContainEqual(expect.objectContaining({ sku, want: unpriced }));
      }
    }
  }
});
