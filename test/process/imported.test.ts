// Prices that are imported by a real process: where they go, who goes by them, and what a full disk leaves.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { csvOf, type Product } from '../prices/offers.ts';
import { ROOT } from '../run.ts';
import { advisor, contents, ENV, folderOf, shell } from './files.ts';

const SIZES = ['0.5', '1.55', '6.05', '13.5', '28.4', '58.2', '118', '237'];
const caches = (price: string) =>
  csvOf(
    SIZES.map((size): Product => ({
      sku: `CACHE${size.replace('.', '')}`,
      usageType: `EUW2-ApiGatewayCacheUsage:${size}GB`,
      operation: 'RunInstances',
      unit: 'Hrs',
      tiers: [['0', 'Inf', price]],
    })),
  );
const TODAY = ['--as-of', '2026-11-22'];

test('they go into the folder of the user’s data, and every command then goes by them', () => {
  const folder = folderOf({ 'offer.csv': caches('9') });
  const env = { ...ENV, XDG_DATA_HOME: join(folder, 'data') };
  const price = (own: Readonly<Record<string, string>> = env) =>
    advisor(folder, ['prices', 'quote', 'apigateway/cache-0.5gb', '1', '--region', 'eu-west-2'], { env: own }).stdout;
  expect(price()).toContain('$0.02');
  const ran = advisor(folder, ['prices', 'import', 'offer.csv', ...TODAY], { env });
  expect([ran.status, ran.stderr]).toEqual([0, expect.stringContaining('data/apigw-advisor/prices') as string]);
  expect(Object.keys(contents(join(folder, 'data/apigw-advisor/prices')))).toEqual(['eu-west-2.yaml', 'sources.yaml']);
  expect(price()).toContain('$9.00');
  expect(price(ENV)).toContain('$0.02');
});

test('a disk that is full leaves the sheets of before, all of them', () => {
  const folder = folderOf({ 'offer.csv': caches('9'), 'newer.csv': caches('8').replace('2026-10-01T', '2026-11-01T') });
  mkdirSync(join(folder, 'mine'));
  expect(advisor(folder, ['prices', 'import', 'offer.csv', '--output', 'mine', ...TODAY]).status).toBe(0);
  const before = contents(join(folder, 'mine'));
  // 1024 bytes a file: sources.yaml has fewer, the sheet of London more.
  const full = shell(folder, `ulimit -f 1; $ADVISOR prices import newer.csv --output mine ${TODAY.join(' ')}`);
  expect([full.status, full.stdout]).toEqual([2, '']);
  expect(contents(join(folder, 'mine'))).toEqual(before);
  expect(advisor(folder, ['prices', 'import', 'newer.csv', '--output', 'mine', ...TODAY]).status).toBe(0);
  expect(contents(join(folder, 'mine'))).not.toEqual(before);
});

test('a pipe is read, and what is no folder is said', () => {
  const folder = folderOf({ 'offer.csv': caches('9'), file: '' });
  expect(shell(folder, `cat offer.csv | $ADVISOR prices import - --output mine ${TODAY.join(' ')}`).status).toBe(0);
  writeFileSync(join(folder, 'mine/us-east-1.yaml'), '{');
  const ran = advisor(folder, ['prices', 'import', 'offer.csv', '--output', 'mine', ...TODAY]);
  expect([ran.status, ran.stdout]).toEqual([4, '']);
  expect(ran.stderr).toMatch(/^mine\/us-east-1\.yaml:\d+:\d+/);
  expect(advisor(folder, ['prices', 'import', 'offer.csv', '--output', 'file', ...TODAY]).status).toBe(2);
});

test('of two imports at one time the later to end writes nothing, and says so', async () => {
  const folder = folderOf({ 'offer.csv': caches('9') });
  const slow = spawn(process.execPath, [join(ROOT, 'bin/apigw-advisor.cjs'), 'prices', 'import', '-', '--output', 'mine', ...TODAY], {
    cwd: folder,
    env: ENV,
  });
  let stderr = '';
  slow.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => slow.on('close', resolve));
  const rows = caches('8').trimEnd().split('\n');
  // More than a pipe holds: once it is taken, the folder was looked at.
  const others = Array.from({ length: 5000 }, (_, index) =>
    (rows.at(-1) ?? '').replaceAll('CACHE237', `X${index}`).replace('237GB', 'none'),
  );
  await new Promise((resolve) => slow.stdin.write(`${[...rows, ...others].join('\n')}\n`, resolve));
  expect(advisor(folder, ['prices', 'import', 'offer.csv', '--output', 'mine', ...TODAY]).status).toBe(0);
  const before = contents(join(folder, 'mine'));
  slow.stdin.end();
  expect([await ended, stderr]).toEqual([2, expect.stringMatching(/another run has written prices into mine meanwhile/)]);
  expect(contents(join(folder, 'mine'))).toEqual(before);
});
