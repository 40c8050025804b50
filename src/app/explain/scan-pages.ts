import type { Page } from '../../documents/explain/schema.ts';
import { VERDICT_PAGES, type VerdictId } from '../../documents/terms/verdicts.ts';
import { ITEM_KINDS, type ItemId } from '../../intake/templates/verdict/item-kinds.ts';
import { FEATURES } from '../../workload/features.ts';

/** Pages of what a scan says: verdicts, and what an HTTP API lacks. */

export const ITEM_IDS = Object.keys(ITEM_KINDS) as readonly ItemId[];

export function verdictPage(id: VerdictId): Extract<Page, { kind: 'verdict' }> {
  const items = ITEM_IDS.filter((item) => ITEM_KINDS[item].class === id).map((item) => ({ id: item, title: ITEM_KINDS[item].title }));
  return { kind: 'verdict', id, ...VERDICT_PAGES[id], items };
}

export function itemPage(id: ItemId): Extract<Page, { kind: 'item' }> {
  const { title, class: of, need, remedy, source } = ITEM_KINDS[id];
  return { kind: 'item', id, title, class: of, need: { id: need, title: FEATURES[need].name }, remedy, sources: [source] };
}
