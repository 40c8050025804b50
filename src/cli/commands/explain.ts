import { didYouMean } from '../../errors/did-you-mean.ts';
import { UsageError } from '../../errors/errors.ts';
import type { EditionId } from '../../pricebook/sheet.ts';
import { SCHEMA_VERSION } from '../../documents/cost/document.ts';
import { pageNames, pagesOf } from '../../documents/explain/pages.ts';
import type { PageName } from '../../documents/explain/schema.ts';
import { explainSections, explainTitle } from '../../render/explain/sections.ts';
import { drawSections, type Section } from '../../render/section.ts';
import type { Ports } from '../ports.ts';
import { priceBook } from '../price-book.ts';
import { screenOf } from '../screen.ts';
import { jsonText } from '../../documents/json.ts';

export interface ExplainOptions {
  readonly list?: true;
  readonly edition: EditionId;
  readonly json?: true;
  readonly color: boolean;
}

/** Prints what is known about a feature, a question, a rule, a quota or a sku; or the ids of all. */
export async function explain(id: string | undefined, options: ExplainOptions, ports: Ports): Promise<void> {
  const names = pageNames();
  if (options.list) return list(names, options, ports);
  if (id === undefined)
    throw new UsageError(
      'nothing to explain was named',
      'features, questions, rules, quotas and skus have pages',
      'apigw-advisor explain --list',
    );
  const pages = pagesOf(id, priceBook(ports, options.edition));
  if (pages.length === 0) throw unknownId(id, names);
  if (options.json) return json(pages, ports);
  const screen = await screenOf(ports, options);
  const drawn = pages.map((page) => drawSections(explainTitle(page), explainSections(page, options.edition).filter(filled), screen));
  ports.stdout.write(drawn.join('\n'));
}

function list(names: readonly PageName[], options: ExplainOptions, ports: Ports): void {
  if (options.json) return json(names, ports);
  const width = Math.max(...names.map(({ id }) => id.length));
  ports.stdout.write(names.map(({ kind, id, title }) => `${kind.padEnd(8)}  ${id.padEnd(width)}  ${title}\n`).join(''));
}

function json(results: readonly object[], ports: Ports): void {
  ports.stdout.write(jsonText({ schemaVersion: SCHEMA_VERSION, results, errors: [] }));
}

function filled({ words = [], list: items = [], table }: Section): boolean {
  return words.length + items.length > 0 || table !== undefined;
}

/** Ids that have the word in them are better guesses than those that are spelt alike. */
function unknownId(id: string, names: readonly PageName[]): UsageError {
  const ids = [...new Set(names.map((page) => page.id))];
  const near = didYouMean(id, ids);
  const holding = id.length < 3 ? [] : ids.filter((one) => one.includes(id.toLowerCase())).slice(0, 5);
  return new UsageError(
    `"${id}" has no page`,
    holding.length === 0 ? 'explain --list prints all ids' : `explain --list prints all ids; with "${id}" in them: ${holding.join(', ')}`,
    (near ?? holding[0]) === undefined ? null : `apigw-advisor explain ${near ?? holding[0]}`,
  );
}
