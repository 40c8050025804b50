import type { Candidate } from '../candidates/candidate.ts';
import type { Month } from '../journey/month.ts';
import { FRONT_DOOR_IDS, type FrontDoor } from '../workload/front-doors.ts';
import { SEVERITIES, type Finding, type Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { subjectsOf } from './subject.ts';

/** The rules that judge each front door, the worst severity first, so that nothing is sorted or asked in vain. */
const BY_FRONT_DOOR = Object.fromEntries(
  FRONT_DOOR_IDS.map((frontDoor) => [frontDoor, RULES.filter((rule) => rule.frontDoors.includes(frontDoor))]),
) as unknown as Readonly<Record<FrontDoor, readonly Rule[]>>;

/**
 * What the rule book says about these candidates for a workload, blockers first. Candidates of which a rule says the
 * same stand in one finding. Rules hold what AWS documents, under every edition; only the size of a KB is the edition's.
 */
export function inspect(month: Month, candidates: readonly Candidate[]): readonly Finding[] {
  const subjectOf = subjectsOf(month);
  const found: Finding[] = [];
  for (const candidate of candidates) {
    const subject = subjectOf(candidate);
    for (const rule of BY_FRONT_DOOR[candidate.frontDoor]) {
      for (const observation of rule.inspect(subject)) {
        const { because, path, remedy = rule.remedy, sources = rule.sources } = observation;
        const finding = { rule, severity: rule.severity, candidates: [candidate.id], because, remedy, path, sources };
        const same = found.findIndex(
          (one) => one.rule === rule && one.because === because && one.remedy === remedy && samePath(one, finding),
        );
        const earlier = found[same];
        if (earlier) found[same] = { ...earlier, candidates: [...earlier.candidates, candidate.id] };
        else found.push(finding);
      }
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
