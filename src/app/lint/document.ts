import { countsOf, findingData } from './findings.ts';
import type { LintDocument } from '../../documents/lint/schema.ts';
import type { LintAnswer } from './lint.ts';
import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';

/** What `lint` answers, as data, in the envelope that every command prints. */
export function lintDocument({ linted, problems }: Pick<LintAnswer, 'linted' | 'problems'>): LintDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    results: linted.map(({ file, workload, candidates, findings }) => ({
      file,
      workload,
      candidates: candidates.map((one) => one.id),
      counts: { ...countsOf(findings) },
      findings: findings.map((one) => ({ ...findingData(one), line: one.line, column: one.column })),
    })),
    errors: problems.map((one) => ({ ...one })),
  };
}

export function lintJson(answer: LintAnswer): string {
  return jsonText(lintDocument(answer));
}
