import type { Question } from '../../decide/question.ts';
import type { Topic } from '../../decide/topics.ts';
import type { Leaf } from '../../decide/tree.ts';
import type { Said } from '../../workload/draft.ts';
import type { FeatureId } from '../../workload/features.ts';
import type { Field } from './fields.ts';

/** What a person answered to one question of the tree, to one field, or about the kind of one section. */
export type Answer =
  | { readonly type: 'yes' | 'no' | 'unknown' | 'none' }
  | { readonly type: 'features'; readonly features: readonly FeatureId[] }
  | { readonly type: 'kind'; readonly kind: string }
  /** `isExample`: taken by Enter alone, so that nobody stated it. */
  | { readonly type: 'value'; readonly text: string; readonly isExample: boolean };

/** Answers by the id of a question, the dotted path of a field, or the name of a section that has kinds. */
export type Answers = Readonly<Record<string, Answer>>;

/** What was replied to one prompt: an answer to everything that it asked, or that all which is left stays open. */
export type Reply = Answers | 'skip';

/** Where the wizard stands: plain data, so that going back is dropping the last reply. */
export interface State {
  readonly edition: 'aws' | 'article';
  /** What the file says that the wizard began from; nothing for a new one. */
  readonly base: Said;
  /** Dotted paths of the values in it that are marked as examples: they are asked for. */
  readonly examples: readonly string[];
  /** Answers that the command line gave; no step back undoes them. */
  readonly fixed: Answers;
  readonly given: readonly Reply[];
  /** What was answered before going back: offered again. */
  readonly earlier: Answers;
}

/** A question of the tree that is open, with where each answer leads. */
export interface Open {
  readonly question: Question;
  readonly yes: readonly Leaf[];
  readonly no: readonly Leaf[];
}

/** The next thing to ask, in one prompt. */
export type Step =
  | { readonly type: 'question'; readonly open: Open }
  | { readonly type: 'topic'; readonly topic: Topic; readonly open: readonly Open[] }
  /** After a yes to questions that stand for several features: which of them. */
  | { readonly type: 'which'; readonly of: readonly { readonly question: Question; readonly features: readonly FeatureId[] }[] }
  | { readonly type: 'kind'; readonly section: string; readonly kinds: readonly string[] }
  /** Fields that are asked for together; those of them that are not stated. */
  | { readonly type: 'fields'; readonly field: Field; readonly paths: readonly (readonly string[])[] };

/** What a step asks for, as answers name it. */
export function itemsOf(step: Step): readonly string[] {
  switch (step.type) {
    case 'question':
      return [step.open.question.id];
    case 'topic':
      return step.open.map(({ question }) => question.id);
    case 'which':
      return step.of.map(({ question }) => question.id);
    case 'kind':
      return [step.section];
    case 'fields':
      return step.paths.map((path) => path.join('.'));
  }
}
