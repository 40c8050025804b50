import { QUESTIONS } from '../../src/decide/questions.ts';
import { FEATURE_TABLES, FEATURES_AS_OF } from '../../src/facts/features/index.ts';
import { featurePages } from '../../src/facts/features/pages-of.ts';
import type { FrontDoor } from '../../src/workload/front-doors.ts';
import { quotaOf, QUOTAS_AS_OF, type QuotaId } from '../../src/facts/quotas/index.ts';
import type { Support } from '../../src/facts/support.ts';
import { markdownText } from '../../src/render/markdown-text.ts';
import { quotaText } from '../../src/render/quota-words.ts';
import { ASSUMPTIONS } from '../../src/workload/assumptions.ts';
import { FEATURES, type FeatureId } from '../../src/workload/features.ts';
import { awsBook } from '../price-book.ts';
import { shown, sourceOf } from './figure-rows.ts';
import { figures } from './figures.ts';
import { VERDICTS, type Evidence, type Statement, type Use } from './statements.ts';

/** Columns of the article's tables that are front doors of ours. */
const DOORS: Readonly<Record<string, FrontDoor>> = { 'REST API': 'rest', 'HTTP API': 'http', 'WebSocket API': 'websocket', ALB: 'alb' };
const TITLES: Readonly<Record<FrontDoor, string>> = {
  rest: 'REST API',
  http: 'HTTP API',
  websocket: 'WebSocket API',
  alb: 'ALB',
  'function-url': 'function URL',
  'web-function': 'Web Function',
  'alb-websocket': 'ALB for connections',
  'nlb-websocket': 'NLB for connections',
};

/** The doors of which a statement speaks: those named, or those of its columns. */
export function doorsOf(evidence: Extract<Evidence, { readonly feature: FeatureId }>, { says }: Statement): readonly FrontDoor[] {
  if (evidence.of) return evidence.of;
  const named = typeof says === 'string' ? [] : Object.keys(says).flatMap((column) => DOORS[column] ?? []);
  return named.length > 0 ? named : ['rest', 'http', 'websocket'];
}

/** What the article says, column by column where it says different things. */
export function said({ says }: Statement, columns: readonly string[]): string {
  if (typeof says === 'string') return inline(says);
  const values = [...new Set(Object.values(says))];
  const groups = values.map((value) => [Object.keys(says).filter((column) => says[column] === value), value] as const);
  const all = groups.length === 1 && groups[0]?.[0].length === columns.length && columns.length > 1 && columns.every((one) => one in DOORS);
  if (all) return inline(values[0] as string);
  return groups.map(([names, value]) => `${names.map(inline).join(', ')}: ${inline(value)}`).join('<br>');
}

/** What settles it, with AWS's pages and the day they were read. */
export function today(statement: Statement): string {
  const lines = statement.aws.flatMap((one) => evidenceLines(one, statement));
  return [...lines, ...(statement.note === undefined ? [] : [inline(statement.note)])].join('<br>');
}

function evidenceLines(one: Evidence, statement: Statement): readonly string[] {
  if ('feature' in one) return featureLines(one.feature, doorsOf(one, statement));
  if ('quota' in one) return [quotaLine(one.quota)];
  if ('figure' in one) return [figureLine(one.figure)];
  if ('assumption' in one) {
    const { because, source } = ASSUMPTIONS[one.assumption];
    return [`${inline(upper(because))}${source?.startsWith('https') ? ` (${links([source])})` : ''}`];
  }
  if ('reasoning' in one) return [inline(one.reasoning)];
  const sources = typeof one.source === 'string' ? [one.source] : one.source;
  return [`${inline(one.fact)} (${links(sources, one.read ?? FEATURES_AS_OF)})`];
}

function featureLines(id: FeatureId, doors: readonly FrontDoor[]): readonly string[] {
  const texts = doors.map((door) => supportText(FEATURE_TABLES[door][id]));
  const groups = [...new Set(texts)].map((text) => {
    const alike = doors.filter((_, index) => texts[index] === text).map((door) => TITLES[door]);
    return `${alike.join(', ')}: ${inline(text)}`;
  });
  const own = featurePages(id).filter((page) => doors.includes(doorOf(page) ?? (doors[0] as FrontDoor)));
  const source = links(own.length === 0 ? featurePages(id) : own, FEATURES_AS_OF);
  return [`${inline(FEATURES[id].name)}. ${groups.join('<br>')} (${source})`];
}

/** The front door that a page of AWS is about, where its address says so. */
function doorOf(page: string): FrontDoor | null {
  if (page.includes('elasticloadbalancing')) return 'alb';
  if (page.includes('/web-functions')) return 'web-function';
  if (page.includes('/lambda/')) return 'function-url';
  if (page.includes('websocket')) return 'websocket';
  return /\/http-api-(?!vs-rest)/.test(page) ? 'http' : null;
}

