import { QUESTIONS } from '../../decide/questions.ts';
import type { Page, SupportData } from '../../documents/explain/schema.ts';
import { EXCLUSIONS_AS_OF, GIVEN, WHERE, type Exclusion } from '../../facts/exclusions/exclusion.ts';
import { exclusionsOf } from '../../facts/exclusions/index.ts';
import { articleSupport } from '../../facts/features/article.ts';
import { FEATURE_TABLES, FEATURES_AS_OF } from '../../facts/features/index.ts';
import { featurePages } from '../../facts/features/pages-of.ts';
import { SUPPLIERS } from '../../facts/suppliers.ts';
import { caveatOf, conditionsOf, type Support } from '../../facts/support.ts';
import { FEATURES, type FeatureId } from '../../workload/features.ts';
import { FRONT_DOORS, FRONT_DOOR_IDS } from '../../workload/front-doors.ts';

export function featurePage(id: FeatureId): Extract<Page, { kind: 'feature' }> {
  const { name, category, description } = FEATURES[id];
  return {
    kind: 'feature',
    id,
    title: name,
    category,
    description,
    frontDoors: FRONT_DOOR_IDS.map((frontDoor) => {
      const { title } = FRONT_DOORS[frontDoor];
      const { said, section, support } = articleSupport(frontDoor, id);
      return {
        frontDoor,
        title,
        aws: supportData(FEATURE_TABLES[frontDoor][id]),
        article: { said, section: section ?? null, support: supportData(support) },
      };
    }),
    exclusions: exclusionsOf(id).map(exclusionData),
    say: `needs: { ${id}: yes }`,
    askedBy: QUESTIONS.filter((one) => one.features.includes(id)).map((one) => ({ id: one.id, ask: one.ask })),
    sources: [...featurePages(id)],
    asOf: FEATURES_AS_OF,
  };
}

function exclusionData({ on, where, lost, beside, given, becomes, says, page }: Exclusion) {
  return {
    frontDoors: [...on],
    where: where === undefined ? null : WHERE[where].says,
    lost: [...lost],
    beside: [...beside],
    given: given === undefined ? null : GIVEN[given].says,
    becomes: typeof becomes === 'string' ? { type: becomes } : { type: becomes.type, by: becomes.by },
    says,
    page,
    asOf: EXCLUSIONS_AS_OF,
  };
}

function supportData(support: Support): SupportData {
  if (support.type === 'native') return { type: 'native', conditions: conditionsOf(support), since: support.since ?? null };
  if (support.type === 'via') return { type: 'via', by: support.by, costs: SUPPLIERS[support.by], caveat: caveatOf(support) };
  return support;
}
