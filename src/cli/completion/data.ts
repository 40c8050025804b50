import { pageNames } from '../../app/explain/pages.ts';
import { CANDIDATES } from '../../candidates/index.ts';
import { LEVER_IDS } from '../../compose/lever.ts';
import { LEVERS } from '../../compose/levers.ts';
import { ALL_SKUS, SKUS } from '../../pricebook/skus.ts';
import type { Word } from './standing.ts';

/** Ids that have a page, or the kinds of them. Entries of a list are any entry, which is written `0`: shells expand `[]`. */
export function pages(kinds: boolean): readonly Word[] {
  const all = pageNames();
  if (kinds) return [...new Set(all.map(({ kind }) => kind))].map((word) => ({ word, says: '' }));
  return all.map(({ id, kind, title }) => ({ word: id.replaceAll('[]', '.0'), says: `${kind}: ${title}` }));
}

export function candidates(): readonly Word[] {
  return CANDIDATES.map(({ id, title }) => ({ word: id, says: title }));
}

export function skus(): readonly Word[] {
  return ALL_SKUS.map((sku) => ({ word: sku, says: SKUS[sku].title }));
}

export function levers(): readonly Word[] {
  return LEVER_IDS.map((id) => ({ word: id, says: LEVERS[id].name }));
}

export function settings(): readonly Word[] {
  return LEVER_IDS.flatMap((id) => LEVERS[id].all.map((value) => ({ word: `${id}=${value}`, says: LEVERS[id].name })));
}
