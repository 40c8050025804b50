import { compose, unknown } from '../../build-value.ts';
import { truthOf } from '../../lookup.ts';
import type { Entry, Place, Value } from '../../value.ts';
import type { Expression, ForExpression, Part } from '../hcl/syntax.ts';
import { call } from './call.ts';
import { bounded, kept } from './marks.ts';
import { operated } from './operations.ts';
import { followed, pairsOf } from './steps.ts';
import type { Scope } from './world.ts';

/** What an expression comes to; null where it says that there is no value. */
export function evaluate(expression: Expression, scope: Scope): Value | null {
  const { left } = scope.module.world;
  left.steps -= 1;
  if (left.steps < 0) return unknown(expression.at, 'working out what stands there takes too long');
  if (left.depth <= 0) return unknown(expression.at, 'it is made of too many others in turn');
  left.depth -= 1;
  try {
    const value = bounded(valueOf(expression, scope));
    if (value?.kind === 'text') left.steps -= value.text.length >> 6;
    return value;
  } finally {
    left.depth += 1;
  }
}

function valueOf(expression: Expression, scope: Scope): Value | null {
  const { at } = expression;
  const inner = (one: Expression) => evaluate(one, scope);
  switch (expression.kind) {
    case 'literal':
      return { kind: 'text', text: expression.text, at };
    case 'null':
      return null;
    case 'unread':
      return unknown(at, expression.because);
    case 'template':
      return templated(expression.parts, scope, at, expression.begins);
    case 'list':
      return { kind: 'list', at, items: expression.items.map((item) => kept(inner(item), item.at)) };
    case 'object':
      return mapped(
        expression.entries.map(({ key, value }) => ({ at: key.at, key: inner(key), value: inner(value) })),
        at,
      );
    case 'for':
      return looped(expression, inner(expression.over), scope);
    case 'call':
      return call(expression, scope);
    case 'conditional':
      return chosen(
        inner(expression.condition),
        expression.words,
        () => inner(expression.yes),
        () => inner(expression.no),
        at,
      );
    case 'operation': {
      const one = expression.left === null ? null : inner(expression.left);
      return operated(expression.sign, one, inner(expression.right), at, expression.left === null);
    }
    case 'name':
    case 'access': {
      const [of, steps] = expression.kind === 'name' ? [expression, []] : [expression.of, expression.steps];
      if (of.kind !== 'name') return followed(inner(of), steps, scope, at);
      const { value, rest } = scope.names.has(of.name)
        ? { value: scope.names.get(of.name) ?? null, rest: steps }
        : scope.module.world.refer(of.name, steps, scope, at);
      return followed(value, rest, scope, at);
    }
  }
}

/** Either branch of a condition; both where it is not known. */
function chosen(condition: Value | null, words: string, yes: () => Value | null, no: () => Value | null, at: Place): Value | null {
  if (condition?.kind === 'either') {
    const branches = condition.branches.map((branch) => chosen(branch, words, yes, no, at));
    return { kind: 'either', at, condition: condition.condition, branches };
  }
  const answer = truthOf(condition);
  if (answer !== null) return answer ? yes() : no();
  return { kind: 'either', at, condition: words, branches: [yes(), no()] };
}

/** A text of parts, and what it is said by, if one of them is said elsewhere. */
function templated(parts: readonly Part[], scope: Scope, at: Place, begins?: number): Value {
  const values = partValues(parts, scope, at);
  const whole = compose(values, at, begins);
  const said = values.flatMap((part) => (typeof part === 'string' || part.said === undefined ? [] : [part.said]))[0];
  return said === undefined || whole.said !== undefined ? whole : { ...whole, said };
}

function partValues(parts: readonly Part[], scope: Scope, at: Place): readonly (string | Value)[] {
  return parts.flatMap((part): readonly (string | Value)[] => {
    if (typeof part === 'string') return [part];
    if (part.kind === 'value') return [evaluate(part.of, scope) ?? ''];
    if (part.kind === 'if') {
      const branch = (inner: readonly Part[]) => templated(inner, scope, at);
      return [
        chosen(
          evaluate(part.condition, scope),
          part.words,
          () => branch(part.yes),
          () => branch(part.no),
          at,
        ) ?? '',
      ];
    }
    const pairs = pairsOf(evaluate(part.over, scope), at);
    if ('kind' in pairs) return [pairs];
    return pairs.flatMap(([key, value]) => partValues(part.parts, within(scope, part.names, key, value), at));
  });
}

/** A scope in which a loop is at one of its items. */
function within(scope: Scope, names: readonly string[], key: Value, value: Value | null): Scope {
  const [first = '', second] = names;
  const more: readonly (readonly [string, Value | null])[] =
    second === undefined
      ? [[first, value]]
      : [
          [first, key],
          [second, value],
        ];
  return { ...scope, names: new Map([...scope.names, ...more]) };
}

interface Pair {
  readonly at: Place;
  readonly key: Value | null;
  readonly value: Value | null;
}

function mapped(pairs: readonly Pair[], at: Place): Value {
  const entries = new Map<string, Entry>();
  for (const { at: place, key, value } of pairs) {
    if (key?.kind !== 'text')
      return unknown(
        at,
        key?.kind === 'unknown' ? key.because : 'a key of this map is not known',
        key?.kind === 'unknown' ? key.give : null,
      );
    entries.set(key.text, { key: place, value: kept(value, place) });
  }
  return { kind: 'section', at, entries };
}

function looped(loop: ForExpression, over: Value | null, scope: Scope): Value {
  const { at, names, condition, key, value, groups } = loop;
  if (over?.kind === 'either') return { ...over, at, branches: over.branches.map((branch) => looped(loop, branch, scope)) };
  const pairs = pairsOf(over, at);
  if ('kind' in pairs) return pairs;
  const found: Pair[] = [];
  for (const [itemKey, item] of pairs) {
    const inner = within(scope, names, itemKey, item);
    const asked = condition === null ? true : truthOf(evaluate(condition.asked, inner));
    if (asked === false) continue;
    const made = evaluate(value, inner);
    const one =
      asked === true || condition === null ? made : ({ kind: 'either', at, condition: condition.words, branches: [made, null] } as const);
    found.push({ at: key?.at ?? item?.at ?? at, key: key === null ? itemKey : evaluate(key, inner), value: one });
  }
  if (key === null) return { kind: 'list', at, items: found.map((one) => kept(one.value, one.at)) };
  return mapped(groups ? grouped(found) : found, at);
}

function grouped(pairs: readonly Pair[]): readonly Pair[] {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const name = pair.key?.kind === 'text' ? pair.key.text : '';
    groups.set(name, [...(groups.get(name) ?? []), pair]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ ...first, value: { kind: 'list' as const, at: first.at, items: group.map((one) => kept(one.value, one.at)) } }];
  });
}
