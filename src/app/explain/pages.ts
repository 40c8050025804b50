import { SAVINGS } from '../../advise/savings/index.ts';
import { NAMED } from '../../candidates/index.ts';
import { QUESTIONS } from '../../decide/questions.ts';
import { RULES } from '../../decide/rules.ts';
import type { Page, PageName } from '../../documents/explain/schema.ts';
import { HOPS, type HopId } from '../../documents/terms/hops.ts';
import { VERDICT_IDS, VERDICT_PAGES } from '../../documents/terms/verdicts.ts';
import { TERMS } from '../../documents/terms/words.ts';
import { QUOTAS } from '../../facts/quotas/index.ts';
import { SUPPLIERS, type Supplier } from '../../facts/suppliers.ts';
import { ITEM_KINDS } from '../../intake/templates/verdict/item-kinds.ts';
import { ODDITY_KINDS } from '../../intake/templates/verdict/oddity-kinds.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { SKUS, type Sku } from '../../pricebook/skus.ts';
import { FEATURE_IDS, FEATURES } from '../../workload/features.ts';
import { candidatePage, hopPage } from './candidate-page.ts';
import { featurePage } from './feature-page.ts';
import { fieldPage, fields } from './field-page.ts';
import { questionPage } from './question-page.ts';
import { quotaPage } from './quota-page.ts';
import { ASSUMPTION_IDS, assumptionPage, assumptionText, COSTS, savingPage, supplierPage } from './reason-pages.ts';
import { rulePage } from './rule-page.ts';
import { ITEM_IDS, itemPage, ODDITY_IDS, oddityPage, verdictPage } from './scan-pages.ts';
import { skuPage } from './sku-page.ts';

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
  kindOf('candidate', () => NAMED, itself, candidatePage),
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
  kindOf(
    'verdict',
    () => VERDICT_IDS,
    (id) => ({ id, title: VERDICT_PAGES[id].title }),
    verdictPage,
  ),
  kindOf(
    'item',
    () => ITEM_IDS,
    (id) => ({ id, title: ITEM_KINDS[id].title }),
    itemPage,
  ),
  kindOf(
    'oddity',
    () => ODDITY_IDS,
    (id) => ({ id, title: ODDITY_KINDS[id].title }),
    oddityPage,
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
