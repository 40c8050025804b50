// What docs/compare.md says by hand of its example is what its rows add up to.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decimal } from '../../src/money/decimal.ts';
import { ROOT, run } from '../run.ts';

test('requests and function of the example cost what the page says', async () => {
  const { stdout } = await run(['cost', 'examples/starter.yaml', '--json']);
  const { results } = JSON.parse(stdout) as { results: { candidates: { id: string; lineItems: { sku: string; listCost: string }[] }[] }[] };
  const rows = results[0]?.candidates.find(({ id }) => id === 'http')?.lineItems ?? [];
  const sum = rows.filter(({ sku }) => !sku.startsWith('data-transfer/')).reduce((total, { listCost }) => total.plus(decimal(listCost)), decimal('0'));
  const page = readFileSync(`${ROOT}docs/compare.md`, 'utf8');
  expect(page).toContain(`Requests and function are $${sum.toFixed(2)} of it`);
  expect(page).toContain(`$${sum.toFixed(2)} by its arithmetic`);
});
