import { jsonLine } from '../../documents/json.ts';
import { visible } from '../../documents/visible.ts';
import type { Fact } from '../../intake/templates/scanned.ts';
import type { Place } from '../../intake/templates/value.ts';
import { describe } from '../../workload/describe.ts';
import { OPEN_MARK } from '../../workload/document.ts';
import type { Said } from '../../workload/draft.ts';
import { dotted, valueAt, type Path } from '../../workload/mistakes.ts';
import { schemaAt } from '../../workload/schema-at.ts';
import { FRONT_DOORS } from '../../workload/front-doors.ts';
import { lackedBy, type Lacked } from '../../workload/lacked.ts';
import type { ApiAnswer } from './scan.ts';
import type { LaidOut } from './laid-out.ts';

const SCHEMA = '# yaml-language-server: $schema=https://unpkg.com/apigw-advisor/schema/workload.schema.json';

/**
 * An API as a workload file: each line with the place that it came from. What a section lacks stands in it as a comment to
 * fill in, and what no template has, at the end.
 */
export function draftOf({ api, region, statement }: ApiAnswer): string {
  const { region: _, ...rest } = statement.said;
  const said = region.by === 'nobody' ? rest : statement.said;
  const { origins, apart, excluded } = statement;
  const isCalls = FRONT_DOORS[api.kind].carries === 'requests';
  const lists = listsLacking(said);
  const written = withoutLists(said, lists);
  const writer: Writer = {
    origins,
    lacked: lackedBy(written),
    isWhole: false,
    behind: new Map([['name', api.name === null ? 'its id in the template' : placeText(api.at)]]),
  };
  const keys = Object.keys(schemaAt([])?.entries ?? {});
  const order = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => keys.indexOf(a) - keys.indexOf(b);
  const body = Object.entries(written)
    .toSorted(order)
    .map(([key, value]) => linesOf(writer, [key], value, ''));
  const open = [
    ...(region.by === 'nobody' ? [`${OPEN_MARK}region: ${region.id}  # to be stated: ${describe(['region']).description}`] : []),
    ...(said[isCalls ? 'traffic' : 'realtime'] === undefined ? (isCalls ? TRAFFIC : REALTIME) : []),
    ...lists.flatMap((list) => listLines(writer, list, said).map((line) => `${OPEN_MARK}${line}`)),
    ...apart.map((facts) => `# ${facts[0].what} takes one value: ${facts.map((one) => `${one.value} (${placeText(one.at)})`).join(', ')}`),
    ...excluded.map(({ what, because }) => `# ${what}: ${because}`),
    ...api.gaps.map(
      ({ what, because, give, at }) => `# Not read: ${what} (${placeText(at)}): ${because}${give === null ? '' : `; give ${give}`}`,
    ),
  ].map(visible);
  return [
    SCHEMA,
    visible(`# What ${api.at.file} says of ${api.id}; no template has all that a workload file states.`),
    ...body.flatMap((lines, index) => (index > 0 && lines.length > 1 ? ['', ...lines] : lines)),
    ...(open.length === 0 ? [] : ['', ...open]),
    '',
  ].join('\n');
}

/** A line to fill in: whoever does takes its mark away, or lets `choose` do so. */
const marked = (line: string) => line.replace(/^( *)/, `$1${OPEN_MARK}`);

const begun = (section: string, fields: readonly string[]) =>
  [`${section}:`, ...fields.map((field) => `  ${field}: ${describe([section, field]).example}`)].map((line) => `${OPEN_MARK}${line}`);
const TRAFFIC = begun('traffic', ['requests', 'request', 'response']);
const REALTIME = begun('realtime', ['connections', 'hoursPerDay']);

interface Writer {
  readonly origins: LaidOut['origins'];
  readonly lacked: readonly Lacked[];
  /** All of it is to be filled in, so that no single line is marked. */
  readonly isWhole: boolean;
  /** What is said behind fields that no fact says. */
  readonly behind: ReadonlyMap<string, string>;
}

