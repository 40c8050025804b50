import type { FeatureId } from '../workload/features.ts';
import type { Workload } from '../workload/schema.ts';

export type Answer = 'yes' | 'no' | 'unknown';

/** Where an answer came from: a field that says it, something it follows from, or nothing. */
export interface Reply {
  readonly answer: Answer;
  readonly origin: 'stated' | 'derived' | 'not-said';
  /** The field, or what it follows from. */
  readonly from: string;
}

/** A node of the decision tree. */
export interface Question {
  readonly id: string;
  /** In plain words, answerable by yes, no or I don't know. */
  readonly ask: string;
  /** Why a yes leads where it leads. */
  readonly because: string;
  /** The features that a yes stands for; `needs` is where they are stated. */
  readonly features: readonly FeatureId[];
  /** Fields besides the `needs` of its features that answer it, each with what it says. */
  readonly derivedFrom: readonly (readonly [field: string, says: string])[];
  readonly sources: readonly string[];
  answer(workload: Workload): Reply;
}

/** What else in a workload answers a question, before `needs` is asked: the fields as one reads them, and how. */
interface Derivation extends Pick<Question, 'derivedFrom'> {
  readonly derive: (workload: Workload) => Reply | null;
}

type Definition = Omit<Question, 'answer' | 'derivedFrom'> & (Derivation | { readonly derivedFrom?: never; readonly derive?: never });

/** A question that `needs` answers: yes if any of its features is needed, no if none is. */
export function defineQuestion({ derive, derivedFrom = [], ...question }: Definition): Question {
  return { ...question, derivedFrom, answer: (workload) => derive?.(workload) ?? fromNeeds(question.features, workload.needs ?? {}) };
}

function fromNeeds(features: readonly FeatureId[], needs: Partial<Record<FeatureId, boolean | undefined>>): Reply {
  const needed = features.find((feature) => needs[feature] === true);
  if (needed) return { answer: 'yes', origin: 'stated', from: `needs.${needed}` };
  if (features.every((feature) => needs[feature] === false)) return { answer: 'no', origin: 'stated', from: `needs.${features[0]}` };
  return { answer: 'unknown', origin: 'not-said', from: features.map((feature) => `needs.${feature}`).join(', ') };
}

/** What follows from a field of the workload other than `needs`. */
export function derived(answer: Answer, from: string): Reply {
  return { answer, origin: 'derived', from };
}
