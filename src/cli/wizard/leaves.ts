import type { Leaf } from '../../decide/tree.ts';

const TYPES: Readonly<Record<Leaf, readonly [article: string, name: string]>> = {
  rest: ['a', 'REST API'],
  http: ['an', 'HTTP API'],
  websocket: ['a', 'WebSocket API'],
};

export const nameOf = (leaf: Leaf): string => TYPES[leaf][1];
export const leavesInWords = (leaves: readonly Leaf[]): string => leaves.map((leaf) => TYPES[leaf].join(' ')).join(' or ');

/** What a list of what is still possible begins with. */
export const lead = (count: number) => (count === 1 ? 'It will be:' : 'Still possible:');