function linesOf(writer: Writer, path: Path, value: unknown, indent: string): readonly string[] {
  const key = String(path.at(-1));
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    if (items.every((one) => typeof one === 'string')) return [`${indent}${key}: [${items.map(scalar).join(', ')}]${behind(writer, path)}`];
    return [`${indent}${key}:`, ...items.flatMap((one, index) => itemLines(writer, [...path, index], one as Said, `${indent}  `))];
  }
  if (typeof value === 'object' && value !== null) return [`${indent}${key}:`, ...sectionLines(writer, path, value as Said, `${indent}  `)];
  return [`${indent}${key}: ${scalar(String(value))}${behind(writer, path)}`];
}

function sectionLines(writer: Writer, path: Path, section: Said, indent: string): readonly string[] {
  const name = dotted(path);
  const lacks = writer.lacked.filter((one) => dotted(one.path.slice(0, -1)) === name);
  return [
    ...Object.entries(section).flatMap(([key, value]) => linesOf(writer, [...path, key], value, indent)),
    ...lacks
      .map((one) => `${indent}${String(one.path.at(-1))}: ${one.example}  # to be stated: ${firstSentence(one.means)}`)
      .map((line) => (writer.isWhole ? line : marked(line))),
  ];
}

function itemLines(writer: Writer, path: Path, item: Said, indent: string): readonly string[] {
  const lines = sectionLines(writer, path, item, `${indent}  `);
  return lines.map((line, index) => (index === 0 ? `${indent}- ${line.slice(indent.length + 2)}` : line));
}

/** Where it came from. */
function behind({ origins, behind: words }: Writer, path: Path): string {
  const facts = origins.get(dotted(path)) ?? [];
  const text = facts.length > 0 ? placesText(facts) : (words.get(dotted(path)) ?? '');
  return text === '' ? '' : visible(`  # ${text}`);
}

const MOST_PLACES = 3;

function placesText(facts: readonly Fact[]): string {
  const places = [
    ...new Set(facts.map(({ at, said }) => `${placeText(at)}${said === null ? '' : `, said by ${said.by} in ${placeText(said)}`}`)),
  ];
  const more = places.length > MOST_PLACES ? `, and ${places.length - MOST_PLACES} more` : '';
  return places.slice(0, MOST_PLACES).join('; ') + more;
}

/** `template.yaml:12`. */
function placeText({ file, line }: Place): string {
  return line === null ? file : `${file}:${line}`;
}

/** A text that YAML takes as it is, or in quotes. */
function scalar(text: string): string {
  return /^[A-Za-z0-9$/][\w ./+%$-]*$/.test(text) && !/^(?:null|~)$/i.test(text) && text.trim() === text ? text : jsonLine(text);
}

function firstSentence(text: string): string {
  return text.split(/(?<=[.!?]) /, 1)[0] ?? text;
}

/** The outermost lists of which an entry lacks something. */
function listsLacking(said: Said): readonly (readonly string[])[] {
  const paths = lackedBy(said).flatMap(({ path }) => {
    const index = path.findIndex((step) => typeof step === 'number');
    return index < 0 ? [] : [path.slice(0, index).map(String)];
  });
  return paths.filter((path, at) => paths.findIndex((one) => dotted(one) === dotted(path)) === at);
}

/** Lists of which an entry lacks something are no part of a file that can be read. */
function withoutLists(said: Said, lists: readonly (readonly string[])[]): Said {
  return lists.reduce<Said>((whole, list) => withoutAt(whole, list), said);
}

function withoutAt(said: Said, [key = '', ...rest]: readonly string[]): Said {
  const { [key]: inner, ...others } = said;
  if (inner === undefined) return said;
  const left = rest.length === 0 ? {} : withoutAt(inner as Said, rest);
  return Object.keys(left).length === 0 ? others : { ...others, [key]: left };
}

/** A list as it would stand in the file, with the sections around it. */
function listLines(writer: Writer, list: readonly string[], said: Said): readonly string[] {
  const around = list.slice(0, -1).map((key, depth) => `${'  '.repeat(depth)}${key}:`);
  const whole = { ...writer, lacked: lackedBy(said), isWhole: true };
  return [...around, ...linesOf(whole, list, valueAt(said, list), '  '.repeat(around.length))];
}
