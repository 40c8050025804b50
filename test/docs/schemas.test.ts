// The published JSON Schemas are made from the code. Accept changes with `npx vitest -u`.
import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { breakevenSchema } from '../../src/documents/breakeven/schema.ts';
import { costSchema } from '../../src/documents/cost/schema.ts';
import { diffSchema } from '../../src/documents/diff/schema.ts';
import { doctorSchema } from '../../src/documents/doctor/schema.ts';
import { explainListSchema, explainSchema } from '../../src/documents/explain/schema.ts';
import { lintSchema } from '../../src/documents/lint/schema.ts';
import { pricesDiffSchema } from '../../src/documents/prices/diff.ts';
import { pricesImportSchema } from '../../src/documents/prices/import.ts';
import { pricesListSchema, pricesQuoteSchema, pricesShowSchema } from '../../src/documents/prices/schema.ts';
import { pricesUpdateSchema } from '../../src/documents/prices/update.ts';
import { pricesVerifySchema } from '../../src/documents/prices/verify.ts';
import { reportSchema } from '../../src/documents/report/schema.ts';
import { recommendSchema } from '../../src/documents/recommend/schema.ts';
import { scanSchema } from '../../src/documents/scan/schema.ts';
import { optimizeSchema } from '../../src/documents/optimize/schema.ts';
import { sweepSchema } from '../../src/documents/sweep/schema.ts';
import { throttleSchema } from '../../src/documents/throttle/schema.ts';
import { contractSchema } from '../../src/intake/contract/schema.ts';
import { workloadSchema } from '../../src/workload/schema.ts';
import { filesUnder } from '../house/source.ts';
import { ROOT } from '../run.ts';
import { published } from './published-schema.ts';

test.each([
  ['workload', workloadSchema],
  ['contract', contractSchema],
  ['cost', costSchema],
  ['recommend', recommendSchema],
  ['optimize', optimizeSchema],
  ['breakeven', breakevenSchema],
  ['sweep', sweepSchema],
  ['throttle', throttleSchema],
  ['lint', lintSchema],
  ['scan', scanSchema],
  ['report', reportSchema],
  ['diff', diffSchema],
  ['doctor', doctorSchema],
  ['prices-list', pricesListSchema],
  ['prices-show', pricesShowSchema],
  ['prices-quote', pricesQuoteSchema],
  ['prices-update', pricesUpdateSchema],
  ['prices-verify', pricesVerifySchema],
  ['prices-import', pricesImportSchema],
  ['prices-diff', pricesDiffSchema],
  ['explain', explainSchema],
  ['explain-list', explainListSchema],
])('schema/%s.schema.json is fresh', async (name, schema) => {
  await expect(`${JSON.stringify(published(name, schema), null, 2)}\n`).toMatchFileSnapshot(`../../schema/${name}.schema.json`);
});

const valid = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(`${ROOT}schema/workload.schema.json`, 'utf8')) as object);

test('an editor accepts the contract that init writes, and sees its slips', () => {
  const isContract = new Ajv({ strict: false, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } }).compile(
    JSON.parse(readFileSync(`${ROOT}schema/contract.schema.json`, 'utf8')) as object,
  );
  const written = readFileSync(`${ROOT}examples/contract/contract.yaml`, 'utf8');
  isContract(parse(written));
  expect(isContract.errors).toBeNull();
  const slips = [
    ['12%', '12 percents'],
    ['sku: cloudfront/data-out', 'sku: cloudfront/data'],
    ['Amazon CloudFront:', 'Cloudfront:'],
    ['valid:', 'validity:'],
    ['monthly: $5,000', 'monthly: lots'],
  ] as const;
  expect(slips.map(([right, wrong]) => [wrong, isContract(parse(written.replace(right, wrong)))])).toEqual(
    slips.map(([, wrong]) => [wrong, false]),
  );
});

const aboutOthers = /contract\.yaml|article\/(figures\.yaml|tables\.yaml|pages\/|throttling\/figures)/;
const workloads = filesUnder(`${ROOT}examples`).filter((path) => path.endsWith('.yaml') && !aboutOthers.test(path));

test.each(workloads)('an editor accepts %s', (path) => {
  valid(parse(readFileSync(path, 'utf8')));
  expect(valid.errors).toBeNull();
});

test('an editor sees a slip: a unit, a Region, a field', () => {
  const wrong = [
    'name: a\nregion: us-east-1\ntraffic: { requests: 1_000_00O }',
    'name: a\nregion: us-esat-1\ntraffic: { requests: 1M }',
    'name: a\nregion: us-east-1\ntrafic: { requests: 1M }',
    'name: a\nregion: us-east-1\ntraffic: { requests: 1M, response: 5 KBit }',
  ];
  expect(wrong.map((text) => valid(parse(text)))).toEqual([false, false, false, false]);
});
