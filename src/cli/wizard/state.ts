import type { Question } from '../../decide/question.ts';
import type { Leaf } from '../../decide/tree.ts';
import type { Said } from '../../workload/draft.ts';
import type { FeatureId } from '../../workload/features.ts';
import type { Field } from './fields.ts';

/** What a person replied to one step. `leave-open` is "I don't know" to this question of the tree and all that follow. */
export type Reply =
  | { readonly type: 'yes' | 'no' | 'unknown' | 'leave-open' | 'none' }
  | { readonly type: 'features'; readonly features: readonly FeatureId[] }
  | { readonly type: 'kind'; readonly kind: string }
  | { readonly type: 'value'; readonly text: string };

/** One reply, with the step that it answers. */
export interface Given {
  readonly step: string;
  readonly reply: Reply;
}

/** Where the wizard stands: plain data, so that going back is dropping the last reply. */
export interface State {
  readonly edition: 'aws' | 'article';
  /** What the file says that the wizard began from; nothing for a new one. */
  readonly base: Said;
  /** Replies that the command line gave; no step back undoes them. */
  readonly fixed: readonly Given[];
  readonly given: readonly Given[];
  /** What was replied before going back, by step: offered again. */
  readonly earlier: Readonly<Record<string, Reply>>;
}

/** The next thing to ask. */
export type Step =
  | {
      readonly type: 'question';
      readonly id: string;
      readonly question: Question;
      readonly yes: readonly Leaf[];
      readonly no: readonly Leaf[];
      /** Open questions besides this one. */
      readonly others: number;
    }
  | { readonly type: 'which'; readonly id: string; readonly question: Question; readonly features: readonly FeatureId[] }
  | { readonly type: 'kind'; readonly id: string; readonly section: string; readonly kinds: readonly string[] }
  | { readonly type: 'field'; readonly id: string; readonly field: Field };
