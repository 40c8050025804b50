import { FRONT_DOORS, FRONT_DOOR_IDS } from '../../workload/front-doors.ts';
import type { Question } from '../../decide/question.ts';
import { QUESTIONS } from '../../decide/questions.ts';
import { RULES } from '../../decide/rules.ts';
import { ARTICLE_TREE, TREE, type Node } from '../../decide/tree.ts';
import { articleSupport } from '../../facts/features/article.ts';
import { FEATURE_SOURCES, FEATURE_TABLES, FEATURES_AS_OF } from '../../facts/features/index.ts';
import { articleQuota } from '../../facts/quotas/article.ts';
import { QUOTAS, QUOTAS_AS_OF, type KnownQuota, type Quota } from '../../facts/quotas/index.ts';
import { quotaIn } from '../../facts/quotas/quota-in.ts';
import { SUPPLIERS } from '../../facts/suppliers.ts';
import { caveatOf, conditionsOf, type Support } from '../../facts/support.ts';
import { plain } from '../../money/decimal.ts';
import { placeId } from '../../pricebook/place.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { ALL_SKUS, SKUS, type Sku } from '../../pricebook/skus.ts';
import { FEATURE_IDS, FEATURES, type FeatureId } from '../../workload/features.ts';
import type { Page, PageName, SupportData } from '../../documents/explain/schema.ts';
import { rulePage } from './rule-page.ts';

/** Everything that has a page, kind by kind. */
export function pageNames(): readonly PageName[] {
  return [
    ...FEATURE_IDS.map((id): PageName => ({ kind: 'feature', id, title: FEATURES[id].name })),
    ...QUESTIONS.map(({ id, ask }): PageName => ({ kind: 'question', id, title: ask })),
    ...RULES.map(({ id, title }): PageName => ({ kind: 'rule', id, title })),
    ...QUOTAS.map(({ id, name }): PageName => ({ kind: 'quota', id, title: name })),
    ...ALL_SKUS.map((id): PageName => ({ kind: 'sku', id, title: SKUS[id].title })),
  ];
}

/** The pages of an id: none if nothing is called so, several if things of different kinds are. */
export function pagesOf(id: string, book: PriceBook): readonly Page[] {
  return [
    ...FEATURE_IDS.filter((one) => one === id).map(featurePage),
    ...QUESTIONS.filter((one) => one.id === id).map(questionPage),
    ...RULES.filter((one) => one.id === id).map(rulePage),
    ...QUOTAS.filter((one) => one.id === id).map((quota) => quotaPage(quota, book.regions)),
    ...ALL_SKUS.filter((one) => one === id).map((sku) => skuPage(sku, book)),
  ];
}

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
    say: `needs: { ${id}: yes }`,
    askedBy: QUESTIONS.filter((one) => one.features.includes(id)).map((one) => ({ id: one.id, ask: one.ask })),
    sources: [...FEATURE_SOURCES[id]],
    asOf: FEATURES_AS_OF,
  };
}

function supportData(support: Support): SupportData {
  if (support.type === 'native') return { type: 'native', conditions: conditionsOf(support), since: support.since ?? null };
  if (support.type === 'via') return { type: 'via', by: support.by, costs: SUPPLIERS[support.by], caveat: caveatOf(support) };
  return support;
}

function questionPage({ id, ask, because, features, derivedFrom, sources }: Question): Page {
  const trees = (['aws', 'article'] as const).flatMap((edition) => {
    const nodes = nodesOf(edition === 'aws' ? TREE : ARTICLE_TREE);
    const node = nodes.find((one) => one.question.id === id);
    return node ? [{ edition, position: nodes.indexOf(node) + 1, of: nodes.length, yes: end(node.yes), no: end(node.no) }] : [];
  });
  return {
    kind: 'question',
    id,
    title: ask,
    because,
    features: features.map((feature) => ({ id: feature, title: FEATURES[feature].name })),
    derivedFrom: derivedFrom.map(([field, says]) => ({ field, says })),
    trees,
    sources: [...sources],
  };
}

type Asked = Exclude<Node, string>;

function nodesOf(node: Node): readonly Asked[] {
  return typeof node === 'string' ? [] : [node, ...nodesOf(node.yes), ...nodesOf(node.no)];
}

function end(node: Node): string {
  return typeof node === 'string' ? node : node.question.id;
}

function quotaPage(quota: KnownQuota, regions: readonly string[]): Page {
  const { id, name, appliesTo, code, regional, sources } = quota;
  const { said, section, quota: theirs } = articleQuota(id);
  return {
    kind: 'quota',
    id,
    title: name,
    appliesTo: [...appliesTo],
    aws: { ...limit(quota), code: code ?? null },
    regional: regional
      ? {
          defaults: regional.defaults.map(({ value, regions: where }) => ({ value, regions: [...where] })),
          unknownIn: regions.filter((region) => quotaIn(id, region).type === 'unknown'),
          because: regional.elsewhere,
        }
      : null,
    article: { said, section: section ?? null, ...limit(theirs) },
    sources: [...sources],
    asOf: QUOTAS_AS_OF,
  };
}

function limit({ value, unit, adjustable, note }: Quota) {
  return { value, unit, adjustable, note: note ?? null };
}

function skuPage(id: Sku, book: PriceBook): Page {
  const { title, service, unit, scope, pool } = SKUS[id];
  return {
    kind: 'sku',
    id,
    title,
    service,
    unit,
    scope,
    pool,
    edition: book.edition.id,
    rates: book.places(id).map((where) => {
      const place = placeId(where);
      const rate = book.rate(id, where);
      if ('unavailable' in rate) return { place, tiers: 0, firstUnitPrice: null, unavailable: rate.unavailable };
      const first = rate.tiers[0];
      return {
        place,
        tiers: rate.tiers.length,
        firstUnitPrice: first?.unitPrice ? plain(first.unitPrice) : null,
        unavailable: first?.unavailable ?? null,
      };
    }),
  };
}
