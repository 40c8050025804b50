import type { Recommendation } from '../../advise/advise.ts';
import { SEVERITIES, type Finding } from '../../decide/rule.ts';
import { countsOf } from '../../app/lint/findings.ts';
import { sentence } from './words.ts';
import type { Section } from '../section.ts';

/**
 * What stands against what is in use today, and what the rule book says about the picks. What keeps other candidates out
 * stands in the answer, and beside them.
 */
export function findingsSection({ findings, picks, inUse }: Recommendation): Section {
  const titles = (one: Finding) =>
    picks.filter(({ advised }) => one.candidates.includes(advised.candidate.id)).map(({ advised }) => advised.estimate.title);
  const about = (one: Finding) => (picks.length > 1 && titles(one).length > 0 ? `${titles(one).join(', ')}: ` : '');
  return {
    heading: 'Findings',
    list: findings
      .filter((one) => (one.severity === 'blocker' ? one.candidates.includes(inUse ?? '') : titles(one).length > 0))
      .map((one) => `${one.severity} ${one.rule.id}: ${about(one)}${sentence(one.because)} ${one.remedy}`),
  };
}

/** How many findings there are of each severity: `1 blocker, 2 cautions, 0 notes`. */
export function countsInWords(findings: readonly Finding[]): string {
  const counts = countsOf(findings);
  return SEVERITIES.map((severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? '' : 's'}`).join(', ');
}
