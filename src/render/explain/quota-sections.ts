import type { Page } from '../../documents/explain/schema.ts';
import { FRONT_DOORS } from '../../workload/front-doors.ts';
import { quotaText, raisedText } from '../quota-words.ts';
import type { Section } from '../section.ts';
import { listing } from './words.ts';

type Quota = Extract<Page, { kind: 'quota' }>;

const ofWhat = (one: Quota['appliesTo'][number]): string =>
  one === 'backend' ? 'what stands behind or beside an API' : FRONT_DOORS[one].plural;

function heldBy({ fields, rules, because }: Quota['held']): string {
  if (because !== null) return `not compared with a workload: ${because}`;
  return `compared with: ${listing(fields)}${rules.length === 0 ? '' : ` (rules: ${rules.join(', ')})`}`;
}

type Limit = Quota['aws'] | Quota['article'];

/** A limit in a list: what it is, what there is to add, whether it stays so. */
function limit(one: Limit, section: string): readonly string[] {
  return [
    `default: ${quotaText(one)}${section}`,
    ...(one.note === null ? [] : [one.note]),
    ...(one.value === null ? [] : [`can be raised: ${raisedText(one)}`]),
  ];
}

/** A quota as AWS and the article have it, by Region, with what holds it. */
export function quotaSections(
  { appliesTo, aws, regional, article, held, sources, asOf }: Quota,
  edition: 'aws' | 'article',
): readonly Section[] {
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
