import type { Workload } from '../workload/schema.ts';
import type { Answer, Question, Reply } from './question.ts';
import type { Leaf, Node } from './tree.ts';

/** One question on the way, with its answer. */
export interface Step {
  readonly question: Question;
  readonly reply: Reply;
  /** Where the answer led: an end, the next question, or both ways. */
  readonly leadsTo: Leaf | 'on' | 'both ways';
}

/** The whole walk. */
export interface Decision {
  readonly steps: readonly Step[];
  /** API types that are still possible; one when the tree decides. */
  readonly leaves: readonly Leaf[];
  /** Where it ends if every open question is answered with no. */
  readonly otherwise: Leaf;
  /** Unanswered questions whose answer would change where it ends. */
  readonly open: readonly { readonly question: Question; readonly yes: readonly Leaf[]; readonly no: readonly Leaf[] }[];
}

/** Answers that stand in for those of the workload, by question. */
type Supposed = ReadonlyMap<string, Answer>;

/** Walks the tree; a question without an answer is walked both ways, and kept as open if the ways part. */
export function walk(node: Node, workload: Workload, supposed: Supposed = new Map()): Decision {
  if (typeof node === 'string') return { steps: [], leaves: [node], otherwise: node, open: [] };
  const { question } = node;
  const given = question.answer(workload);
  const instead = supposed.get(question.id);
  const reply: Reply = instead === undefined ? given : { ...given, answer: instead };
  if (reply.answer !== 'unknown') {
    const next = reply.answer === 'yes' ? node.yes : node.no;
    const rest = walk(next, workload, supposed);
    return { ...rest, steps: [{ question, reply, leadsTo: typeof next === 'string' ? next : 'on' }, ...rest.steps] };
  }
  const [yes, no] = [walk(node.yes, workload, supposed), walk(node.no, workload, supposed)];
  const leaves = [...new Set([...yes.leaves, ...no.leaves])];
  const parts = leaves.length > 1;
  return {
    steps: [{ question, reply, leadsTo: 'both ways' }, ...no.steps],
    leaves,
    otherwise: no.otherwise,
    open: [...(parts ? [{ question, yes: yes.leaves, no: no.leaves }] : []), ...no.open],
  };
}
