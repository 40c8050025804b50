import type { ListDiff } from '../../app/prices/diff.ts';
import type { Section } from '../section.ts';
import { changesTable } from './changes.ts';

export function listDiffTitle({ before, now }: ListDiff): string {
  return `Prices: ${before} → ${now}`;
}

export function listDiffSections({ changes, equal }: ListDiff): readonly Section[] {
  const of = (status: string) => changes.filter((one) => one.status === status);
  const [moved, added, gone] = [of('moved'), of('new'), of('gone')];
  return [
    { heading: null, lead: `Rates: ${moved.length} moved, ${added.length} new, ${gone.length} gone, ${equal} alike.` },
    changesTable('Moved', moved),
    changesTable('New', added),
    changesTable('Gone', gone),
  ];
}
