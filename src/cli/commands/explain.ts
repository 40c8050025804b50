import { explain as pagesOf, explainDocument, explainListDocument } from '../../app/explain/explain.ts';
import { pageNames } from '../../app/explain/pages.ts';
import { jsonText } from '../../documents/json.ts';
import { UsageError } from '../../errors/errors.ts';
import type { EditionId } from '../../pricebook/sheet.ts';
import { explainSections, explainTitle } from '../../render/explain/sections.ts';
import { drawSections, type Section } from '../../render/section.ts';
import type { Ports } from '../ports.ts';
import { screenOf } from '../screen.ts';

export interface ExplainOptions {
  readonly list?: true;
  readonly edition: EditionId;
  readonly json?: true;
  readonly color: boolean;
}

/** Prints what is known about a feature, a question, a rule, a quota or a sku; or the ids of all. */
export async function explain(id: string | undefined, options: ExplainOptions, ports: Ports): Promise<void> {
  if (options.list) return list(options, ports);
  if (id === undefined)
    throw new UsageError(
      'nothing to explain was named',
      'features, questions, rules, quotas and skus have pages',
      'apigw-advisor explain --list',
    );
  const pages = pagesOf(id, options, ports.prices());
  if (options.json) return ports.stdout.write(jsonText(explainDocument(pages)));
  const screen = await screenOf(ports, options);
  const drawn = pages.map((page) => drawSections(explainTitle(page), explainSections(page, options.edition).filter(filled), screen));
  ports.stdout.write(drawn.join('\n'));
}

function list({ json }: ExplainOptions, ports: Ports): void {
  const names = pageNames();
  if (json) return ports.stdout.write(jsonText(explainListDocument(names)));
  const width = Math.max(...names.map(({ id }) => id.length));
  ports.stdout.write(names.map(({ kind, id, title }) => `${kind.padEnd(8)}  ${id.padEnd(width)}  ${title}\n`).join(''));
}

function filled({ words = [], list: items = [], table }: Section): boolean {
  return words.length + items.length > 0 || table !== undefined;
}
