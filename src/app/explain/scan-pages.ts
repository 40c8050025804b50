import type { Page } from '../../documents/explain/schema.ts';
import { VERDICT_PAGES, type VerdictId } from '../../documents/terms/verdicts.ts';
import { ITEM_KINDS, type ItemId } from '../../intake/templates/verdict/item-kinds.ts';
import { ODDITY_KINDS, type OddityId } from '../../intake/templates/verdict/oddity-kinds.ts';
import { FEATURES } from '../../workload/features.ts';

/** Pages of what a scan says: verdicts, what an HTTP API lacks, and what is odd in templates. */

export const ITEM_IDS = Object.keys(ITEM_KINDS) as readonly ItemId[];

export const ODDITY_IDS = Object.keys(ODDITY_KINDS) as readonly OddityId[];

export function verdictPage(id: VerdictId): Extract<Page, { kind: 'verdict' }> {
  const items = ITEM_IDS.filter((item) => ITEM_KINDS[item].class === id).map((item) => ({ id: item, title: ITEM_KINDS[item].title }));
  return { kind: 'verdict', id, ...VERDICT_PAGES[id], items };
}

export function itemPage(id: ItemId): Extract<Page, { kind: 'item' }> {
  const { title, class: of, need, remedy, source } = ITEM_KINDS[id];
  return { kind: 'item', id, title, class: of, need: { id: need, title: FEATURES[need].name }, remedy, sources: [source] };
}

export function oddityPage(id: OddityId): Extract<Page, { kind: 'oddity' }> {
  const { title, severity, remedy, source } = ODDITY_KINDS[id];
  return { kind: 'oddity', id, title, severity, remedy, sources: [source] };
}
