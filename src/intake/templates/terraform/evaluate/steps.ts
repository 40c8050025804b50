import { text, unknown } from '../../build-value.ts';
import { numberOf, textOf } from '../../lookup.ts';
import type { Place, Unknown, Value } from '../../value.ts';
import type { Step } from '../hcl/syntax.ts';
import { failure, taken } from './marks.ts';
import type { Scope } from './world.ts';

/** What steps lead to from a value. */
export function followed(value: Value | null, steps: readonly Step[], scope: Scope, at: Place): Value | null {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (value === null) return failure(at, `null has no ${step.kind === 'attribute' ? step.name : 'items'}`);
  if (value.kind === 'unknown') return value;
  if (value.kind === 'either') {
    const branches = value.branches.map((branch) => branch && followed(branch, steps, scope, at));
    return { kind: 'either', at, condition: value.condition, branches };
  }
  if (step.kind === 'splat') {
    // What is no list is taken for a list of itself.
    const items = value.kind === 'list' ? value.items : [value];
    const each = items.map((item) => followed(taken(item), [...step.steps], scope, at));
    return followed({ kind: 'list', at, items: each.filter((one) => one !== null) }, rest, scope, at);
  }
  const key = step.kind === 'attribute' ? text(step.name, at) : scope.module.world.evaluate(step.index, scope);
  return followed(entered(value, key, scope, at), rest, scope, at);
}

function entered(value: Exclude<Value, Unknown>, key: Value | null, scope: Scope, at: Place): Value | null {
  const name = textOf(key);
  if (name === null) {
    if (key?.kind === 'either') return { ...key, at, branches: key.branches.map((branch) => entered(value, branch, scope, at)) };
    return key?.kind === 'unknown' ? key : failure(at, 'the index is not known');
  }
  switch (value.kind) {
    case 'section': {
      const entry = value.entries.get(name);
      return entry === undefined ? failure(at, `there is no ${name}`) : taken(entry.value);
    }
    case 'list': {
      const index = numberOf(key);
      const item = index === null ? undefined : value.items[index];
      return item === undefined ? failure(at, `there is no item ${name}`) : taken(item);
    }
    case 'link': {
      const { world } = scope.module;
      const target = value.attribute === null ? world.targets.get(value.target) : undefined;
      if (target !== undefined) return world.attributeOf(target, name, at);
      return { kind: 'link', at, target: value.target, attribute: value.attribute === null ? name : `${value.attribute}.${name}` };
    }
    case 'composed':
      return unknown(at, 'it is known only after deployment');
    default:
      return failure(at, `a text has no ${name}`);
  }
}

/** Keys and values of what a loop goes over; the value itself where that is not known. */
export function pairsOf(value: Value | null, at: Place): readonly (readonly [Value, Value | null])[] | Unknown {
  if (value === null) return failure(at, 'null has no items');
  if (value.kind === 'list') return value.items.map((item, index) => [text(String(index), item.at), taken(item)]);
  if (value.kind === 'section') return [...value.entries].map(([name, entry]) => [text(name, entry.key), taken(entry.value)]);
  if (value.kind === 'unknown') return value;
  return unknown(at, value.kind === 'either' ? `it depends on ${value.condition}` : 'it is known only after deployment');
}
