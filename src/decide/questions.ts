import type { Question } from './question.ts';
import { ARTICLE_TREE, TREE, type Node } from './tree.ts';

/** Every question of both trees, each once, in the order of asking. */
export const QUESTIONS: readonly Question[] = [...new Set([...questionsOf(TREE), ...questionsOf(ARTICLE_TREE)])];

function questionsOf(node: Node): readonly Question[] {
  return typeof node === 'string' ? [] : [node.question, ...questionsOf(node.yes), ...questionsOf(node.no)];
}
