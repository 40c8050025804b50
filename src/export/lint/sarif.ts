import type { Rule, Severity } from '../../decide/rule.ts';
import type { Problem } from '../../errors/errors.ts';
import { dotted } from '../../workload/mistakes.ts';
import type { Linted, PlacedFinding } from '../../app/lint/linted.ts';
import { sentence } from '../../render/recommend/words.ts';
import { jsonText } from '../../documents/json.ts';

/** SARIF has three levels too: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
const LEVELS: Readonly<Record<Severity, string>> = { blocker: 'error', caution: 'warning', note: 'note' };

/** Findings as SARIF 2.1.0, for code scanning: one run, the rules that spoke, a result for each finding; files with mistakes as notifications. */
export function lintSarif(all: readonly Linted[], problems: readonly Problem[]): string {
  const rules = [...new Set(all.flatMap((one) => one.findings.map(({ rule }) => rule)))].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'apigw-advisor', rules: rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: problems.length === 0, toolExecutionNotifications: problems.map(notification) }],
        results: all.flatMap((one) => one.findings.map((finding) => result(one, finding, rules))),
      },
    ],
  };
  return jsonText(log);
}

function descriptor({ id, severity, title, rationale, remedy, sources, topic }: Rule) {
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: rationale },
    help: { text: `${remedy}\n\n${sources.join('\n')}` },
    ...(sources[0] === undefined ? {} : { helpUri: sources[0] }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [topic] },
  };
}

function result({ file, workload }: Linted, finding: PlacedFinding, rules: readonly Rule[]) {
  const { rule, severity, because, remedy, path, candidates } = finding;
  return {
    ruleId: rule.id,
    ruleIndex: rules.indexOf(rule),
    level: LEVELS[severity],
    message: { text: messageText(`${workload}, ${candidates.join(', ')}: ${sentence(because)} ${remedy}`) },
    locations: [
      { ...physical(file, finding.line, finding.column), logicalLocations: [{ fullyQualifiedName: dotted(path), kind: 'member' }] },
    ],
  };
}

function notification({ file, line, column, what, because, write }: Problem) {
  const text = `${sentence(what)} ${sentence(because)}${write === null ? '' : ` Write ${write}`}`;
  return { level: 'error', message: { text: messageText(text) }, locations: file === null ? [] : [physical(file, line, column)] };
}

/** Text of a message of SARIF, in which braces hold a place for an argument, and `[text](target)` is a link: 3.11.5, 3.11.6. */
function messageText(text: string): string {
  const whole = text.replace(/[{}]/g, '$&$&');
  return whole.includes('](') ? whole.replace(/[\\[\]]/g, '\\$&') : whole;
}

/** Where in a file; standard input has no address. */
function physical(file: string, line: number | null, column: number | null) {
  if (file === 'standard input') return {};
  const region = line === null ? {} : { region: { startLine: line, ...(column === null ? {} : { startColumn: column }) } };
  return { physicalLocation: { artifactLocation: { uri: uri(file) }, ...region } };
}

/** A path as a URI reference: relative stays relative, to whatever the reader takes as the root. */
function uri(file: string): string {
  const path = file
    .replace(/^\.\//, '')
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')))
    .join('/');
  return file.startsWith('/') ? `file://${path}` : path;
}
