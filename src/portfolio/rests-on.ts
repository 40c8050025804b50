import { assumedBytes, inWords, silentSkus, type Assumption, type Unpriced } from '../estimate/disclose.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { Item } from './item.ts';

/** Something that several workloads have in common, with those that have it. */
export type Shared<T> = T & { readonly items: readonly Item[] };

/** What the prices of all workloads depend on; what is said in the same words of several stands once. */
export function assumptionsOf(items: readonly Item[], book: PriceBook): readonly Shared<Omit<Assumption, 'candidates'>>[] {
  return gathered(
    items,
    (item) => {
      const silent = silentSkus(item.lineItems, book);
      return inWords([
        assumedBytes(book.edition.bytesPerKB),
        ...item.assumed,
        ...(silent.length > 0 ? ([{ type: 'assumed', id: 'article-silent', value: silent.join(', ') }] as const) : []),
      ]);
    },
    ({ id, text }) => `${id}\n${text}`,
  );
}

/** What costs money and is in no total. */
export function notPricedOf(items: readonly Item[]): readonly Shared<Pick<Unpriced, 'what' | 'because'>>[] {
  return gathered(
    items,
    (item) => item.notPriced.map(({ what, because }) => ({ what, because })),
    ({ what, because }) => `${what}\n${because}`,
  );
}

/** The most widespread first; among equals, in the order of the files. */
function gathered<T extends object>(
  items: readonly Item[],
  of: (item: Item) => readonly T[],
  key: (one: T) => string,
): readonly Shared<T>[] {
  const found = new Map<string, { readonly one: T; readonly items: Set<Item> }>();
  for (const item of items)
    for (const one of of(item)) {
      const same = found.get(key(one)) ?? { one, items: new Set() };
      same.items.add(item);
      found.set(key(one), same);
    }
  return [...found.values()].toSorted((a, b) => b.items.size - a.items.size).map(({ one, items: all }) => ({ ...one, items: [...all] }));
}
