import type { Workload } from '../workload/schema.ts';
import type { Answer, Question } from './question.ts';
import { treeOf } from './decide.ts';
import type { Leaf } from './tree.ts';
import { walk, type Decision } from './walk.ts';

/** One answer which, given otherwise, would lead elsewhere. */
export interface Flip {
  readonly question: Question;
  /** What was said; an open question is taken for a no until it is answered. */
  readonly given: Answer;
  /** The answer that is not the one given. */
  readonly answer: 'yes' | 'no';
  readonly leaf: Leaf;
}

/** Every answer on the way whose opposite alone would end at another API type than the decision does. */
export function flips(workload: Workload, edition: 'aws' | 'article', decision: Decision): readonly Flip[] {
  return decision.steps.flatMap(({ question, reply }): Flip[] => {
    const answer = reply.answer === 'yes' ? 'no' : 'yes';
    const other = walk(treeOf(edition), workload, new Map([[question.id, answer]]));
    // Connections that are stated have their WebSocket API already, beside whatever answers the requests.
    const already = other.otherwise === 'websocket' && workload.realtime !== undefined;
    return already || other.otherwise === decision.otherwise ? [] : [{ question, given: reply.answer, answer, leaf: other.otherwise }];
  });
}
