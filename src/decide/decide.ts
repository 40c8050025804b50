import type { Workload } from '../workload/schema.ts';
import { ARTICLE_TREE, TREE } from './tree.ts';
import { walk, type Decision } from './walk.ts';

/** Which API type fits the requests of a workload, or its connections if it has no requests; and what is still open. */
export function decide(workload: Workload, edition: 'aws' | 'article'): Decision {
  return walk(edition === 'article' ? ARTICLE_TREE : TREE, workload);
}
