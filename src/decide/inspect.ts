import type { Candidate } from '../candidates/candidate.ts';
import type { Month } from '../journey/month.ts';
import { FRONT_DOOR_IDS, type FrontDoor } from '../workload/front-doors.ts';
import { SEVERITIES, type Finding, type Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { subjectsOf, type Subject } from './subject.ts';

/** The rules that judge each front door, so that nothing is asked in vain; blockers apart, which alone decide what can be picked. */
const BLOCKERS = byFrontDoor((rule) => rule.severity === 'blocker');
const OTHERS = byFrontDoor((rule) => rule.severity !== 'blocker');

function byFrontDoor(holds: (rule: Rule) => boolean): Readonly<Record<FrontDoor, readonly Rule[]>> {
  const of = (frontDoor: FrontDoor) => RULES.filter((rule) => holds(rule) && rule.frontDoors.includes(frontDoor));
  return Object.fromEntries(FRONT_DOOR_IDS.map((frontDoor) => [frontDoor, of(frontDoor)])) as unknown as ReturnType<typeof byFrontDoor>;
}

/**
 * What the rule book says about these candidates for a workload, blockers first. Candidates of which a rule says the
 * same stand in one finding. Rules hold what AWS documents, under every edition; only the size of a KB is the edition's.
 */
export function inspect(month: Month, candidates: readonly Candidate[]): readonly Finding[] {
  return inspectorOf(month).findings(candidates);
}

/** `inspect` of one month for whoever asks about which candidates: each is judged once, and only as far as somebody asks. */
export interface Inspector {
  findings(candidates: readonly Candidate[]): readonly Finding[];
  blockers(candidate: Candidate): readonly Finding[];
}

export function inspectorOf(month: Month): Inspector {
  const subjectOf = subjectsOf(month);
  const judging = (rules: typeof BLOCKERS) => {
    const judged = new Map<Candidate, readonly Finding[]>();
    return (candidate: Candidate): readonly Finding[] => {
      const known = judged.get(candidate) ?? findingsAbout(subjectOf(candidate), rules[candidate.frontDoor]);
      judged.set(candidate, known);
      return known;
    };
  };
  const blockers = judging(BLOCKERS);
  const others = judging(OTHERS);
  const findings = (candidates: readonly Candidate[]): readonly Finding[] => {
    const found: Finding[] = [];
    for (const candidate of candidates) {
      for (const finding of [...blockers(candidate), ...others(candidate)]) {
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
  return { findings, blockers };
}

function findingsAbout(subject: Subject, rules: readonly Rule[]): readonly Finding[] {
  const { id } = subject.candidate;
  return rules.flatMap((rule) =>
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
