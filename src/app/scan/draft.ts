import { jsonLine } from '../../documents/json.ts';
import { visible } from '../../documents/visible.ts';
import type { Fact } from '../../intake/templates/scanned.ts';
import { describe } from '../../workload/describe.ts';
import { OPEN_MARK } from '../../workload/document.ts';
import type { Said } from '../../workload/draft.ts';
import { dotted, type Path } from '../../workload/mistakes.ts';
import { schemaAt } from '../../workload/schema-at.ts';
import { FRONT_DOORS } from '../../workload/front-doors.ts';
import { lackedBy, type Lacked } from '../../workload/lacked.ts';
import { placesText, placeText } from './places.ts';
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
  const { file } = api.at;
  const writer: Writer = {
    file,
    origins,
    lacked: lackedBy(said),
    behind: new Map([['name', api.name === null ? 'its id in the template' : placeText(api.at, file)]]),
  };
  const keys = Object.keys(schemaAt([])?.entries ?? {});
  const order = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => keys.indexOf(a) - keys.indexOf(b);
  const body = Object.entries(said)
    .toSorted(order)
    .map(([key, value]) => linesOf(writer, [key], value, ''));
  const open = [
    ...(region.by === 'nobody' ? [`${OPEN_MARK}region: ${region.id}  # to be stated: ${describe(['region']).description}`] : []),
    ...(said[isCalls ? 'traffic' : 'realtime'] === undefined ? (isCalls ? TRAFFIC : REALTIME) : []),
    ...apart.map(
      (facts) => `# ${facts[0].what} takes one value: ${facts.map((one) => `${one.value} (${placeText(one.at, file)})`).join(', ')}`,
    ),
    ...excluded.map(({ what, because }) => `# ${what}: ${because}`),
    ...api.gaps.map(
      ({ what, because, give, at }) => `# Not read: ${what} (${placeText(at, file)}): ${because}${give === null ? '' : `; give ${give}`}`,
    ),
  ].map(comment);
  return [
    SCHEMA,
    comment(`# What ${file} says of ${api.id}; no template has all that a workload file states.`),
    ...body.flatMap((lines, index) => (index > 0 && lines.length > 1 ? ['', ...lines] : lines)),
    ...(open.length === 0 ? [] : ['', ...open]),
    '',
  ].join('\n');
}

/** A line to fill in: whoever does takes its mark away, or lets `choose` do so. */
const marked = (line: string) => (isMarked(line) ? line : line.replace(/^ */, `$&${OPEN_MARK}`));
const isMarked = (line: string) => line.trimStart().startsWith(OPEN_MARK);

const begun = (section: string, fields: readonly string[]) =>
  [`${section}:`, ...fields.map((field) => `  ${field}: ${describe([section, field]).example}`)].map(marked);
const TRAFFIC = begun('traffic', ['requests', 'request', 'response']);
const REALTIME = begun('realtime', ['connections', 'hoursPerDay']);

interface Writer {
  /** The file that the first line names. */
  readonly file: string;
  readonly origins: LaidOut['origins'];
  readonly lacked: readonly Lacked[];
  /** What is said behind fields that no fact says. */
  readonly behind: ReadonlyMap<string, string>;
}

function linesOf(writer: Writer, path: Path, value: unknown, indent: string): readonly string[] {
  const key = String(path.at(-1));
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    if (items.every((one) => typeof one === 'string')) return [`${indent}${key}: [${items.map(scalar).join(', ')}]${behind(writer, path)}`];
    const lines = [`${indent}${key}:`, ...items.flatMap((one, index) => itemLines(writer, [...path, index], one as Said, `${indent}  `))];
    // An entry that lacks something is none: the list is filled in as a whole.
    return lines.some(isMarked) ? lines.map(marked) : lines;
  }
  if (typeof value === 'object' && value !== null) {
    const [head, inner] = [`${indent}${key}:`, sectionLines(writer, path, value as Said, `${indent}  `)];
    return [inner.every(isMarked) ? marked(head) : head, ...inner];
  }
  return [`${indent}${key}: ${scalar(String(value))}${behind(writer, path)}`];
}

function sectionLines(writer: Writer, path: Path, section: Said, indent: string): readonly string[] {
  const name = dotted(path);
  const lacks = writer.lacked.filter((one) => dotted(one.path.slice(0, -1)) === name);
  return [
    ...Object.entries(section).flatMap(([key, value]) => linesOf(writer, [...path, key], value, indent)),
    ...lacks.map((one) => marked(`${indent}${String(one.path.at(-1))}: ${one.example}  # to be stated: ${firstSentence(one.means)}`)),
  ];
}

function itemLines(writer: Writer, path: Path, item: Said, indent: string): readonly string[] {
  const lines = sectionLines(writer, path, item, `${indent}  `);
  return lines.map((line, index) => (index === 0 ? `${indent}- ${line.slice(indent.length + 2)}` : line));
}

/** Where it came from. */
function behind({ origins, behind: words, file }: Writer, path: Path): string {
  const name = dotted(path);
  const facts = [...origins].flatMap(([field, all]) => (field === name || field.startsWith(`${name}[`) ? all : []));
  const text = facts.length > 0 ? originText(facts, file) : (words.get(name) ?? '');
  return text === '' ? '' : comment(`  # ${text}`);
}

const MOST_PLACES = 3;

function originText(facts: readonly Fact[], within: string): string {
  const places = [...new Set(facts.map((one) => placesText(one, within)))];
  const more = places.length > MOST_PLACES ? `, and ${places.length - MOST_PLACES} more` : '';
  return places.slice(0, MOST_PLACES).join('; ') + more;
}

/** A text that YAML takes as it is, or in quotes. */
function scalar(text: string): string {
  const isPlain = /^[A-Za-z0-9$/][\w ./+%$-]*$/.test(text) && !/^null$/i.test(text) && text.trim() === text;
  return isPlain ? text : withoutSign(jsonLine(text));
}

/** A comment holds what a stranger wrote, and stays one line. */
function comment(text: string): string {
  return withoutSign(visible(text));
}

/** What stands for bytes that are no text makes a file one that is none. */
const withoutSign = (text: string) => text.replaceAll('\ufffd', '\\ufffd');

function firstSentence(text: string): string {
  return text.split(/(?<=[.!?]) /, 1)[0] ?? text;
}
