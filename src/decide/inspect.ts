import type { Candidate } from '../candidates/candidate.ts';
import type { Month } from '../journey/month.ts';
import { blockersOf } from './blockers.ts';
import { judgeOf } from './judge.ts';
import { SEVERITIES, type Finding } from './rule.ts';
import { REMARKS, RULES } from './rules.ts';

const remarksOn = judgeOf(REMARKS);

/**
 * What the rule book says about these candidates for a workload, blockers first. Candidates of which a rule says the
 * same stand in one finding. Rules hold what AWS documents, under every edition; only the size of a KB is the edition's.
 */
export function inspect(month: Month, candidates: readonly Candidate[]): readonly Finding[] {
  const found: Finding[] = [];
  for (const candidate of candidates) {
    for (const finding of [...blockersOf(month, candidate), ...remarksOn(month, candidate)]) {
      const { rule, because, remedy } = finding;
      const same = found.findIndex(
        (one) => one.rule === rule && one.because === because && one.remedy === remedy && samePath(one, finding),
      );
      const earlier = found[same];
      if (earlier) found[same] = { ...earlier, candidates: [...earlier.candidates, candidate.id] };
      else found.push(finding);
    }
  }
  return found.length < 2 ? found : found.toSorted(byWeight);
}

function samePath(a: Finding, b: Finding): boolean {
  return a.path.length === b.path.length && a.path.every((key, index) => key === b.path[index]);
}

function byWeight(a: Finding, b: Finding): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || RULES.indexOf(a.rule) - RULES.indexOf(b.rule);
}
