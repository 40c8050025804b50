import type { Page, PageName } from '../../documents/explain/schema.ts';
import type { EditionId } from '../../pricebook/sheet.ts';
import { explainSections, explainTitle } from '../../render/explain/sections.ts';
import { written } from './written.ts';

export function explained(pages: readonly Page[], edition: EditionId): string {
  return pages.map((page) => written(explainTitle(page), explainSections(page, edition))).join('\n');
}

export function listed(names: readonly PageName[]): string {
  return names.map(({ id, title }) => `${id}: ${title}\n`).join('');
}
