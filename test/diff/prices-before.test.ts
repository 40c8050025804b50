/** An older folder of price data, as sheets and as a build compiles them. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listSheets } from '../../src/pricebook/files.ts';
import { readPriceSheets } from '../../src/pricebook/yaml-sheets.ts';
import { ROOT, run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-diff-'));

beforeAll(() => {
  mkdirSync(join(folder, 'sheets'));
  mkdirSync(join(folder, 'compiled'));
  mkdirSync(join(folder, 'empty'));
  copyFileSync(join(ROOT, 'test/golden/diff/workload.yaml'), join(folder, 'workload.yaml'));
  for (const { name, text } of listSheets(join(ROOT, 'pricing-data')))
    writeFileSync(join(folder, 'sheets', name), name === 'us-east-1.yaml' ? text.replace('price: "0.0000035"', 'price: "0.000003"') : text);
  const { index, sheets } = readPriceSheets(listSheets(join(folder, 'sheets')));
  writeFileSync(join(folder, 'compiled', 'index.json'), JSON.stringify(index));
  writeFileSync(join(folder, 'compiled', 'us-east-1.json'), JSON.stringify(sheets['us-east-1']));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['sheets', 'compiled'])('a price of %s that rose is the cause of what it moved', async (prices) => {
  const ran = await run(['diff', 'workload.yaml', '--as-of', '2025-07-01', '--prices-before', prices, '--candidate', 'rest', '--json'], {
    folder,
  });
  expect([ran.exitCode, ran.stderr]).toEqual([0, '']);
  const {
    results: [{ total, inputs, rates, compared }],
  } = JSON.parse(ran.stdout) as {
    results: [
      {
        total: { change: string };
        inputs: unknown;
        rates: { sku: string; before: string; now: string }[];
        compared: { causes: object }[];
      },
    ];
  };
  // By hand: 120M × $0.50/M.
  expect(total.change).toBe('60');
  expect(compared[0]?.causes).toEqual({ input: '0', price: '60', added: '0', removed: '0' });
  expect(inputs).toEqual([{ field: 'prices', before: prices, now: 'installed' }]);
  expect(rates.map(({ sku, before, now }) => [sku, before, now])).toEqual([['apigateway/rest-requests', '0.000003', '0.0000035']]);
});

test('a folder that still holds delays beside its prices is read', () => {
  const older = listSheets(join(folder, 'sheets')).map(({ name, text }) => ({
    name,
    text: name === 'article.yaml' ? `${text}latency: { rest: { p50: ["15", "20"] } }\ncoldStarts: { go: ["50", "150"] }\n` : text,
  }));
  expect(readPriceSheets(older).data.overlays['article']?.region).toBe('us-east-1');
});

test.each(['empty', 'nowhere'])('a folder without price data is refused: %s', async (prices) => {
  const ran = await run(['diff', 'workload.yaml', '--as-of', '2025-07-01', '--prices-before', prices], { folder });
  expect([ran.exitCode, ran.stdout]).toEqual([4, '']);
  expect(ran.stderr).toContain('is not a folder of price data');
  expect(readFileSync(join(folder, 'workload.yaml'), 'utf8')).toContain('catalogue-api');
});
