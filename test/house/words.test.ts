// What people read is plain: no phrase that the glossary has on the left of its table, in printed texts, pages and examples.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ROOT } from '../run.ts';
import { sources } from './source.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const table = /## Plain words[^]*?\n\|---\|---\|\n([^]*?)\n*$/.exec(read('docs/glossary.md'))?.[1] ?? '';
const rows = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
const phrases = rows.flatMap(([, not = '']) => not.split(', ')).filter((phrase) => phrase !== 'and holds up to');
const forbidden = new RegExp(`\\b(?:${phrases.map((phrase) => phrase.replaceAll(' ', '\\s+')).join('|')})\\b`, 'gi');

/** Literals of a source that people may read: texts of several words. */
function texts(path: string, source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest));
  return found.filter((text) => text.includes(' '));
}

const wrong = (name: string, text: string) => [...text.matchAll(forbidden)].map(([phrase]) => `${name}: ${phrase}`);

const printed = sources();

test('the table of plain words is read', () => {
  expect(phrases.length).toBeGreaterThan(30);
  expect(wrong('text', 'Nothing But a file, said\nanew')).toEqual(['text: Nothing But', 'text: anew']);
});

test('no text that is printed has a phrase that the glossary replaces', () => {
  expect(printed.flatMap(({ path, text }) => texts(path, text).flatMap((one) => wrong(path, one)))).toEqual([]);
});

test.each([
  'README.md',
  ...readdirSync(join(ROOT, 'docs')).flatMap((name) => (name.endsWith('.md') && name !== 'glossary.md' ? [`docs/${name}`] : [])),
  ...readdirSync(join(ROOT, 'examples')).flatMap((name) => (name.endsWith('.yaml') ? [`examples/${name}`] : [])),
  ...readdirSync(join(ROOT, 'schema')).map((name) => `schema/${name}`),
])('%s has no phrase that the glossary replaces', (path) => {
  expect(wrong(path, read(path))).toEqual([]);
});
