import { unknownIn } from '../../lookup.ts';
import type { Place, Value } from '../../value.ts';
import { blocksOf } from './blocks.ts';
import { computed } from './computed.ts';
import { instanced } from './instances.ts';
import { used } from './marks.ts';
import { outputOf, scopeOf } from './module.ts';
import type { Instance, Module } from './world.ts';

/** All that one block of a resource or a data source makes. */
export function instancesOf(module: Module, name: string): readonly Instance[] {
  const { world, made: known, declared, prefix } = module;
  const before = known.get(name);
  if (before !== undefined) return before;
  known.set(name, []);
  const block = declared.resources.get(name);
  const [type = '', label = ''] = block?.labels ?? [];
  const isData = block?.type === 'data';
  const all = (block === undefined ? [] : instanced(block.body, scopeOf(module))).map((made): Instance => {
    const address = `${prefix}${isData ? 'data.' : ''}${type}.${label}${made.suffix}`;
    const key = `${world.folder}#${address}`;
    const conditions = [...new Set([...module.conditions, ...made.conditions])];
    return { key, address, type, isData, block: block as Instance['block'], scope: { module, names: made.names }, made, conditions };
  });
  for (const one of all) world.targets.set(one.key, one);
  world.left.steps -= all.length * 10;
  known.set(name, all);
  return all;
}

/** An attribute of what a link names: what its block says, or what AWS gives it. */
export function attributeOf(target: Instance | Module, name: string, at: Place): Value | null {
  if (!('block' in target)) return outputOf(target, name, at);
  const stated = statedOf(target, name);
  // Of what is not known it is still known whose it is.
  const isLost = stated !== undefined && ['unknown', 'composed', 'either'].includes(stated.kind) && unknownIn(stated) !== null;
  return stated === undefined || (isLost && !target.isData) ? computed(target, name, at) : used(stated, at, `${target.address}.${name}`);
}

/** What a block says of one thing; undefined where it says nothing, and null where it says null. */
function statedOf(instance: Instance, name: string): Value | undefined {
  const { block, scope } = instance;
  const { known, world } = scope.module;
  const attribute = block.body.attributes.get(name);
  const path = `${instance.address}.${name}`;
  const before = known.get(path);
  if (before !== undefined && before !== null) return before;
  if (known.has(path)) return undefined;
  known.set(path, undefined);
  const blocks = attribute === undefined ? blocksOf(block.body, name, scope) : [];
  const [first] = blocks;
  const value =
    attribute === undefined ? first && { kind: 'list' as const, at: first.at, items: blocks } : world.evaluate(attribute.value, scope);
  known.set(path, value ?? null);
  return value ?? undefined;
}
