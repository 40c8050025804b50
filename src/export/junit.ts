import { visible } from '../documents/visible.ts';
import type { Problem } from '../errors/errors.ts';

/** What the answers of several commands share as JUnit XML, for a pipeline's test report. */

/** A test case; `failure` is its type and message where it fails, otherwise its text is only told. */
export interface Case {
  readonly file: string;
  readonly name: string;
  readonly line: number | null;
  readonly failure: { readonly type: string; readonly message: string } | null;
  /** Lines of it; a case that says nothing passes in silence. */
  readonly text: readonly string[];
}

export interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** Suites of cases, and the files with mistakes as errors. */
export function junitXml(name: string, suites: readonly Suite[], problems: readonly Problem[]): string {
  const cases = suites.flatMap((one) => one.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${name}" tests="${cases.length + problems.length}" failures="${failuresIn(cases)}" errors="${problems.length}">`,
    ...suites.map(suite),
    ...(problems.length === 0 ? [] : [mistakes(problems)]),
    '</testsuites>',
    '',
  ].join('\n');
}

const failuresIn = (cases: readonly Case[]) => cases.filter(({ failure }) => failure !== null).length;

function suite({ name, cases }: Suite): string {
  return [
    `  <testsuite name="${escape(name)}" tests="${cases.length}" failures="${failuresIn(cases)}" errors="0">`,
    ...cases.map(testcase),
    '  </testsuite>',
  ].join('\n');
}

function testcase({ file, name, line, failure, text }: Case): string {
  const said = text.map(escape).join('\n');
  if (failure === null && said === '') return `    <testcase${attributes(file, name, line)}/>`;
  return [
    `    <testcase${attributes(file, name, line)}>`,
    failure === null
      ? `      <system-out>${said}</system-out>`
      : `      <failure type="${failure.type}" message="${escape(failure.message)}">${said}</failure>`,
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
