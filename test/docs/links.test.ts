// Every link from one page of the repository to another leads to a page, and to a place on it.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder } from '../house/source.ts';
import { ROOT } from '../run.ts';

const pages = [...filesUnder(join(ROOT, 'docs')), ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'llms.txt'].map((name) => join(ROOT, name))].filter((path) =>
  /\.(?:md|txt)$/.test(path),
);

/** The places of a page: its anchors, and its headings as GitHub makes anchors of them. */
function placesOf(path: string): ReadonlySet<string> {
  const text = readFileSync(path, 'utf8');
  const anchors = [...text.matchAll(/<a id="([^"]+)">/g)].map((match) => match[1] as string);
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set([...anchors, ...headings]);
}

const linksOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map((match) => match[1] as string);

const places = new Map(pages.map((path) => [path, placesOf(path)]));

test.each(pages.map((path) => relative(ROOT, path)))('%s', (name) => {
  const path = join(ROOT, name);
  const broken = linksOf(path).filter((link) => {
    const [file = '', place] = link.split('#');
    const target = file === '' ? path : join(dirname(path), file);
    return !existsSync(target) || (place !== undefined && !(places.get(target) ?? placesOf(target)).has(place));
  });
  expect([...new Set(broken)]).toEqual([]);
});
