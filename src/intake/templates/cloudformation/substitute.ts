import { compose, unknown } from '../build-value.ts';
import { textOf } from '../lookup.ts';
import type { Place, Value } from '../value.ts';
import { TOO_MUCH, VALUE, type Budget } from './budget.ts';
import type { Call } from './scope.ts';

/** `Fn::Sub`: a text with `${Name}`, `${Resource.Attribute}` and `${!literal}`, with names of its own beside it or not. */
export function substitute({ argument, at, scope, resolve }: Call): Value {
  const [pattern, names] = argument.kind === 'list' ? argument.items : [argument];
  if (pattern?.kind !== 'text') return unknown(at, 'the text of Fn::Sub is not known');
  const own = new Map<string, Value | null>();
  if (names?.kind === 'section') for (const [name, entry] of names.entries) own.set(name, resolve(entry.value));
  const meaning = (name: string): Value | null => {
    const given = own.get(name);
    if (given !== undefined) return given;
    const dot = name.indexOf('.');
    const attribute = dot < 0 ? null : scope.attribute(name.slice(0, dot), name.slice(dot + 1), at);
    return attribute ?? scope.named(name, at);
  };
  const parts: (string | Value)[] = [];
  let done = 0;
  for (const match of pattern.text.matchAll(/\$\{([^{}]*)\}/g)) {
    parts.push(pattern.text.slice(done, match.index));
    done = match.index + match[0].length;
    const name = match[1]?.trim() ?? '';
    parts.push(name.startsWith('!') ? `\${${name.slice(1)}}` : (meaning(name) ?? ''));
  }
  parts.push(pattern.text.slice(done));
  return composed(
    parts.filter((part) => part !== ''),
    at,
    scope.budget,
    pattern.begins ?? (pattern.at.line === at.line ? undefined : (pattern.at.line ?? undefined)),
  );
}

/** Text of parts, as long as it does not become too long. */
export function composed(parts: readonly (string | Value)[], at: Place, budget: Budget, begins?: number): Value {
  const length = parts.reduce((sum, part) => sum + lengthOf(part), 0);
  if (length > LONGEST || !budget.spend(length)) return unknown(at, TOO_MUCH);
  return compose(parts, at, begins);
}

const LONGEST = 1_000_000;

function lengthOf(part: string | Value): number {
  if (typeof part === 'string') return part.length;
  return part.kind === 'composed' ? part.parts.reduce((sum, inner) => sum + lengthOf(inner), 0) : VALUE + (textOf(part)?.length ?? 0);
}
