// The entry for pages imports nothing of Node, and answers in a world without it as the command line does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import type { Outcome, RecommendDocument } from '../../src/browser.ts';
import { sources } from '../house/source.ts';
import { ROOT, run } from '../run.ts';

test('nothing that it imports, through whatever files, is of Node', () => {
  const files = new Map(sources().map((file) => [file.path, file]));
  const reached = new Set<string>();
  const visit = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const name of files.get(path)?.imports ?? []) visit(name);
  };
  visit('browser.ts');
  const names = [...reached].filter((name) => /^[\w@][\w@/.:-]*$/.test(name) && !name.endsWith('.ts'));
  expect(names.toSorted()).toEqual(['decimal.js', 'fastest-levenshtein', 'valibot', 'yaml']);
});

test('bundled for a page, it answers what the command line prints', async () => {
  const bundle = await rolldown({ input: join(ROOT, 'dist/lib/browser.js'), platform: 'browser' });
  const { output } = await bundle.generate({ format: 'iife', name: 'advice' });
  await bundle.close();
  const text = readFileSync(join(ROOT, 'examples/catalogue.yaml'), 'utf8');
  const sheets = (name: string) => JSON.parse(readFileSync(join(ROOT, 'dist/pricing-data', `${name}.json`), 'utf8')) as unknown;
  // A page has these; a bare context of V8 has none of them.
  const page = createContext({ TextEncoder, TextDecoder, sheets, text });
  new Script(output[0].code).runInContext(page);
  const { document } = (await new Script(
    'advice.advisor(advice.priceDataOf(sheets)).recommend([{ file: "catalogue.yaml", text }], { asOf: "2026-11-22" })',
  ).runInContext(page)) as Outcome<RecommendDocument>;
  const printed = await run(['recommend', 'examples/catalogue.yaml', '--json']);
  expect(JSON.parse(JSON.stringify(document))).toEqual(JSON.parse(printed.stdout));
});
