// A name that every object has is a name like another: unknown where fields are known, and kept where names are free.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { WorkloadError } from '../../src/errors/errors.ts';
import { openPriceBook } from '../../src/pricebook/price-book.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook, priceData } from '../price-book.ts';
import { run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-names-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** But for those that YAML files may not have as keys at all. */
const NAMES = Object.getOwnPropertyNames(Object.prototype).filter((name) => !['__proto__', 'constructor'].includes(name));
const START = 'name: a\nregion: us-east-1\n';

test.each(NAMES)('%s is no field anywhere', (name) => {
  for (const [path, text] of [
    [name, `${START}traffic: { requests: 1M }\n${name}: 1\n`],
    [name, `${START}traffic: { requests: 1M }\n${name}: [1]\n`],
    [name, `${START}traffic: { requests: 1M }\n${name}: { type: 1 }\n`],
    [`traffic.${name}`, `${START}traffic: { requests: 1M, ${name}: [1] }\n`],
    [
      `auth.lambdaAuthorizer.${name}`,
      `${START}traffic: { requests: 1M }\nauth: { lambdaAuthorizer: { memory: 128 MB, duration: 1 ms, ${name}: 1 } }\n`,
    ],
    [`needs.${name}`, `${START}traffic: { requests: 1M }\nneeds: { ${name}: yes }\n`],
    ['region', `name: a\nregion: ${name}\ntraffic: { requests: 1M }\n`],
    ['inUse', `${START}inUse: ${name}\ntraffic: { requests: 1M }\n`],
  ] as const) {
    const error = errorOf(text);
    expect(error.problems.map((one) => one.path)).toContain(path);
    for (const { what, because, write } of error.problems) expect(`${what} ${because} ${write}`).not.toMatch(/native code|undefined/);
  }
});

test('names are free in tags', () => {
  const tags = Object.fromEntries(NAMES.map((name) => [name, name]));
  expect(parseWorkload(JSON.stringify({ name: 'a', region: 'us-east-1', tags, traffic: { requests: '1' } })).tags).toEqual(tags);
});

test.each(['budgets', 'manifest'])('%s of such names has mistakes with places', async (kind) => {
  writeFileSync(join(folder, 'a.yaml'), `${START}traffic: { requests: 1M }\n`);
  for (const name of NAMES) {
    writeFileSync(
      join(folder, `${kind}.yaml`),
      kind === 'budgets'
        ? `budgets: [{ monthly: 5, ${name}: 1 }]\n${name}: 1\n`
        : `workloads: [{ path: a.yaml, ${name}: 1 }]\n${name}: 1\n`,
    );
    const ran = await run(['report', 'a.yaml', `--${kind}`, `${kind}.yaml`], { folder });
    expect([ran.exitCode, ran.stdout]).toEqual([3, '']);
    expect(ran.stderr).toMatch(new RegExp(`^${kind}\\.yaml:\\d+:\\d+ .*${name} is not a field`, 'm'));
  }
});

test('no price book has a Region, sku, source or edition of such a name', () => {
  for (const name of NAMES) {
    expect(() => awsBook.rate('alb/hours', { region: name })).toThrow(/no price sheet/);
    expect(() => awsBook.homeGeography(name)).toThrow(/no CloudFront geography/);
    expect(awsBook.rate('cloudfront/data-out', { geography: name })).toHaveProperty('unavailable');
    expect(() => openPriceBook(priceData, name as 'aws')).toThrow(/no edition/);
  }
});

function errorOf(text: string): WorkloadError {
  try {
    parseWorkload(text, { regions: awsBook.regions });
  } catch (error) {
    if (error instanceof WorkloadError) return error;
    throw error;
  }
  return expect.fail(`read as a workload: ${text}`);
}
