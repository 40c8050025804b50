import type { Finding, Severity } from '../../decide/rule.ts';
import { dotted } from '../../workload/mistakes.ts';
import type { FindingData } from '../../documents/findings/schema.ts';

/** A finding as data. */
export function findingData({ rule, severity, candidates, because, remedy, path, sources }: Finding): FindingData {
  return {
    rule: rule.id,
    severity,
    title: rule.title,
    candidates: [...candidates],
    because,
    remedy,
    field: dotted(path),
    sources: [...sources],
  };
}

/** How many there are of each severity. */
export function countsOf(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length;
  return { blocker: count('blocker'), caution: count('caution'), note: count('note') };
}
