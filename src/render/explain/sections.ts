import { FRONT_DOORS, FRONT_DOOR_IDS } from '../../workload/front-doors.ts';
import { withArticle } from '../recommend/words.ts';
import { decimal } from '../../money/decimal.ts';
import { formatUnitPrice } from '../../money/format.ts';
import { exclusionText, listing, SUPPORT_WORDS, supportDetail, supportText } from './words.ts';
import type { Page } from '../../documents/explain/schema.ts';
import { quotaText, raisedText } from '../quota-words.ts';
import {
  assumptionSections,
  candidateSections,
  fieldSections,
  hopSections,
  itemSections,
  odditySections,
  savingSections,
  supplierSections,
  termSections,
  verdictSections,
} from './printed-sections.ts';
import { ruleSections } from './rule-sections.ts';
import type { Section } from '../section.ts';

type Of<Kind extends Page['kind']> = Extract<Page, { kind: Kind }>;
type Edition = 'aws' | 'article';

/** A page as sections, as an edition sees it; what the other edition says otherwise follows. */
export function explainSections(page: Page, edition: Edition): readonly Section[] {
  switch (page.kind) {
    case 'feature':
      return feature(page, edition);
    case 'question':
      return question(page);
    case 'rule':
      return ruleSections(page);
    case 'quota':
      return quota(page, edition);
    case 'sku':
      return sku(page);
    case 'saving':
      return savingSections(page);
    case 'assumption':
      return assumptionSections(page);
    case 'candidate':
      return candidateSections(page);
    case 'hop':
      return hopSections(page);
    case 'supplier':
      return supplierSections(page);
    case 'field':
      return fieldSections(page);
    case 'term':
      return termSections(page);
    case 'verdict':
      return verdictSections(page);
    case 'item':
      return itemSections(page);
    case 'oddity':
      return odditySections(page);
  }
}

/** What a page is about, in its first line. */
export function explainTitle({ kind, id, title }: Page): string {
  if (kind === 'question') return `${id}, a question`;
  if (kind === 'item') return `${id}, which an HTTP API lacks: ${title}`;
  if (kind === 'oddity') return `${id}, a finding in templates: ${title}`;
  return `${id}, ${kind === 'assumption' ? 'an' : 'a'} ${kind}: ${title}`;
}

function feature(
  { id, description, frontDoors, exclusions, say, askedBy, sources, asOf }: Of<'feature'>,
  edition: Edition,
): readonly Section[] {
  return [
    { heading: null, words: [edition === 'article' ? `${description} As the article has it:` : description] },
    {
      heading: null,
      table: {
        columns: [{ head: 'Front door', fit: true }, { head: 'Has it', fit: true }, { head: 'How, or why not' }],
        rows: frontDoors.map(({ title, aws, article }) => {
          const support = edition === 'article' ? article.support : aws;
          const section = edition === 'article' && article.section !== null ? ` (${article.section})` : '';
          return [title, SUPPORT_WORDS[support.type], `${supportDetail(support)}${section}`];
        }),
      },
    },
    edition === 'article' ? today(frontDoors) : inTheArticle(frontDoors),
    { heading: 'Not together with', list: exclusions.map((one) => `${exclusionText(id, one)} (${one.page}, read ${one.asOf})`) },
    { heading: 'In a workload file', words: [say] },
    { heading: 'Asked by', list: askedBy.map((one) => `${one.id}: ${one.ask}`) },
    { heading: `Sources, read ${asOf}`, list: sources },
  ];
}

type Doors = Of<'feature'>['frontDoors'];

/** Front doors of which the article says so, in a sentence. */
function doors(frontDoors: Doors, said: Doors[number]['article']['said']): string {
  return listing(frontDoors.filter(({ article }) => article.said === said).map(({ frontDoor }) => FRONT_DOORS[frontDoor].plural));
}

function inTheArticle(frontDoors: Doors): Section {
  const [agrees, silent] = [doors(frontDoors, 'agrees'), doors(frontDoors, 'silent')];
  if (frontDoors.every(({ article }) => article.said === 'silent'))
    return { heading: 'In the article', words: ['It says nothing about this.'] };
  return {
    heading: 'In the article',
    list: [
      ...frontDoors
        .filter(({ article }) => article.said === 'differs')
        .map(({ title, article }) => `${title}: ${supportText(article.support)} (${article.section})`),
      ...(agrees === '' ? [] : [`it agrees about ${agrees}`]),
      ...(silent === '' ? [] : [`it is silent about ${silent}`]),
    ],
  };
}

function today(frontDoors: Doors): Section {
  const silent = doors(frontDoors, 'silent');
  return {
    heading: 'As AWS has it today',
    list: [
      ...frontDoors.filter(({ article }) => article.said === 'differs').map(({ title, aws }) => `${title}: ${supportText(aws)}`),
      ...(silent === '' ? [] : [`the article is silent about ${silent}; there, what AWS says stands`]),
    ],
  };
}

const TREES = { aws: 'In the tree', article: 'In the tree of the article' };

