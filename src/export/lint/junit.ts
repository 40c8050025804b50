import type { Severity } from '../../decide/rule.ts';
import type { Problem } from '../../errors/errors.ts';
import { dotted } from '../../workload/mistakes.ts';
import { judged, placeText, type Linted, type PlacedFinding } from '../../app/lint/linted.ts';
import { sentence } from '../../render/recommend/words.ts';
import { junitXml, type Case } from '../junit.ts';

/**
 * Findings as JUnit XML: a suite for each workload, a case for each finding. Severities of `failing` are failures; the others
 * pass and say their text. A file with mistakes is an error.
 */
export function lintJunit(all: readonly Linted[], problems: readonly Problem[], failing: readonly Severity[]): string {
  const suites = all.map((one) => {
    const cases = one.findings.map((finding) => caseOf(one, finding, failing.includes(finding.severity)));
    const none: Case = { file: one.file, name: 'no findings', line: null, failure: null, text: [] };
    return { name: `${one.workload}: ${judged(one)}`, cases: cases.length === 0 ? [none] : cases };
  });
  return junitXml('apigw-advisor lint', suites, problems);
}

function caseOf(one: Linted, finding: PlacedFinding, fails: boolean): Case {
  const { rule, severity, because, remedy, path } = finding;
  const place = placeText(one, finding);
  return {
    file: one.file,
    name: `${rule.id} at ${dotted(path)}`,
    line: finding.line,
    failure: fails ? { type: severity, message: sentence(because) } : null,
    text: [fails ? place : `${severity}: ${place}`, sentence(because), remedy, ...finding.sources],
  };
}
