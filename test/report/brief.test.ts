// What a terminal shows of a report, for any number of workloads.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { MANY, manyWorkloads } from './many.ts';

const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-brief-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => manyWorkloads(folder));

describe.each([60, 80, 140])('at %i columns', (columns) => {
  test('it is one screen, of lines that fit', async () => {
    const { stdout } = await run(MANY, { folder, columns });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
    if (columns >= 80) expect(lines.length).toBeLessThanOrEqual(60);
    for (const heading of ['Why it moved', 'Over budget', 'What would cost less', 'By the tag cost-center', 'Largest workloads'])
      expect(lines).toContain(heading);
  });
});

test('five rows of each, the least work first, and what is left out is counted', async () => {
  const { stdout } = await run(MANY, { folder, columns: 140 });
  const section = (heading: string) => (stdout.split(`${heading}\n`)[1] ?? '').split('\n\n')[0]?.split('\n').slice(1) ?? [];
  expect(section('Over budget')).toHaveLength(6);
  expect(section('Over budget').at(-1)).toBe('4 more are over.');
  const efforts = section('What would cost less').map((line) => ['setting', 'code', 'migration'].indexOf(line.split(' ').at(-1) ?? ''));
  expect(efforts).toHaveLength(5);
  expect(efforts).toEqual(efforts.toSorted());
  expect(section('Largest workloads')).toHaveLength(5);
  // The first and the last are totals, and what stands between them leads from the one to the other.
  const moved = section('Why it moved').map((line) => Math.round(Number(line.slice(-14).replace(/[^\d.+-]/g, '')) * 100));
  expect(Math.abs(moved.slice(0, -1).reduce((sum, one) => sum + one, 0) - (moved.at(-1) ?? 0))).toBeLessThan(5);
});

test('in plain ASCII it fits as well', async () => {
  const { stdout } = await run(MANY, { folder, columns: 80, env: { LANG: 'C' } });
  expect(stdout.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
  expect(stdout.replace(/数字/g, '')).toMatch(/^[\n -~]*$/);
});
