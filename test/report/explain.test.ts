// Every page there is: its data has the published form, and it draws in every width and edition.
import { is } from 'valibot';
import { expect, test } from 'vitest';
import { openPriceBook } from '../../src/pricebook/price-book.ts';
import { pageNames, pagesOf } from '../../src/app/explain/pages.ts';
import { explainListSchema, explainSchema } from '../../src/documents/explain/schema.ts';
import { explainSections } from '../../src/render/explain/sections.ts';
import { drawSections } from '../../src/render/section.ts';
import { PLAIN } from '../../src/render/theme.ts';
import { priceData } from '../price-book.ts';

const names = pageNames();
const envelope = (results: readonly object[]) => ({ schemaVersion: '2', results, errors: [] });

test('the list has the published form, and names each thing of a kind once', () => {
  expect(is(explainListSchema, envelope(names))).toBe(true);
  expect(new Set(names.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(names.length);
});

test.each(['aws', 'article'] as const)('every page of the %s edition', (edition) => {
  const book = openPriceBook(priceData, edition);
  for (const id of new Set(names.map((name) => name.id))) {
    const pages = pagesOf(id, book);
    expect(pages.map(({ kind, title }) => ({ kind, id, title }))).toEqual(names.filter((name) => name.id === id));
    expect(is(explainSchema, envelope(pages)), id).toBe(true);
    for (const page of pages) {
      const drawn = drawSections(id, explainSections(page, edition), { theme: PLAIN, columns: 80, unicode: true });
      expect(drawn).not.toMatch(/undefined|\[object|NaN|null/);
      const words = drawn.split('\n').filter((line) => !line.includes('https://') && line.length > 80);
      expect(words).toEqual([]);
    }
  }
});
