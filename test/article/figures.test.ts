import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { articleBook, awsBook } from '../price-book.ts';
import { estimateOf, figures, figuresBySection, matches, recompute, show, workloadNames, workloadsOf } from './figures.ts';

// By hand: 10,000 connections x 60 x 24 x 30 are 432M minutes, at $0.25 a million $108.00.

describe.each(figuresBySection)('$section', ({ figures: ofSection }) => {
  test.each(ofSection)('$id: $printed $verdict', (figure) => {
    const { value } = recompute(figure.compute, articleBook);
    if (value === null) throw new Error('no rate is published');
    expect(matches(value, figure), `recomputed: ${show(value, figure.compute)}`).toBe(figure.verdict === 'agrees');
    if (figure.verdict === 'contradicts') expect(show(value, figure.compute)).toBe(figure.engine);
  });
});

test('at least 80 figures, each with an id of its own', () => {
  const ids = figures.map((one) => one.id);
  expect(ids.length).toBeGreaterThanOrEqual(80);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every workload of examples/article is read by a figure', () => {
  const used = new Set(figures.flatMap((one) => workloadsOf(one.compute)));
  expect([...used].toSorted()).toEqual(workloadNames.toSorted());
});

describe.each(workloadNames)('%s.yaml', (name) => {
  test.each([articleBook, awsBook])('is priced in the $edition.id edition', (book) => {
    const { edition, candidates } = estimateOf(name, book);
    expect(edition).toBe(book.edition.id);
    expect(candidates.length).toBeGreaterThan(0);
  });
});

test('AWS today has a rate for every figure', () => {
  expect(figures.filter((one) => recompute(one.compute, awsBook).value === null)).toEqual([]);
});

test('no figure of the article is written into the source', () => {
  const printed = figures.flatMap((one) => [...one.printed.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([digits]) => digits));
  // Three digits or fewer prove nothing, unless they are telling.
  const telling = printed.filter((digits) => digits.replaceAll(/[.,]/g, '').replace(/^0+/, '').replace(/0+$/, '').length > 3);
  const wanted = [...new Set([...telling, '3,500', '3,500.00', '0.72', '2.38', '1.51'].flatMap((one) => [one, one.replaceAll(',', '')]))];
  expect(wanted).toEqual(expect.arrayContaining(['104.15', '4,428', '4428', '0.000002083', '3500']));
  const source = new URL('../../src/', import.meta.url);
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const found = files.flatMap((name) => {
    const text = readFileSync(new URL(name, source), 'utf8');
    return wanted
      .filter((one) => new RegExp(`(?<![\\d.,])${one.replaceAll('.', '\\.')}(?!\\d)`).test(text))
      .map((one) => `${name}: ${one}`);
  });
  expect(files.length).toBeGreaterThan(10);
  expect(found).toEqual([]);
});
