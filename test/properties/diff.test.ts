/** Proves that the causes and the effects of a comparison add up to its change, whatever is compared, and that nothing is gained on the way through a document. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEarlier } from '../../src/documents/cost/read.ts';
import { costOfOne } from '../answers.ts';
import { sum } from '../../src/money/decimal.ts';
import { diffOf, type CandidateChange, type Diff } from '../../src/portfolio/diff/diff.ts';
import { earlierSide } from '../../src/portfolio/diff/earlier-side.ts';
import { pricedSide, type Side } from '../../src/portfolio/diff/side.ts';
import type { PriceBook } from '../../src/pricebook/price-book.ts';
import { awsBook } from '../price-book.ts';
import { drafts, read, type Draft } from './workloads.ts';

/** A book whose prices are a few per cent higher, here and there not published. */
function other(dearer: string, unpublished: number): PriceBook {
  return {
    ...awsBook,
    rate(sku, place) {
      const rate = awsBook.rate(sku, place);
      if ('unavailable' in rate) return rate;
      if (unpublished > 0 && sku.length % unpublished === 0) return { unavailable: 'not published there' };
      return { ...rate, tiers: rate.tiers.map((tier) => ({ ...tier, unitPrice: tier.unitPrice && tier.unitPrice.times(dearer) })) };
    },
  };
}

const books = fc.oneof(
  fc.constant(awsBook),
  fc.tuple(fc.constantFrom('1', '1.07', '0.9'), fc.constantFrom(0, 3, 5)).map(([dearer, unpublished]) => other(dearer, unpublished)),
);

function side(draft: Draft, book: PriceBook): Side {
  return pricedSide('a.yaml', { workload: read(draft), input: { name: 'random', ...draft } }, { book, pricesOf: null });
}

function addsUp({ from, to, before, now, causes, effects, rows }: CandidateChange): void {
  const change = to.minus(from).toFixed();
  expect(sum(Object.values(causes)).toFixed()).toBe(change);
  if (effects) {
    expect(sum(Object.values(effects)).toFixed()).toBe(change);
    expect(effects.price.toFixed()).toBe(causes.price.toFixed());
    expect(effects.model.toFixed()).toBe('0');
  }
  expect(sum(rows.flatMap((row) => row.before?.cost ?? [])).toFixed()).toBe((before?.cost ?? sum([])).toFixed());
  expect(sum(rows.flatMap((row) => row.now?.cost ?? [])).toFixed()).toBe((now?.cost ?? sum([])).toFixed());
  for (const row of rows) {
    const moved = (row.now?.cost ?? sum([])).minus(row.before?.cost ?? sum([]));
    expect(sum(Object.values(row.causes)).toFixed()).toBe(moved.toFixed());
  }
}

const every = ({ compared, candidates }: Diff) => [...compared, ...candidates];

test('causes and effects add up to the change, row by row and in all', () => {
  fc.assert(
    fc.property(drafts, drafts, books, books, (one, two, before, now) => {
      const diff = diffOf(side(one, before), side(two, now), null);
      every(diff).forEach(addsUp);
      expect(sum(diff.compared.map((each) => each.to.minus(each.from))).toFixed()).toBe(diff.total.to.minus(diff.total.from).toFixed());
    }),
    { numRuns: 60 },
  );
});

test('one workload under one book has not changed', () => {
  fc.assert(
    fc.property(drafts, books, (draft, book) => {
      const diff = diffOf(side(draft, book), side(draft, book), null);
      expect(diff.inputs).toEqual([]);
      expect(diff.rates).toEqual([]);
      for (const { causes } of every(diff)) expect(Object.values(causes).every((amount) => amount.isZero())).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('other prices alone move only prices', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      for (const { causes } of every(diffOf(side(draft, awsBook), side(draft, other('1.07', 0)), null))) {
        expect([causes.input, causes.added, causes.removed].every((amount) => amount.isZero())).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test('a document stands for the workload and the prices that it was made of', () => {
  fc.assert(
    fc.property(drafts, books, fc.boolean(), (draft, book, withInput) => {
      const workload = read(draft);
      const input = withInput ? { name: 'random', ...draft } : null;
      const [result] = readEarlier(JSON.stringify(costOfOne(workload, book, input)), 'cost.json');
      if (result === undefined) throw new Error('no result');
      const recorded = earlierSide('cost.json', result, awsBook);
      const diff = diffOf(recorded, side(draft, book), null);
      for (const one of every(diff)) {
        addsUp(one);
        expect(Object.values(one.causes).every((amount) => amount.isZero())).toBe(true);
      }
      expect(recorded.workload === null).toBe(!withInput);
    }),
    { numRuns: 40 },
  );
});
