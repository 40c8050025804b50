import type { Entry, Section, Value } from '../../value.ts';
import type { Block, Body } from '../hcl/syntax.ts';
import { pairsOf } from './steps.ts';
import type { Scope } from './world.ts';

/** Every block of a name inside another, also those that a `dynamic` block makes. */
export function blocksOf(body: Body, name: string, scope: Scope): readonly Value[] {
  return body.blocks.flatMap((block): readonly Value[] => {
    if (block.type === name) return [sectionOf(block, scope)];
    return block.type === 'dynamic' && block.labels[0] === name ? madeOf(block, name, scope) : [];
  });
}

function sectionOf({ at, body }: Block, scope: Scope): Section {
  const entries = new Map<string, Entry>();
  for (const [name, attribute] of body.attributes) {
    const value = scope.module.world.evaluate(attribute.value, scope);
    if (value !== null) entries.set(name, { key: attribute.at, value });
  }
  for (const { type, labels } of body.blocks) {
    const name = type === 'dynamic' ? (labels[0] ?? '') : type;
    if (entries.has(name)) continue;
    const items = blocksOf(body, name, scope);
    const [first] = items;
    if (first !== undefined) entries.set(name, { key: first.at, value: { kind: 'list', at: first.at, items } });
  }
  return { kind: 'section', at, entries };
}

function madeOf(dynamic: Block, name: string, scope: Scope): readonly Value[] {
  const { attributes, blocks } = dynamic.body;
  const [each, content] = [attributes.get('for_each'), blocks.find(({ type }) => type === 'content')];
  if (each === undefined || content === undefined) return [];
  const iterator = attributes.get('iterator')?.words ?? name;
  const one = (key: Value, value: Value | null): Section => {
    const inside = [
      ['key', key],
      ['value', value],
    ] as const;
    const entries = new Map(inside.flatMap(([word, said]) => (said === null ? [] : [[word, { key: said.at, value: said }] as const])));
    const item: Section = { kind: 'section', at: key.at, entries };
    return { ...sectionOf(content, { ...scope, names: new Map([...scope.names, [iterator, item]]) }), at: dynamic.at };
  };
  const made = (over: Value | null): readonly Value[] => {
    if (over?.kind === 'either') {
      return over.branches.flatMap((branch, index) => {
        const blocksThen = branch === null ? [] : made(branch);
        const branchesOf = (block: Value) => over.branches.map((_, other) => (other === index ? block : null));
        return blocksThen.map((block) => ({
          kind: 'either' as const,
          at: dynamic.at,
          condition: over.condition,
          branches: branchesOf(block),
        }));
      });
    }
    const pairs = pairsOf(over, each.at);
    if (!('kind' in pairs)) return pairs.map(([key, value]) => one(over?.kind === 'list' ? (value ?? key) : key, value));
    // There may be such a block.
    return [{ kind: 'either', at: dynamic.at, condition: `length(${each.words}) > 0`, branches: [one(pairs, pairs), null] }];
  };
  return made(scope.module.world.evaluate(each.value, scope));
}
