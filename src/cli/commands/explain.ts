import { explain as pagesOf, explainDocument, explainListDocument, listOf } from '../../app/explain/explain.ts';
import { pageNames } from '../../app/explain/pages.ts';
import { jsonText } from '../../documents/json.ts';
import type { EditionId } from '../../pricebook/sheet.ts';
import { explainSections, explainTitle } from '../../render/explain/sections.ts';
import { drawSections, type Section } from '../../render/section.ts';
import type { Ports } from '../ports.ts';
import { pricesOf, type PriceOptions } from '../prices-of.ts';
import { screenOf } from '../screen.ts';

const KIND_WIDTH = 'assumption'.length;

export interface ExplainOptions extends PriceOptions {
  readonly list?: true;
  readonly edition: EditionId;
  readonly json?: true;
  readonly color: boolean;
}

/** Prints what is known about an id that an answer has; or the ids of all; or which kinds there are. */
export async function explain(id: string | undefined, options: ExplainOptions, ports: Ports): Promise<void> {
  if (options.list || (id === undefined && options.json)) return list(id, options, ports);
  if (id === undefined) return overview(ports);
  const pages = pagesOf(id, options, await pricesOf(options, ports));
  if (options.json) return ports.stdout.write(jsonText(explainDocument(pages)));
  const screen = await screenOf(ports, options);
  const drawn = pages.map((page) => drawSections(explainTitle(page), explainSections(page, options.edition).filter(filled), screen));
  ports.stdout.write(drawn.join('\n'));
}

/** @param kind what to list only; undefined for everything. */
function list(kind: string | undefined, { json }: ExplainOptions, ports: Ports): void {
  const names = listOf(kind);
  if (json) return ports.stdout.write(jsonText(explainListDocument(names)));
  const width = Math.max(...names.map(({ id }) => id.length));
  ports.stdout.write(names.map(({ kind, id, title }) => `${kind.padEnd(KIND_WIDTH)}  ${id.padEnd(width)}  ${title}\n`).join(''));
}

/** The kinds of things that have a page, with how many there are and one of them. */
function overview(ports: Ports): void {
  const names = pageNames();
  const lines = [...new Set(names.map(({ kind }) => kind))].map((kind) => {
    const ids = names.filter((one) => one.kind === kind).map(({ id }) => id);
    return `${kind.padEnd(KIND_WIDTH)}  ${String(ids.length).padStart(3)}  such as ${ids[0]}`;
  });
  ports.stdout.write(
    [
      'Every id that an answer prints has a page: apigw-advisor explain <id>',
      '',
      ...lines,
      '',
      'explain --list prints all ids, explain --list saving those of a kind',
      '',
    ].join('\n'),
  );
}

function filled({ words = [], list: items = [], table }: Section): boolean {
  return words.length + items.length > 0 || table !== undefined;
}
