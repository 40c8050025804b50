import { FRONT_DOORS, FRONT_DOOR_IDS } from '../../workload/front-doors.ts';
import type { Question } from '../../decide/question.ts';
import { QUESTIONS } from '../../decide/questions.ts';
import { RULES } from '../../decide/rules.ts';
import { ARTICLE_TREE, TREE, type Node } from '../../decide/tree.ts';
import { EXCLUSIONS_AS_OF, GIVEN, WHERE, type Exclusion } from '../../facts/exclusions/exclusion.ts';
import { exclusionsOf } from '../../facts/exclusions/index.ts';
import { articleSupport } from '../../facts/features/article.ts';
import { FEATURE_TABLES, FEATURES_AS_OF } from '../../facts/features/index.ts';
import { featurePages } from '../../facts/features/pages-of.ts';
import { articleQuota } from '../../facts/quotas/article.ts';
import { QUOTAS, QUOTAS_AS_OF, type KnownQuota, type Quota } from '../../facts/quotas/index.ts';
import { quotaIn } from '../../facts/quotas/quota-in.ts';
import { SUPPLIERS, type Supplier } from '../../facts/suppliers.ts';
import { caveatOf, conditionsOf, type Support } from '../../facts/support.ts';
import { plain } from '../../money/decimal.ts';
import { placeId } from '../../pricebook/place.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { SKUS, type Sku } from '../../pricebook/skus.ts';
import { FEATURE_IDS, FEATURES, type FeatureId } from '../../workload/features.ts';
import type { Page, PageName, SupportData } from '../../documents/explain/schema.ts';
import { SAVINGS } from '../../advise/savings/index.ts';
import { CANDIDATES } from '../../candidates/index.ts';
import { HOPS, type HopId } from '../../documents/terms/hops.ts';
import { TERMS } from '../../documents/terms/words.ts';
import { candidatePage, hopPage } from './candidate-page.ts';
import { fieldPage, fields } from './field-page.ts';
import { ASSUMPTION_IDS, assumptionPage, assumptionText, COSTS, savingPage, supplierPage } from './reason-pages.ts';
import { rulePage } from './rule-page.ts';

interface Kind {
  readonly kind: PageName['kind'];
  names(): readonly PageName[];
  pages(id: string, book: PriceBook): readonly Page[];
}

function kindOf<T>(
  kind: PageName['kind'],
  all: () => readonly T[],
  nameOf: (one: T) => { readonly id: string; readonly title: string },
  pageOf: (one: T, book: PriceBook) => Page,
): Kind {
  return {
    kind,
    names: () => all().map((one) => ({ kind, id: nameOf(one).id, title: nameOf(one).title })),
    pages: (id, book) =>
      all()
        .filter((one) => nameOf(one).id === id)
        .map((one) => pageOf(one, book)),
  };
}

const itself = <T>(one: T) => one;

/** Everything that has a page, kind by kind. */
const KINDS: readonly Kind[] = [
  kindOf(
    'feature',
    () => FEATURE_IDS,
    (id) => ({ id, title: FEATURES[id].name }),
    featurePage,
  ),
  kindOf(
    'question',
    () => QUESTIONS,
    ({ id, ask }) => ({ id, title: ask }),
    questionPage,
  ),
  kindOf('rule', () => RULES, itself, rulePage),
  kindOf(
    'quota',
    () => QUOTAS,
    ({ id, name }) => ({ id, title: name }),
    (quota, book) => quotaPage(quota, book.regions),
  ),
  kindOf(
    'sku',
    () => Object.keys(SKUS) as Sku[],
    (id) => ({ id, title: SKUS[id].title }),
    skuPage,
  ),
  kindOf(
    'saving',
    () => SAVINGS,
    ({ id, name }) => ({ id, title: name }),
    savingPage,
  ),
  kindOf(
    'assumption',
    () => ASSUMPTION_IDS,
    (id) => ({ id, title: assumptionText(id) }),
    assumptionPage,
  ),
  kindOf('candidate', () => CANDIDATES, itself, candidatePage),
  kindOf(
    'hop',
    () => Object.keys(HOPS) as readonly HopId[],
    (id) => ({ id, title: HOPS[id].title }),
    hopPage,
  ),
  kindOf(
    'supplier',
    () => Object.keys(SUPPLIERS) as readonly Supplier[],
    (id) => ({ id, title: COSTS[SUPPLIERS[id]] }),
    supplierPage,
  ),
  kindOf('field', fields, itself, fieldPage),
  kindOf(
    'term',
    () => [...TERMS],
    ([id, { means }]) => ({ id, title: means }),
    ([id, { means, printed }]) => ({
      kind: 'term',
      id,
      title: means,
      printed,
    }),
  ),
];

/** The ids of everything that has a page. */
export function pageNames(): readonly PageName[] {
  return KINDS.flatMap((one) => one.names());
}

/** The pages of an id: none if nothing is called so, several if things of different kinds are. */
export function pagesOf(id: string, book: PriceBook): readonly Page[] {
  const named = asListed(id);
  return KINDS.flatMap((one) => one.pages(named, book));
}

/** An id as the list has it: a need is its feature, a tag is any tag, and an entry of a list is any. */
function asListed(id: string): string {
  return id
    .replace(/^needs\./, '')
    .replace(/^tags\..*/, 'tags')
    .replaceAll(/\[\d+\]|\.\d+(?=\.|$)/g, '[]');
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
