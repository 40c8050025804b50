// `prices diff`: what two lists have otherwise; a day stands for the list that AWS had published by then.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PricesDiffDocument } from '../../src/documents/prices/diff.ts';
import { run } from '../run.ts';
import { csvOf, type Product } from './offers.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lists-'));
  await lay('october', '2026-10-01', '0.00000121');
  await lay('november', '2026-11-01', '0.0000013');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function lay(name: string, day: string, price: string) {
  const http: Product = {
    sku: 'MFY3FVZZSQWYVNHM',
    usageType: 'EUW2-ApiGatewayHttpRequest',
    operation: 'ApiGatewayHttpApi',
    tiers: [['0', 'Inf', price]],
  };
  const events: Product = {
    sku: 'EVNT',
    service: 'AWSEvents',
    usageType: 'EUW2-Event-64K-Chunks',
    operation: 'PutEvents',
    unit: '64K-Chunks',
    tiers: [['0', 'Inf', '0.000001']],
  };
  writeFileSync(join(folder, 'offer.csv'), csvOf(name === 'october' ? [http, events] : [http]).replaceAll('2026-10-01T', `${day}T`));
  const { written } = await run(['prices', 'import', 'offer.csv', '--output', name], { folder });
  for (const [path, text] of written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

async function compared(...argv: readonly string[]) {
  const ran = await run(['prices', 'diff', ...argv, '--json'], { folder });
  expect(ran.exitCode).toBe(0);
  return (JSON.parse(ran.stdout) as PricesDiffDocument).results[0]!;
}

test('a list and itself are alike', async () => {
  for (const list of ['packaged', 'october'])
    expect(await compared(list, list)).toMatchObject({ summary: { moved: 0, new: 0, gone: 0 }, rates: [] });
});

test('what moved is told tier by tier, also where a tier is gone', async () => {
  const { summary, rates } = await compared('packaged', 'october');
  expect(summary).toMatchObject({ moved: 1, new: 1, gone: 0 });
  expect(rates.find(({ status }) => status === 'moved')).toMatchObject({
    sku: 'apigateway/http-requests',
    region: 'eu-west-2',
    tiers: [
      { tierFrom: '0', before: { unitPrice: '0.00000116' }, now: { unitPrice: '0.00000121' } },
      // 0.17 ÷ 1.04: where the package has a lower tier, the other list goes on.
      { tierFrom: '300000000', before: { unitPrice: '0.00000104' }, now: { unitPrice: '0.00000121' }, share: '0.163462' },
    ],
  });
});

test('the other way round what was new is gone, and what rose falls', async () => {
  const [there, back] = [await compared('october', 'november'), await compared('november', 'october')];
  expect(there.summary).toMatchObject({ moved: 1, new: 0, gone: 1 });
  expect(back.summary).toMatchObject({ moved: 1, new: 1, gone: 0, equal: there.summary.equal });
  const [rise] = there.rates.flatMap(({ tiers }) => tiers.filter(({ isDifferent }) => isDifferent));
  const [fall] = back.rates.flatMap(({ tiers }) => tiers.filter(({ isDifferent }) => isDifferent));
  expect([rise?.before, rise?.now]).toEqual([fall?.now, fall?.before]);
});

test('a price list of AWS is laid over the package, and what it has that cannot be used is told', async () => {
  const moved = await compared('packaged', 'offer.csv');
  expect(moved.now).toBe('offer.csv');
  expect(moved.rates.map(({ sku, status }) => [sku, status])).toEqual([['apigateway/http-requests', 'moved']]);
  expect((await compared('november', 'offer.csv')).summary).toMatchObject({ moved: 0, gone: 0 });
  writeFileSync(
    join(folder, 'gb.csv'),
    csvOf([{ sku: 'X', usageType: 'EUW2-ApiGatewayMinute', operation: 'ApiGatewayWebSocket', unit: 'GB', tiers: [['0', 'Inf', '1']] }]),
  );
  expect((await run(['prices', 'diff', 'packaged', 'gb.csv'], { folder })).stderr).toMatch(/1 rate of gb\.csv could not be used/);
  writeFileSync(join(folder, 'prose.txt'), 'hello');
  const none = await run(['prices', 'diff', 'packaged', 'prose.txt'], { folder });
  expect([none.exitCode, none.stderr]).toEqual([5, expect.stringMatching(/^prose\.txt:1 +is no price list of AWS/)]);
});

test('on a day before the import the package’s rate stands, and on its day the imported one', async () => {
  const moved = async (before: string, now: string) =>
    (await compared(before, now, '--prices', 'november')).rates.filter(({ status }) => status === 'moved').map(({ sku }) => sku);
  expect(await moved('2026-10-31', '2026-11-01')).toEqual(['apigateway/http-requests']);
  expect(await moved('2026-10-30', '2026-10-31')).toEqual([]);
  expect(await moved('2026-11-01', '2026-11-30')).toEqual([]);
});

test.each(['nowhere', '2026-02-31', '../..'])('what is no list is refused: %s', async (name) => {
  const ran = await run(['prices', 'diff', 'packaged', name], { folder });
  expect([ran.exitCode, ran.stdout]).toEqual([4, '']);
  expect(ran.stderr).toContain('a folder that prices import wrote');
});
