import { FRONT_DOORS, FRONT_DOOR_IDS } from '../../workload/front-doors.ts';
import { withArticle } from '../recommend/words.ts';
import { exclusionText, listing, SUPPORT_WORDS, supportDetail, supportText } from './words.ts';
import type { Page } from '../../documents/explain/schema.ts';
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
import { quotaSections } from './quota-sections.ts';
import { ruleSections } from './rule-sections.ts';
import { skuSections } from './sku-sections.ts';
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
      return quotaSections(page, edition);
    case 'sku':
      return skuSections(page);
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
