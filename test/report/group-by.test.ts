// The bill by a tag, whose key anybody may have written: a heading, the name of a sheet, the head of a column.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../run.ts';
import { READERS, type Format } from './readers.ts';

const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-tag-'));
afterAll(() => rmSync(folder, { recursive: true }));

const KEYS = ["=1+1 [a]:*?/\\'<script>alert(1)</script>", `${'k'.repeat(60)}\u{1f600}`, 'K'.repeat(60), '\u001b[2J##[error]', 'Region'];
const tags = (value: string) => Object.fromEntries(KEYS.map((key) => [key, value]));
for (const [index, value] of ['one', 'two'].entries())
  writeFileSync(
    join(folder, `${index}.yaml`),
    JSON.stringify({ name: `api-${value}`, region: 'us-east-1', tags: tags(value), traffic: { requests: '5M/month' } }),
  );
const argv = ['report', '.', '--full', ...KEYS.flatMap((key) => ['--group-by', key])];

test.each(['table', 'markdown', 'json', 'html', 'xlsx'] as const)('is text as %s', async (format: Format) => {
  const ran = await run([...argv, '--format', format], { folder, columns: 300 });
  expect(ran.exitCode, ran.stderr).toBe(0);
  const read = JSON.stringify(READERS[format].read(ran));
  expect(read).toContain('one');
  for (const text of [ran.stdout, ran.stderr]) expect(text).not.toMatch(/\u001b|##\w*\[/);
});

test('has a sheet for each key, whatever it is', async () => {
  const { stderr, bytes } = await run([...argv, '--format', 'xlsx'], { folder });
  expect(stderr).not.toContain('apigw-advisor:');
  expect(bytes.size).toBe(1);
});
