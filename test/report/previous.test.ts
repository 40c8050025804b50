// What stands where an earlier report should: every document is either read or refused in words, and none is half believed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-'));
const october = readFileSync(`${ROOT}test/golden/report-attention/october.json`, 'utf8');

beforeAll(() => writeFileSync(join(folder, 'workload.yaml'), 'name: a\nregion: us-east-1\ntraffic: { requests: 1M }\n'));
afterAll(() => rmSync(folder, { recursive: true }));

async function previous(text: string) {
  writeFileSync(join(folder, 'previous.json'), text);
  return run(['report', 'workload.yaml', '--previous', 'previous.json', '--as-of', '2025-07-01'], { folder });
}

interface Doc {
  month: string | null;
  hoursPerMonth: string;
  listCost: string;
  rates: { tiers: { from: string; unitPrice: string | null }[] }[];
  workloads: { workload: string; account: string | null; listCost: string; input: unknown; parts: { candidate: string }[] }[];
}

function changed(change: (doc: Doc) => void): string {
  const doc = JSON.parse(october) as Doc;
  change(doc);
  return JSON.stringify(doc);
}

/** The first of a list, which the story has. */
const first = <T>(list: readonly T[]): T => list[0] ?? expect.fail('nothing there');

test.each([
  ['nothing', '', 'it is not JSON, or not all of it', ':1:1'],
  ['half a document', october.slice(0, 900), 'it is not JSON, or not all of it', ':42:6'],
  ['a list', '[]', 'it has no schemaVersion'],
  ['null', 'null', 'it is not a document with fields'],
  ['another version', '{ "schemaVersion": "9" }', 'its schemaVersion is "9", and this version of apigw-advisor reads "1" and "2"'],
  [
    'what cost prints',
    '{ "schemaVersion": "1", "results": [] }',
    'it is what another command printed, and only report --json has the whole bill',
  ],
  [
    'an impossible month',
    changed((doc) => void (doc.month = '2026-13\u001b[2J')),
    'month is "2026-13\\u001b[2J", which is not allowed there',
  ],
  ['a month without hours', changed((doc) => void (doc.hoursPerMonth = '0')), 'hoursPerMonth is not the length of a month'],
  ['a number without end', changed((doc) => void (doc.listCost = '9'.repeat(5000))), 'listCost is too long'],
  [
    'no number',
    changed((doc) => void (first(doc.workloads).listCost = 'NaN')),
    'workloads[0].listCost is "NaN", which is not allowed there',
  ],
  ['another sum', changed((doc) => void (first(doc.workloads).listCost = '1')), 'its workloads do not add up to its total'],
  [
    'a negative tier',
    changed((doc) => void (first(doc.rates).tiers = [{ from: '-5', unitPrice: '1' }])),
    'rates[0].tiers[0].from is negative',
  ],
  ...['', '.inf', '2026-10', '__proto__'].map((from) => [
    `a tier from "${from}"`,
    changed((doc) => void (first(doc.rates).tiers = [{ from, unitPrice: '1' }])),
    `rates[0].tiers[0].from is "${from}", which is not allowed there`,
  ]),
  [
    'a tier from a number without end',
    changed((doc) => void (first(doc.rates).tiers = [{ from: '0'.repeat(5000), unitPrice: '1' }])),
    'rates[0].tiers[0].from is too long',
  ],
  [
    'tiers that fall',
    changed((doc) => void (first(doc.rates).tiers = [{ from: '5', unitPrice: '1' }])),
    'rates[0].tiers do not climb from 0 up',
  ],
])('%s is refused', async (_, text, because, place = '') => {
  const { stdout, stderr, exitCode } = await previous(text);
  expect(stderr).toBe(
    `previous.json${place}  is not an earlier report\n  because   ${because}\n  write     apigw-advisor report workloads/ --json > report-2026-10.json\n`,
  );
  expect([exitCode, stdout]).toEqual([3, '']);
});

test.each([
  ['keys of prototypes', october.replace('{', '{ "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } },')],
  ['names of prototypes', changed((doc) => void Object.assign(first(doc.workloads), { workload: '__proto__', account: 'constructor' }))],
  ['a workload that is not understood any more', changed((doc) => void (first(doc.workloads).input = { name: 'x' }))],
  ['a candidate that is not known', changed((doc) => void (first(first(doc.workloads).parts).candidate = 'zzz'))],
])('%s are read, and the effects add up', async (_, text) => {
  const { stdout, exitCode } = await previous(text);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Why it moved');
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

/** An earlier cost --json of the workload here, changed as text. */
async function diffOf(change: (text: string) => string) {
  const { stdout } = await run(['cost', 'workload.yaml', '--json'], { folder });
  writeFileSync(join(folder, 'cost.json'), change(stdout));
  return run(['diff', 'cost.json', 'workload.yaml', '--as-of', '2025-07-01'], { folder });
}

test.each([
  ['half a document', (text: string) => text.slice(0, 900), 'it is not JSON, or not all of it', ':45:2'],
  [
    'another version',
    (text: string) => text.replace('"schemaVersion": "2"', '"schemaVersion": "9"'),
    'its schemaVersion is "9", and this version of apigw-advisor reads "1" and "2"',
  ],
  [
    'a month without hours',
    (text: string) => text.replace('"hoursPerMonth": "730"', '"hoursPerMonth": "0"'),
    'results[0].hoursPerMonth is not the length of a month',
  ],
  [
    'a Region of nobody',
    (text: string) => text.replaceAll('"us-east-1"', '"mars-1"'),
    'its region is "mars-1", for which there are no prices',
  ],
  [
    'a negative quantity',
    (text: string) => text.replace(/"pricingQuantity": "/, '"pricingQuantity": "-'),
    'results[0].candidates[0].lineItems[0].pricingQuantity is negative',
  ],
])('%s is nothing to compare with', async (_, change, because, place = '') => {
  const { stdout, stderr, exitCode } = await diffOf(change);
  expect(stderr).toBe(
    `cost.json${place}  is not an earlier document\n  because   ${because}\n  write     apigw-advisor cost workload.yaml --json > cost.json\n`,
  );
  expect([exitCode, stdout]).toEqual([3, '']);
});
