import type { Severity } from '../../decide/rule.ts';
import type { Problem } from '../../errors/errors.ts';
import { dotted } from '../../workload/mistakes.ts';
import { judged, placeText, type Linted, type PlacedFinding } from '../../app/lint/linted.ts';
import { sentence } from '../../render/recommend/words.ts';
import { visible } from '../../documents/visible.ts';

/**
 * Findings as JUnit XML, for a pipeline's test report: a suite for each workload, a case for each finding. Severities of
 * `failing` are failures; the others pass and say their text. A file with mistakes is an error.
 */
export function lintJunit(all: readonly Linted[], problems: readonly Problem[], failing: readonly Severity[]): string {
  const suites = all.map((one) => suite(one, failing));
  const failures = all.flatMap((one) => one.findings).filter((one) => failing.includes(one.severity)).length;
  const cases = all.reduce((total, one) => total + Math.max(1, one.findings.length), problems.length);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="apigw-advisor lint" tests="${cases}" failures="${failures}" errors="${problems.length}">`,
    ...suites,
    ...(problems.length === 0 ? [] : [mistakes(problems)]),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(one: Linted, failing: readonly Severity[]): string {
  const failures = one.findings.filter(({ severity }) => failing.includes(severity)).length;
  const cases = one.findings.map((finding) => testcase(one, finding, failing.includes(finding.severity)));
  return [
    `  <testsuite name="${escape(`${one.workload}: ${judged(one)}`)}" tests="${Math.max(1, cases.length)}" failures="${failures}" errors="0">`,
    ...(cases.length === 0 ? [`    <testcase${attributes(one.file, 'no findings', null)}/>`] : cases),
    '  </testsuite>',
  ].join('\n');
}

function testcase(one: Linted, finding: PlacedFinding, fails: boolean): string {
  const { rule, severity, because, remedy, path } = finding;
  const text = [placeText(one, finding), sentence(because), remedy, ...finding.sources].map(escape).join('\n');
  return [
    `    <testcase${attributes(one.file, `${rule.id} at ${dotted(path)}`, finding.line)}>`,
    fails
      ? `      <failure type="${severity}" message="${escape(sentence(because))}">${text}</failure>`
      : `      <system-out>${severity}: ${text}</system-out>`,
    '    </testcase>',
  ].join('\n');
}

function mistakes(problems: readonly Problem[]): string {
  return [
    `  <testsuite name="files with mistakes" tests="${problems.length}" failures="0" errors="${problems.length}">`,
    ...problems.flatMap(({ file, line, column, path, what, because, write }) => [
      `    <testcase${attributes(file ?? '', [path, line, column].filter((part) => part !== null).join(':') || 'file', line)}>`,
      `      <error message="${escape(what)}">${[because, ...(write === null ? [] : [write])].map(escape).join('\n')}</error>`,
      '    </testcase>',
    ]),
    '  </testsuite>',
  ].join('\n');
}

/**
 * What readers of a case look for: its group and name, the file and line that a pull request is annotated at, and a
 * time, without which some drop the case.
 */
function attributes(file: string, name: string, line: number | null): string {
  const place = file === '' || file === 'standard input' ? '' : ` file="${escape(file)}"${line === null ? '' : ` line="${line}"`}`;
  return ` classname="${escape(file)}" name="${escape(name)}"${place} time="0"`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML 1.0, which has no place for most control characters and none for half a surrogate pair, even escaped: they are shown. */
function escape(text: string): string {
  return visible(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
