import type { Page } from '../../documents/explain/schema.ts';
import type { Section } from '../section.ts';

/** The page of a rule, as sections. */
export function ruleSections(page: Extract<Page, { kind: 'rule' }>): readonly Section[] {
  const { severity, rationale, remedy, sources, fields, frontDoors, examples } = page;
  return [
    { heading: null, words: [`A ${severity} for ${frontDoors.join(', ')}. ${rationale}`] },
    { heading: 'Do', words: [remedy] },
    { heading: 'It reads', list: fields },
    ...examples.flatMap(({ candidate, because, reports, silent }): Section[] => [
      { heading: `It speaks, of ${candidate}`, words: [`${because}.`], list: reports },
      { heading: 'It is silent', list: silent },
    ]),
    { heading: 'Sources', list: sources },
  ];
}
