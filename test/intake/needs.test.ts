// What each row of a template means.
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../src/intake/templates/scanned.ts';
import { ITEM_KINDS, type ItemId } from '../../src/intake/templates/verdict/item-kinds.ts';
import { ROWS } from './rows.ts';
import { factsOf, restTemplate, scanRest } from './scanned.ts';

const RANKS: readonly Verdict[] = ['drop-in', 'workaround', 'rewrite', 'blocked'];

describe.each(Object.entries(ROWS))('%s', (_, { rest, facts, items = [], verdict }) => {
  test('is what it says, and no more', async () => {
    const found = await scanRest(rest);
    expect(factsOf(found).filter((one) => !one.startsWith('backend.lambda.'))).toEqual(facts);
    expect(found.items.map(({ id }) => id).toSorted()).toEqual([...items].toSorted());
    const worst = items.map((id) => ITEM_KINDS[id].class as Verdict).toSorted((a, b) => RANKS.indexOf(b) - RANKS.indexOf(a))[0];
    expect(found.verdict).toBe(verdict ?? worst ?? 'drop-in');
  });

  test('stands where it says', async () => {
    const lines = restTemplate(rest).split('\n');
    const found = await scanRest(rest);
    for (const { at } of [...found.facts, ...found.items]) {
      const text = lines[(at.line ?? 0) - 1]?.slice((at.column ?? 0) - 1);
      // A key, or the item of a list.
      expect(text).toMatch(/^(?:"[^"]+"(?:: |,?$)|\{$)/);
    }
  });
});

test('every kind of item is found in some template of this table', () => {
  const found = new Set(Object.values(ROWS).flatMap(({ items = [] }) => items));
  expect(Object.keys(ITEM_KINDS).filter((id) => !found.has(id as ItemId))).toEqual([]);
});
