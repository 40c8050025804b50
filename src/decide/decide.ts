import type { Workload } from '../workload/schema.ts';
import { ARTICLE_TREE, TREE, type Node } from './tree.ts';
import { walk, type Decision } from './walk.ts';

/** Which API type fits the requests of a workload, or its connections if it has no requests; and what is still open. */
export function decide(workload: Workload, edition: 'aws' | 'article'): Decision {
  return walk(treeOf(edition), workload);
}

export function treeOf(edition: 'aws' | 'article'): Node {
  return edition === 'article' ? ARTICLE_TREE : TREE;
}