function question({ because, title, features, derivedFrom, trees, sources }: Of<'question'>): readonly Section[] {
  const lead = (to: string) => {
    const type = FRONT_DOOR_IDS.find((id) => id === to);
    return type === undefined ? `the question ${to}` : withArticle(FRONT_DOORS[type].title);
  };
  return [
    { heading: null, words: [title, `A yes decides because ${because}.`] },
    ...trees.map(({ edition, position, of, yes, no }): Section => ({
      heading: TREES[edition],
      list: [`question ${position} of ${of}`, `yes leads to ${lead(yes)}`, `no leads to ${lead(no)}`],
    })),
    { heading: 'Answered by', list: features.map((one) => `needs.${one.id}: ${one.title}`) },
    ...(derivedFrom.length === 0
      ? []
      : [{ heading: 'Answered before that by', list: derivedFrom.map(({ field, says }) => `${field}: ${says}`) }]),
    { heading: 'Sources', list: sources },
  ];
}

const ofWhat = (one: Of<'quota'>['appliesTo'][number]): string =>
  one === 'backend' ? 'what stands behind or beside an API' : FRONT_DOORS[one].plural;

function heldBy({ fields, rules, because }: Of<'quota'>['held']): string {
  if (because !== null) return `not compared with a workload: ${because}`;
  return `compared with: ${listing(fields)}${rules.length === 0 ? '' : ` (rules: ${rules.join(', ')})`}`;
}

type Limit = Of<'quota'>['aws'] | Of<'quota'>['article'];

/** A limit in a list: what it is, what there is to add, whether it stays so. */
function limit(one: Limit, section: string): readonly string[] {
  return [
    `default: ${quotaText(one)}${section}`,
    ...(one.note === null ? [] : [one.note]),
    ...(one.value === null ? [] : [`can be raised: ${raisedText(one)}`]),
  ];
}

function quota({ appliesTo, aws, regional, article, held, sources, asOf }: Of<'quota'>, edition: Edition): readonly Section[] {
  const differs = article.said === 'differs';
  const section = article.section === null ? '' : ` (${article.section})`;
  const theirs = limit(article, section);
  const ours = limit(aws, (regional?.defaults.length ?? 0) > 1 ? ', but not in every Region' : '');
  const same = article.said === 'agrees' ? `The same${section}.` : 'It says nothing about this; what AWS says stands.';
  const says: Section = differs
    ? edition === 'article'
      ? { heading: 'As AWS has it today', list: ours }
      : { heading: 'In the article', list: theirs }
    : { heading: 'In the article', words: [same] };
  return [
    {
      heading: null,
      list: [...(edition === 'article' && differs ? theirs : ours), `applies to: ${listing(appliesTo.map(ofWhat))}`, heldBy(held)],
    },
    {
      heading: 'By Region',
      list:
        regional === null || (edition === 'article' && differs)
          ? []
          : [
              ...regional.defaults.map(({ value, regions }) => `${quotaText({ value, unit: aws.unit })}: ${regions.join(', ')}`),
              ...(regional.unknownIn.length > 0 ? [`unknown in ${regional.unknownIn.join(', ')}: ${regional.because}`] : []),
            ],
    },
    says,
    { heading: `Sources, read ${asOf}`, list: sources },
  ];
}

/** `imported on 2026-11-29: eu-west-2, us-east-1`. */
function importedIn(rates: Of<'sku'>['rates']): readonly string[] {
  const days = [...new Set(rates.flatMap(({ imported }) => imported ?? []))].toSorted();
  return days.map((day) => `imported on ${day}: ${rates.flatMap((one) => (one.imported === day ? [one.place] : [])).join(', ')}`);
}

const PLACES = { region: 'Regions', geography: 'CloudFront geographies' };

function sku({ service, unit, scope, pool, rates, id, edition }: Of<'sku'>): readonly Section[] {
  const priced = rates.flatMap(({ place, firstUnitPrice }) => (firstUnitPrice === null ? [] : [{ place, price: decimal(firstUnitPrice) }]));
  const sorted = priced.toSorted((a, b) => a.price.cmp(b.price));
  const [least, most] = [sorted[0], sorted.at(-1)];
  const at = (end: typeof least) => (end ? `${formatUnitPrice(end.price, unit)}${scope === 'worldwide' ? '' : ` in ${end.place}`}` : '');
  const without = rates.filter(({ firstUnitPrice }) => firstUnitPrice === null);
  const reasons = [...new Set(without.map(({ unavailable }) => unavailable))];
  return [
    {
      heading: null,
      list: [
        scope === 'stated' ? 'paid to whoever runs them' : `billed by ${service} for each ${unit}`,
        `tiers: ${pool}`,
        scope === 'worldwide'
          ? 'one price for the whole world'
          : scope === 'stated'
            ? 'no price list has it: the workload states what it costs'
            : `priced in ${priced.length} of ${rates.length} ${PLACES[scope]}${edition === 'article' && scope === 'region' ? ', those of the article' : ''}`,
        ...(least && most && !least.price.eq(most.price)
          ? [`first tier: from ${at(least)} to ${at(most)}`]
          : least
            ? [`first tier: ${at(least)}`]
            : []),
        ...importedIn(rates),
      ],
    },
    {
      heading: 'Not priced',
      list: reasons.map(
        (because) =>
          `${without
            .filter(({ unavailable }) => unavailable === because)
            .map(({ place }) => place)
            .join(', ')}: ${because}.`,
      ),
    },
    {
      heading: 'Its rates, tier by tier, with source and date',
      words:
        scope === 'stated'
          ? []
          : [`apigw-advisor prices show ${id}${scope === 'worldwide' ? '' : ` --${scope} ${most?.place ?? rates[0]?.place}`}`],
    },
  ];
}
