import { didYouMean } from '../../errors/did-you-mean.ts';
import { UsageError } from '../../errors/errors.ts';
import { PAGE_KINDS, type ExplainDocument, type ExplainListDocument, type Page, type PageName } from '../../documents/explain/schema.ts';
import { SCHEMA_VERSION } from '../../documents/json.ts';
import { openPriceBook } from '../../pricebook/price-book.ts';
import type { EditionId, PriceData } from '../../pricebook/sheet.ts';
import { pageNames, pagesOf } from './pages.ts';

/**
 * What is known about anything that an answer names: a page for each kind of thing that has the id.
 * @throws UsageError where nothing has it.
 */
export function explain(id: string, { edition }: { readonly edition: EditionId }, prices: PriceData): readonly Page[] {
  const pages = pagesOf(id, openPriceBook(prices, edition));
  if (pages.length === 0) throw unknownId(id, pageNames());
  return pages;
}

/**
 * Ids that have a page.
 * @param kind of which only; undefined for all.
 * @throws UsageError where there is no such kind.
 */
export function listOf(kind: string | undefined): readonly PageName[] {
  const all = pageNames();
  const names = kind === undefined ? all : all.filter((one) => one.kind === kind);
  if (names.length > 0) return names;
  throw new UsageError(
    `"${kind}" is no kind of page`,
    `the kinds are ${PAGE_KINDS.join(', ')}`,
    `apigw-advisor explain --list ${didYouMean(String(kind), PAGE_KINDS) ?? PAGE_KINDS[0]}`,
  );
}

export function explainDocument(pages: readonly Page[]): ExplainDocument {
  return { schemaVersion: SCHEMA_VERSION, results: [...pages], errors: [] };
}

export function explainListDocument(names: readonly PageName[]): ExplainListDocument {
  return { schemaVersion: SCHEMA_VERSION, results: [...names], errors: [] };
}

/** Ids that have the word in them are better guesses than those that are spelt alike. */
function unknownId(id: string, names: readonly PageName[]): UsageError {
  const ids = [...new Set(names.map((page) => page.id))];
  const holding = id.length < 3 ? [] : ids.filter((one) => one.toLowerCase().includes(id.toLowerCase())).slice(0, 5);
  const near = didYouMean(id, holding.length > 0 ? holding : ids) ?? holding[0];
  return new UsageError(
    `"${id}" has no page`,
    holding.length === 0 ? 'explain --list prints all ids' : `explain --list prints all ids; with "${id}" in them: ${holding.join(', ')}`,
    near === undefined ? null : `apigw-advisor explain ${near.includes(' ') ? `'${near}'` : near}`,
  );
}
