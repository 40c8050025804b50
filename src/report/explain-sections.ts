import { articleSupport } from '../facts/features/article.ts';
import { FEATURE_SOURCES, FEATURE_TABLES, FEATURES_AS_OF } from '../facts/features/index.ts';
import { QUOTAS, QUOTAS_AS_OF } from '../facts/quotas/index.ts';
import type { Support } from '../facts/support.ts';
import { QUESTIONS } from '../decide/questions.ts';
import type { PriceBook, Rate } from '../pricebook/price-book.ts';
import { isSku, SKUS, type Sku } from '../pricebook/skus.ts';
import { FEATURES, FEATURE_IDS, type FeatureId } from '../workload/features.ts';
import type { Section } from './section.ts';

const TYPES = { rest: 'REST API', http: 'HTTP API', websocket: 'WebSocket API', alb: 'Application Load Balancer' } as const;
type FrontDoor = keyof typeof TYPES;

/** A page about one thing, by its id. */
export interface Page {
  readonly kind: 'feature' | 'question' | 'quota' | 'sku';
  readonly id: string;
  readonly title: string;
}

/** Everything that can be explained. */
export function pages(): readonly Page[] {
  return [
    ...QUESTIONS.map(({ id, ask }): Page => ({ kind: 'question', id, title: ask })),
    ...FEATURE_IDS.map((id): Page => ({ kind: 'feature', id, title: FEATURES[id].name })),
    ...QUOTAS.map(({ id, name }): Page => ({ kind: 'quota', id, title: name })),
    ...(Object.keys(SKUS) as Sku[]).map((id): Page => ({ kind: 'sku', id, title: SKUS[id].title })),
  ];
}

/** The page of an id; ids of different kinds may coincide, and then both are explained. */
export function explain(page: Page, book: PriceBook): readonly Section[] {
  switch (page.kind) {
    case 'feature':
      return feature(page.id as FeatureId);
    case 'question':
      return question(page.id);
    case 'quota':
      return quota(page.id);
    case 'sku':
      return isSku(page.id) ? sku(page.id, book) : [];
  }
}

/** How a front door has a feature, in a sentence. */
function supportText(support: Support | undefined): string {
  switch (support?.type) {
    case 'native':
      return `yes${support.conditions === undefined ? '' : `: ${support.conditions}`}${support.since === undefined ? '' : ` (since ${support.since})`}`;
    case 'via':
      return `by ${support.by}: ${support.caveat}`;
    case 'no':
      return `no: ${support.because}`;
    case 'unknown':
      return `unknown: ${support.because}`;
    case undefined:
      return 'no source was read for it';
  }
}

function feature(id: FeatureId): readonly Section[] {
  const tables: Readonly<Record<FrontDoor, Partial<Record<FeatureId, Support>>>> = FEATURE_TABLES;
  const asked = QUESTIONS.filter((one) => one.features.includes(id));
  const said = (['rest', 'http', 'websocket'] as const).map((type) => ({ type, ...articleSupport(type, id) }));
  const differs = said.filter((one) => one.said === 'differs');
  return [
    { heading: null, words: [FEATURES[id].description] },
    { heading: null, list: (Object.keys(TYPES) as FrontDoor[]).map((type) => `${TYPES[type]}: ${supportText(tables[type][id])}`) },
    {
      heading: 'In the article',
      list: differs.map(({ type, support }) => `${TYPES[type]}: ${supportText(support)}`),
      words:
        differs.length > 0
          ? []
          : [said.every((one) => one.said === 'silent') ? 'It says nothing about this.' : 'It agrees, as far as it speaks of this.'],
    },
    { heading: 'Say it', words: [`needs: { ${id}: yes }`] },
    { heading: 'Asked by', list: asked.map((one) => `${one.id}: ${one.ask}`) },
    { heading: `Sources, read ${FEATURES_AS_OF}`, list: FEATURE_SOURCES[id] },
  ];
}

function question(id: string): readonly Section[] {
  const found = QUESTIONS.find((one) => one.id === id);
  if (!found) return [];
  return [
    { heading: null, words: [found.ask, `A yes decides because ${found.because}.`] },
    { heading: 'Answered by', list: found.features.map((one) => `needs.${one}: ${FEATURES[one].name}`) },
    { heading: 'Sources', list: found.sources },
  ];
}

function quota(id: string): readonly Section[] {
  const found = QUOTAS.find((one) => one.id === id);
  if (!found) return [];
  const { value, unit, appliesTo, adjustable, note, sources } = found;
  return [
    {
      heading: null,
      list: [
        `value: ${value ?? 'not a number'} ${unit ?? ''}`.trim(),
        `applies to: ${appliesTo.join(', ')}`,
        `adjustable: ${adjustable}`,
        ...(note ? [`note: ${note}`] : []),
      ],
    },
    { heading: `Sources, read ${QUOTAS_AS_OF}`, list: sources },
  ];
}

/** How one place of a scope is named on the command line. */
const OPTION = { region: ' --region us-east-1', geography: ' --geography us', worldwide: '' } as const;

function sku(id: Sku, book: PriceBook): readonly Section[] {
  const { title, service, unit, scope, pool } = SKUS[id];
  const places = book.places(id);
  const priced = places.map((place) => book.rate(id, place)).filter((rate): rate is Rate => 'tiers' in rate);
  return [
    {
      heading: null,
      list: [
        `${title}, billed by ${service} for each ${unit}`,
        `tiers: ${pool}`,
        scope === 'worldwide'
          ? 'one price worldwide'
          : `priced in ${priced.length} of ${places.length} ${scope === 'region' ? 'Regions' : 'CloudFront geographies'}`,
      ],
    },
    {
      heading: 'Rates',
      words: [`apigw-advisor prices show ${id}${OPTION[scope]}`],
    },
  ];
}
