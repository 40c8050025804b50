import { didYouMean } from '../../errors/did-you-mean.ts';
import { UsageError } from '../../errors/errors.ts';
import { explain as sections, pages, type Page } from '../../report/explain-sections.ts';
import { drawSections } from '../../report/section.ts';
import type { Ports } from '../ports.ts';
import { priceBook } from '../price-book.ts';
import { screenOf } from '../screen.ts';

export interface ExplainOptions {
  readonly list?: true;
  readonly color: boolean;
}

/** Prints what is known about a feature, a question, a quota or a sku; or the ids of all. */
export async function explain(id: string | undefined, options: ExplainOptions, ports: Ports): Promise<void> {
  const all = pages();
  if (options.list) {
    ports.stdout.write(all.map((page) => `${page.kind}\t${page.id}\t${page.title}\n`).join(''));
    return;
  }
  const found = all.filter((page) => page.id === id);
  if (id === undefined || found.length === 0) throw unknownId(id, all);
  const book = priceBook(ports, 'aws');
  const screen = await screenOf(ports, options);
  ports.stdout.write(
    found.map((page) => drawSections(`${page.id}, a ${page.kind}: ${page.title}`, sections(page, book).filter(filled), screen)).join('\n'),
  );
}

function filled({ words = [], list = [] }: ReturnType<typeof sections>[number]): boolean {
  return words.length + list.length > 0;
}

function unknownId(id: string | undefined, all: readonly Page[]): UsageError {
  if (id === undefined)
    return new UsageError(
      'nothing to explain was named',
      'features, questions, quotas and skus have pages',
      'apigw-advisor explain --list',
    );
  const nearest = didYouMean(
    id,
    all.map((page) => page.id),
  );
  return new UsageError(
    `"${id}" has no page`,
    'explain --list prints all ids',
    nearest === null ? null : `apigw-advisor explain ${nearest}`,
  );
}
