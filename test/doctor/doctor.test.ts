// What doctor says of a machine and of prices that are not those of the tests: what its stories do not show.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isSupported } from '../../src/app/doctor/machine.ts';
import { run } from '../run.ts';

const home = mkdtempSync(join(tmpdir(), 'apigw-advisor-doctor-'));
afterAll(() => rmSync(home, { recursive: true }));

test.each([
  ['20.19.0', true],
  ['20.18.3', false],
  ['21.9.0', false],
  ['22.12.0', true],
  ['22.11.9', false],
  ['23.0.0', false],
  ['24.0.0', true],
  ['26.1.0', true],
  ['18.20.4', false],
])('Node.js %s is supported: %s', (version, supported) => {
  expect(isSupported(version, '^20.19.0 || ^22.12.0 || >=24.0.0')).toBe(supported);
});

test('folders are counted, and what is laid over is named with where that was said', async () => {
  const cache = join(home, 'cache/apigw-advisor');
  mkdirSync(join(cache, 'downloads/host'), { recursive: true });
  mkdirSync(join(cache, 'cost'));
  writeFileSync(join(cache, 'downloads/host/list'), 'x'.repeat(300));
  writeFileSync(join(cache, 'cost/code'), 'x'.repeat(20));
  const prices = join(home, 'data/apigw-advisor/prices');
  mkdirSync(prices, { recursive: true });
  writeFileSync(join(prices, 'sources.yaml'), 'one:\n  title: A list\n  published: "2026-11-01"\n  confidence: A\n');
  // These paths are outside the folder of the test, which paths of the port are put under.
  const folder = '/';
  const env = { LANG: 'C.UTF-8', XDG_CACHE_HOME: join(home, 'cache'), XDG_DATA_HOME: join(home, 'data') };
  const ran = await run(['doctor', '--json'], { env, folder });
  const [said] = (JSON.parse(ran.stdout) as { results: { folders: object; prices: { laidOver: object; layers: object } }[] }).results;
  expect(said?.folders).toMatchObject({
    code: { files: 1, bytes: 20 },
    downloads: { files: 1, bytes: 300 },
    data: { files: 1 },
  });
  expect(said?.prices.laidOver).toEqual([{ kind: 'prices', path: prices, by: 'your data folder' }]);
  expect(said?.prices.layers).toEqual([{ id: 'imported', kind: 'imported', sources: 1 }]);
  const screen = await run(['doctor'], { env, folder });
  expect(screen.stdout).toContain('imported, 1 source');

  // A damaged contract leaves the prices that are laid.
  const contract = join(home, 'data/apigw-advisor/contract.yaml');
  writeFileSync(contract, 'name: Ours\ndiscounts: { everything: many }\n');
  const both = await run(['doctor'], { env, folder });
  expect(both.exitCode).toBe(4);
  expect(both.stdout).toContain('imported, 1 source');
  expect(both.stdout.replaceAll(/\s+/g, ' ')).toContain(`The contract in ${contract} (your data folder) cannot be read.`);
  expect(both.stdout.replaceAll(/\s+/g, ' ')).toContain('- correct the contract: ');
  rmSync(contract);

  writeFileSync(join(prices, 'sources.yaml'), 'one: damaged\n');
  const damaged = await run(['doctor'], { env, folder });
  expect(damaged.exitCode).toBe(4);
  expect(damaged.stdout).toContain('- remove that folder');
});

test('with nothing old and nothing missing there is nothing to do', async () => {
  const ran = await run(['doctor', 'examples/catalogue.yaml', '--as-of', '2025-09-01']);
  expect(ran.stdout).toContain('All that these workloads use has a price where they are.');
  expect(ran.stdout).toContain('Nothing needs to be done.');
});
