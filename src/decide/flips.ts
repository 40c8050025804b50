import type { Workload } from '../workload/schema.ts';
import type { Question } from './question.ts';
import { treeOf } from './decide.ts';
import type { Leaf } from './tree.ts';
import { walk, type Decision } from './walk.ts';

/** One answer which, given otherwise, would lead elsewhere. */
export interface Flip {
  readonly question: Question;
  /** The answer that is not the one given. */
  readonly answer: 'yes' | 'no';
  readonly leaf: Leaf;
}

/** Every answer on the way whose opposite alone would end at another API type. */
export function flips(workload: Workload, edition: 'aws' | 'article', decision: Decision): readonly Flip[] {
  return decision.steps.flatMap(({ question, reply }): Flip[] => {
    if (reply.answer === 'unknown') return [];
    const answer = reply.answer === 'yes' ? 'no' : 'yes';
    const other = walk(treeOf(edition), workload, new Map([[question.id, answer]]));
    return other.otherwise === decision.otherwise ? [] : [{ question, answer, leaf: other.otherwise }];
  });
}
