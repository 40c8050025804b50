import type { Question } from '../../decide/question.ts';
import { ARTICLE_TREE, TREE, type Node } from '../../decide/tree.ts';
import type { Page } from '../../documents/explain/schema.ts';
import { FEATURES } from '../../workload/features.ts';

export function questionPage({ id, ask, because, features, derivedFrom, sources }: Question): Page {
  const trees = (['aws', 'article'] as const).flatMap((edition) => {
    const nodes = nodesOf(edition === 'aws' ? TREE : ARTICLE_TREE);
    const node = nodes.find((one) => one.question.id === id);
    return node ? [{ edition, position: nodes.indexOf(node) + 1, of: nodes.length, yes: end(node.yes), no: end(node.no) }] : [];
  });
  return {
    kind: 'question',
    id,
    title: ask,
    because,
    features: features.map((feature) => ({ id: feature, title: FEATURES[feature].name })),
    derivedFrom: derivedFrom.map(([field, says]) => ({ field, says })),
    trees,
    sources: [...sources],
  };
}

type Asked = Exclude<Node, string>;

function nodesOf(node: Node): readonly Asked[] {
  return typeof node === 'string' ? [] : [node, ...nodesOf(node.yes), ...nodesOf(node.no)];
}

function end(node: Node): string {
  return typeof node === 'string' ? node : node.question.id;
}
