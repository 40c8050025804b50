import type { FeatureId } from '../workload/features.ts';
import { dotted } from '../workload/mistakes.ts';
import { requirementsOf } from '../workload/requirements.ts';
import { askedBy } from '../workload/requires.ts';
import type { Workload } from '../workload/schema.ts';
import { lostBy } from './lost.ts';
import type { Topic } from './topics.ts';

export type Answer = 'yes' | 'no' | 'unknown';

/** Where an answer came from: a field that says it, something it follows from, or nothing. */
export interface Reply {
  readonly answer: Answer;
  readonly origin: 'stated' | 'derived' | 'not-stated';
  /** The field, or what it follows from. */
  readonly from: string;
}

/** A node of the decision tree. */
export interface Question {
  readonly id: string;
  /** Asked together with others of this topic; alone where it has none. */
  readonly topic?: Topic;
  /** In plain words, answerable by yes, no or I don't know. */
  readonly ask: string;
  /** Why a yes leads where it leads. */
  readonly because: string;
  /** The features that a yes stands for; `needs` is where they are stated. */
  readonly features: readonly FeatureId[];
  /** Fields besides the `needs` of its features that answer it, each with what it says; what wins comes first. */
  readonly derivedFrom: readonly (readonly [field: string, says: string])[];
  readonly sources: readonly string[];
  answer(workload: Workload): Reply;
}

interface Definition extends Omit<Question, 'answer' | 'derivedFrom'> {
  /** Another section that supplies what the features stand for, so that the question falls away. */
  readonly supplied?: Supplied;
  /** What else answers it before requirements do: the fields as one reads them, and how. */
  readonly derivedFrom?: Question['derivedFrom'];
  readonly derive?: (workload: Workload) => Reply | null;
}

interface Supplied {
  readonly by: 'edge';
  /** How, as it follows on the name of the section: `whose distribution …`. */
  readonly how: string;
}

/** A question that requirements answer: yes if any of its features is required, no if `needs` says no to all of them. */
export function defineQuestion({ derive, derivedFrom = [], supplied, ...question }: Definition): Question {
  const { features } = question;
  const gone = supplied === undefined ? [] : ([[supplied.by, 'no']] as const);
  return {
    ...question,
    get derivedFrom() {
      return [...derivedFrom, ...gone, ...askedBy(features).map(([field, says]) => [field, `yes, ${says}`] as const)];
    },
    answer: (workload) => derive?.(workload) ?? fromRequirements(features, workload, supplied),
  };
}

function fromRequirements(features: readonly FeatureId[], workload: Workload, supplied: Supplied | undefined): Reply {
  const required = requirementsOf(workload);
  const all = features.flatMap((feature) => required.of(feature) ?? []);
  // A yes leads to a REST API, unless it lacks just that for another need.
  const needed = all.find(({ feature }) => lostBy('rest', feature, workload) === undefined);
  const refused = all.length === 0 && features.every((feature) => required.refuses(feature));
  if (refused) return { answer: 'no', origin: 'stated', from: `needs.${features[0]}` };
  if (supplied && workload[supplied.by] !== undefined) return derived('no', `${supplied.by}, ${supplied.how}`);
  if (needed) return { answer: 'yes', origin: needed.origin, from: dotted(needed.path) };
  const [lost] = all;
  if (lost) return { answer: 'no', origin: lost.origin, from: `${dotted(lost.path)}, but ${lostBy('rest', lost.feature, workload)?.says}` };
  return { answer: 'unknown', origin: 'not-stated', from: features.map((feature) => `needs.${feature}`).join(', ') };
}

/** What follows from a field of the workload other than `needs`. */
export function derived(answer: Answer, from: string): Reply {
  return { answer, origin: 'derived', from };
}