function supportText(support: Support | undefined): string {
  const because = (text: string | undefined) => (text === undefined ? '' : ` (${text})`);
  switch (support?.type) {
    case 'native':
      return `yes${support.since === undefined ? '' : `, since ${support.since}`}${because(support.conditions)}`;
    case 'via':
      return `only by ${support.by}${because(support.caveat)}`;
    case 'no':
      return `no${because(support.because)}`;
    case 'unknown':
      return `unknown${because(support.because)}`;
    case undefined:
      return 'no source was read for it';
  }
}

function quotaLine(id: QuotaId): string {
  const { name, value, unit, appliesTo, adjustable, note, sources } = quotaOf(id);
  const only = appliesTo.length === 1 ? appliesTo[0] : undefined;
  const door = only === undefined || only === 'backend' ? '' : `${TITLES[only]}. `;
  const raised = { yes: 'can be raised', no: 'cannot be raised', 'by support': 'can be raised by a support case', setting: 'a setting' };
  const limit = `${quotaText({ value, unit })}${value === null ? '' : `, ${raised[adjustable]}`}`;
  return `${inline(`${door}${name}: ${limit}${note === undefined ? '' : `; ${note}`}`)} (${links(sources, QUOTAS_AS_OF)})`;
}

function figureLine(id: string): string {
  const found = figures.find((one) => one.id === id);
  if (!found) return '';
  const where = 'rate' in found.compute ? sourceOf(found.compute.rate) : `[figure](#${id})`;
  return `${inline(found.what)}: ${inline(shown(found, awsBook))} (${where})`;
}

function links(urls: readonly string[], read?: string): string {
  const label = urls.every((url) => /amazon(aws)?\.com|boto/.test(url)) ? 'AWS' : new URL(urls[0] as string).host;
  const list = urls.length === 1 ? `[${label}](${urls[0]})` : `${label} ${urls.map((url, index) => `[${index + 1}](${url})`).join(' ')}`;
  return read === undefined ? list : `${list}, ${read}`;
}

/** The verdict, in bold unless the article is right. */
export function verdictText({ verdict }: Statement): string {
  return verdict === 'agrees' ? VERDICTS.agrees : `**${VERDICTS[verdict]}**`;
}

/** Where the tool uses it: the cells that settle it, the questions that ask for it, and what else is named. */
export function uses(statement: Statement): string {
  const cells = statement.aws.filter((one) => !('fact' in one) && !('reasoning' in one)) as readonly Use[];
  const all = [...cells, ...statement.uses];
  const links = new Map<string, Set<string>>();
  const add = (kind: string, link: string) => links.set(kind, (links.get(kind) ?? new Set()).add(link));
  for (const one of all) useLinks(one).forEach(([kind, link]) => add(kind, link));
  const lines = [...links].map(([kind, found]) => `${kind}${found.size > 1 && !kind.includes(' ') ? 's' : ''} ${[...found].join(', ')}`);
  return [...lines, ...(statement.nowhere === undefined ? [] : [`Nowhere: ${inline(statement.nowhere)}`])].join('<br>');
}

function useLinks(one: Use): readonly (readonly [string, string])[] {
  const link = (kind: string, id: string, page: string): readonly [string, string] => [kind, `[\`${id}\`](${page})`];
  const question = (id: string) => link('question', id, `tree.md#${id}`);
  if ('feature' in one) {
    const asked = QUESTIONS.filter((question) => question.features.includes(one.feature));
    return [link('feature', one.feature, `features.md#${one.feature}`), ...asked.map(({ id }) => question(id))];
  }
  if ('quota' in one) return [link('quota', one.quota, `quotas.md#${one.quota}`)];
  if ('question' in one) return [question(one.question)];
  if ('rule' in one) return [link('rule', one.rule, `rules.md#${one.rule}`)];
  if ('sku' in one) return [link('sku', one.sku, `prices.md#${one.sku}`)];
  if ('assumption' in one) return [link('assumption', one.assumption, `assumptions.md#${one.assumption}`)];
  if ('figure' in one) return [link('figure', one.figure, `#${one.figure}`)];
  if ('saving' in one) return [['saving', `\`${one.saving}\``]];
  if ('page' in one) return [['page', `[${one.page}](${one.page}.md)`]];
  if ('command' in one) return [['command', `\`${one.command}\``]];
  return [link('field', one.field, `workload.md#${one.field}`)];
}

/** Text in a cell: nothing in it becomes markup but what stands between backticks. */
export function inline(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `\`${part.replaceAll('|', '\\|')}\`` : markdownText(part)))
    .join('');
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
