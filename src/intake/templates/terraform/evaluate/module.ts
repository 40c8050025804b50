import { unknown } from '../../build-value.ts';
import type { Place, Value } from '../../value.ts';
import { used } from './marks.ts';
import { given } from './variables.ts';
import type { Module, Scope, World } from './world.ts';

export function moduleOf(
  world: World,
  declared: Module['declared'],
  prefix: string,
  call: Module['call'],
  conditions: readonly string[],
): Module {
  return { world, declared, prefix, call, conditions, known: new Map(), made: new Map(), children: new Map() };
}

export const scopeOf = (module: Module, names: Scope['names'] = new Map()): Scope => ({ module, names });

/** Works something out once, and says so where it needs itself. */
function once(module: Module, name: string, at: Place, work: () => Value | null): Value | null {
  const { known } = module;
  if (known.has(name)) {
    const found = known.get(name);
    return found === undefined ? unknown(at, `${name} refers to itself`) : found;
  }
  known.set(name, undefined);
  const value = work();
  known.set(name, value);
  return value;
}

export function localOf(module: Module, name: string, at: Place): Value | null {
  const local = module.declared.locals.get(name);
  if (local === undefined) return unknown(at, `local.${name} is not declared in what is read`);
  const value = once(module, `local.${name}`, at, () => module.world.evaluate(local.value, scopeOf(module)));
  return used(value, at, `local.${name}`);
}

export function variableOf(module: Module, name: string, at: Place): Value | null {
  const block = module.declared.variables.get(name);
  if (block === undefined) return unknown(at, `var.${name} is not declared in what is read`);
  return used(
    once(module, `var.${name}`, at, () => given(module, name, block)),
    at,
    `var.${name}`,
  );
}

export function outputOf(module: Module, name: string, at: Place): Value | null {
  const block = module.declared.outputs.get(name);
  const value = block?.body.attributes.get('value');
  if (value === undefined) return unknown(at, `${module.prefix}${name} is not an output of the module`);
  return used(
    once(module, `output.${name}`, at, () => module.world.evaluate(value.value, scopeOf(module))),
    at,
    `${module.prefix}${name}`,
  );
}
