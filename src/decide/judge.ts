import type { Candidate } from '../candidates/candidate.ts';
import type { Month } from '../journey/month.ts';
import { FRONT_DOOR_IDS, type FrontDoor } from '../workload/front-doors.ts';
import type { Finding, Rule } from './rule.ts';
import { subjectsOf, type Subject } from './subject.ts';

/** What some rules find about a candidate of a month. Each candidate is judged once. */
export type Judge = (month: Month, candidate: Candidate) => readonly Finding[];

export function judgeOf(rules: readonly Rule[]): Judge {
  // By front door, so that nothing is asked in vain.
  const of = (frontDoor: FrontDoor) => rules.filter((rule) => rule.frontDoors.includes(frontDoor));
  const byFrontDoor = new Map(FRONT_DOOR_IDS.map((frontDoor) => [frontDoor, of(frontDoor)]));
  const judged = new WeakMap<Month, Map<Candidate, readonly Finding[]>>();
  return (month, candidate) => {
    const ofMonth = judged.get(month) ?? new Map<Candidate, readonly Finding[]>();
    judged.set(month, ofMonth);
    const found = ofMonth.get(candidate) ?? findingsAbout(subjectOf(month, candidate), byFrontDoor.get(candidate.frontDoor) ?? []);
    ofMonth.set(candidate, found);
    return found;
  };
}

/** All judges look at the same. */
const SUBJECTS = new WeakMap<Month, ReturnType<typeof subjectsOf>>();

function subjectOf(month: Month, candidate: Candidate): Subject {
  const known = SUBJECTS.get(month) ?? subjectsOf(month);
  SUBJECTS.set(month, known);
  return known(candidate);
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
