import { unknown } from '../../build-value.ts';
import type { Unknown, Value } from '../../value.ts';
import type { Block, Expression } from '../hcl/syntax.ts';
import { kept } from './marks.ts';
import type { Module, Scope } from './world.ts';

const outside = (module: Module): Scope => ({ module, names: new Map() });

/** What a variable is: what the module is called with, or what a file of values says, or its default. */
export function given(module: Module, name: string, block: Block): Value | null {
  const { call, world } = module;
  const otherwise = block.body.attributes.get('default');
  const argument = call === null ? null : call.body.attributes.get(name);
  const called = argument === null || argument === undefined ? undefined : argument;
  const value = call === null ? world.given.get(name) : called && world.evaluate(called.value, call.scope);
  const isNullable = block.body.attributes.get('nullable')?.words !== 'false';
  if (value !== undefined && (value !== null || isNullable)) return withDefaults(value, block, module);
  if (otherwise !== undefined) return withDefaults(world.evaluate(otherwise.value, outside(module)), block, module);
  return noDefault(name, block);
}

const noDefault = (name: string, { at }: Block): Unknown =>
  unknown(at, `variable ${name} has no default`, `its value in a file terraform.tfvars`);

/** `optional(type, default)` in the type of a variable gives what an object leaves out. */
function withDefaults(value: Value | null, block: Block, module: Module): Value | null {
  const type = block.body.attributes.get('type')?.value;
  return type === undefined || value === null ? value : completed(value, type, module);
}

function completed(value: Value, type: Expression, module: Module): Value {
  if (type.kind !== 'call') return value;
  const [inner] = type.given;
  if (inner === undefined) return value;
  if (type.name === 'optional') return completed(value, inner, module);
  if (type.name === 'object' && inner.kind === 'object' && value.kind === 'section') {
    const entries = new Map(value.entries);
    for (const { key, value: of } of inner.entries) {
      if (key.kind !== 'literal') continue;
      const before = entries.get(key.text);
      if (before !== undefined) entries.set(key.text, { ...before, value: completed(before.value, of, module) });
      else if (of.kind === 'call' && of.name === 'optional') {
        const [, otherwise] = of.given;
        const stated = otherwise === undefined ? null : module.world.evaluate(otherwise, outside(module));
        const made = stated === null || of.given[0] === undefined ? stated : completed(stated, of.given[0], module);
        entries.set(key.text, { key: otherwise?.at ?? key.at, value: kept(made, key.at) });
      }
    }
    return { ...value, entries };
  }
  if (['list', 'set'].includes(type.name) && value.kind === 'list')
    return { ...value, items: value.items.map((item) => completed(item, inner, module)) };
  if (type.name === 'map' && value.kind === 'section') {
    const entries = [...value.entries].map(([name, entry]) => [name, { ...entry, value: completed(entry.value, inner, module) }] as const);
    return { ...value, entries: new Map(entries) };
  }
  return value;
}
