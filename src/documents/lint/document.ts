import type { Problem } from '../../errors/errors.ts';
import { SCHEMA_VERSION } from '../cost/document.ts';
import { countsOf, findingData } from '../findings/document.ts';
import type { LintDocument } from './schema.ts';
import type { Linted } from './linted.ts';
import { jsonText } from '../json.ts';

/** Findings as data, in the envelope that every command prints. */
export function lintJson(all: readonly Linted[], errors: readonly Problem[]): string {
  const document: LintDocument = {
    schemaVersion: SCHEMA_VERSION,
    results: all.map(({ file, workload, candidates, findings }) => ({
      file,
      workload,
      candidates: candidates.map((one) => one.id),
      counts: { ...countsOf(findings) },
      findings: findings.map((one) => ({ ...findingData(one), line: one.line, column: one.column })),
    })),
    errors: errors.map((one) => ({ ...one })),
  };
  return jsonText(document);
}
