import type { Candidate } from '../candidates/candidate.ts';
import type { Month } from '../journey/month.ts';
import { FRONT_DOOR_IDS, type FrontDoor } from '../workload/front-doors.ts';
import { SEVERITIES, type Finding, type Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { subjectsOf, type Subject } from './subject.ts';

/** The rules that judge each front door, the worst severity first, so that nothing is sorted or asked in vain. */
const BY_FRONT_DOOR = Object.fromEntries(
  FRONT_DOOR_IDS.map((frontDoor) => [frontDoor, RULES.filter((rule) => rule.frontDoors.includes(frontDoor))]),
) as unknown as Readonly<Record<FrontDoor, readonly Rule[]>>;

/**
 * What the rule book says about these candidates for a workload, blockers first. Candidates of which a rule says the
 * same stand in one finding. Rules hold what AWS documents, under every edition; only the size of a KB is the edition's.
 */
export function inspect(month: Month, candidates: readonly Candidate[]): readonly Finding[] {
  return inspectorOf(month)(candidates);
}

/** `inspect` of one month for whoever asks about which candidates: each is judged once, and only if somebody asks. */
export function inspectorOf(month: Month): (candidates: readonly Candidate[]) => readonly Finding[] {
  const subjectOf = subjectsOf(month);
  const judged = new Map<Candidate, readonly Finding[]>();
  const findingsOf = (candidate: Candidate): readonly Finding[] => {
    const known = judged.get(candidate) ?? findingsAbout(subjectOf(candidate));
    judged.set(candidate, known);
    return known;
  };
  return (candidates) => {
    const found: Finding[] = [];
    for (const candidate of candidates) {
      for (const finding of findingsOf(candidate)) {
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
  };
}

function findingsAbout(subject: Subject): readonly Finding[] {
  const { id, frontDoor } = subject.candidate;
  return BY_FRONT_DOOR[frontDoor].flatMap((rule) =>
    rule.inspect(subject).map(({ because, path, remedy = rule.remedy, sources = rule.sources }): Finding => ({
      rule,
      severity: rule.severity,
      candidates: [id],
      because,
      remedy,
      path,
      sources,
    })),
  );
}

function samePath(a: Finding, b: Finding): boolean {
  return a.path.length === b.path.length && a.path.every((key, index) => key === b.path[index]);
}

function byWeight(a: Finding, b: Finding): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || RULES.indexOf(a.rule) - RULES.indexOf(b.rule);
}
