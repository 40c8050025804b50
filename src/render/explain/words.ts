import type { ExclusionData, SupportData } from '../../documents/explain/schema.ts';
import { FEATURES, type FeatureId } from '../../workload/features.ts';
import { FRONT_DOORS } from '../../workload/front-doors.ts';

/** Words in a sentence: `a, b and c`. */
export function listing(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** One word for how a front door has a feature. */
export const SUPPORT_WORDS: Readonly<Record<SupportData['type'], string>> = {
  native: 'yes',
  via: 'with help',
  no: 'no',
  unknown: 'unknown',
};

const COSTS = { setting: '', code: '', billed: ', which is billed' };

/** Conditions, what supplies it, or why not; empty where there is nothing to add to the word. */
export function supportDetail(support: SupportData): string {
  switch (support.type) {
    case 'native':
      return [support.conditions ?? [], support.since === null ? [] : `since ${support.since}`].flat().join('; ');
    case 'via':
      return `by way of ${support.by}${COSTS[support.costs]}: ${support.caveat}`;
    case 'no':
    case 'unknown':
      return support.because;
  }
}

/** The word and the detail in one; what supplies a feature speaks for itself. */
export function supportText(support: SupportData): string {
  const detail = supportDetail(support);
  if (support.type === 'via') return detail;
  return detail === '' ? SUPPORT_WORDS[support.type] : `${SUPPORT_WORDS[support.type]} – ${detail}`;
}

const INSTEAD = { no: 'not', unknown: 'not known', via: 'not by itself' };

/** What a feature is not had with, on what, and why: `REST API (private): not with Mutual TLS; a private API takes no client certificates`. */
export function exclusionText(feature: string, { frontDoors, where, lost, beside, given, becomes, says }: ExclusionData): string {
  const on = `${frontDoors.map((door) => FRONT_DOORS[door].title).join(', ')}${where === null ? '' : ` (${where})`}`;
  const names = (ids: readonly string[]) => ids.map((id) => FEATURES[id as FeatureId].name).join(', ');
  const others = lost.includes(feature) ? beside : lost;
  const together = [others.length === 0 ? [] : `with ${names(others)}`, given === null ? [] : `where ${given}`].flat().join(', ');
  const how = becomes.type === 'via' ? `by ${becomes.by}` : '';
  const instead = [[INSTEAD[becomes.type], together].filter((text) => text !== '').join(' '), how].filter((text) => text !== '');
  return `${on}: ${instead.join(', but ')}; ${says}`;
}
