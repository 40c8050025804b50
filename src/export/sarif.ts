import type { Severity } from '../decide/rule.ts';
import { jsonText } from '../documents/json.ts';
import type { Problem } from '../errors/errors.ts';
import { sentence } from '../render/recommend/words.ts';

/** What the answers of several commands share as SARIF 2.1.0, for code scanning. */

/** SARIF has three levels too: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const LEVELS: Readonly<Record<Severity, string>> = { blocker: 'error', caution: 'warning', note: 'note' };

/** One run: the rules that spoke, a result for each finding; files with mistakes as notifications. */
export function sarifLog(rules: readonly object[], results: readonly object[], problems: readonly Problem[]): string {
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'apigw-advisor', rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: problems.length === 0, toolExecutionNotifications: problems.map(notification) }],
        results,
      },
    ],
  });
}

function notification({ file, line, column, what, because, write }: Problem) {
  const text = `${sentence(what)} ${sentence(because)}${write === null ? '' : ` Write ${write}`}`;
  return { level: 'error', message: { text: messageText(text) }, locations: file === null ? [] : [physical(file, line, column)] };
}

/** Text of a message of SARIF, in which braces hold a place for an argument, and `[text](target)` is a link: 3.11.5, 3.11.6. */
export function messageText(text: string): string {
  const whole = text.replace(/[{}]/g, '$&$&');
  return whole.includes('](') ? whole.replace(/[\\[\]]/g, '\\$&') : whole;
}

/** Where in a file; standard input has no address. */
export function physical(file: string, line: number | null, column: number | null) {
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
  if (/^[A-Za-z]:\//.test(file)) return `file:///${path.replace('%3A', ':')}`;
  return file.startsWith('/') ? `file://${path}` : path;
}
