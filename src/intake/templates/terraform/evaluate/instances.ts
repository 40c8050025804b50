import { text, unknown } from '../../build-value.ts';
import { numberOf } from '../../lookup.ts';
import type { Place, Unknown, Value } from '../../value.ts';
import type { Body } from '../hcl/syntax.ts';
import { pairsOf } from './steps.ts';
import type { Made, Scope } from './world.ts';

/** What is more than this is not told one by one. */
const MOST = 1_000;

/** What a block makes: one, or as many as `count` and `for_each` say. */
export function instanced(body: Body, scope: Scope): readonly Made[] {
  const [count, each] = [body.attributes.get('count'), body.attributes.get('for_each')];
  const { world } = scope.module;
  if (count !== undefined) return counted(world.evaluate(count.value, scope), count.words, count.at, scope);
  if (each !== undefined) return eachOf(world.evaluate(each.value, scope), each.words, each.at, scope);
  return [{ by: null, suffix: '', index: null, names: scope.names, conditions: [], unsure: null }];
}

function counted(count: Value | null, words: string, at: Place, scope: Scope): readonly Made[] {
  if (count?.kind === 'either') return branched(count.condition, count.branches, (branch) => counted(branch, words, at, scope));
  const number = numberOf(count);
  if (number === null || number > MOST) {
    const because =
      count?.kind === 'unknown' ? count : unknown(at, number === null ? 'how many there are is not known' : `there are ${number} of them`);
    return [stands(scope, 'count', because, number === null ? [`${words} > 0`] : [])];
  }
  return Array.from({ length: Math.max(0, number) }, (_, index) => {
    const value = text(String(index), at);
    return one(scope, `[${index}]`, value, 'count', [['index', value]]);
  });
}

function eachOf(each: Value | null, words: string, at: Place, scope: Scope): readonly Made[] {
  if (each?.kind === 'either') return branched(each.condition, each.branches, (branch) => eachOf(branch, words, at, scope));
  const pairs = pairsOf(each, at);
  if ('kind' in pairs) return [stands(scope, 'each', pairs, [`length(${words}) > 0`])];
  if (pairs.length > MOST) return [stands(scope, 'each', unknown(at, `there are ${pairs.length} of them`), [])];
  const isSet = each?.kind === 'list';
  return pairs.map(([key, value], index) => {
    const name = isSet ? value : key;
    const shown = name?.kind === 'text' ? JSON.stringify(name.text) : `"?${index}"`;
    return one(scope, `[${shown}]`, name, 'each', [
      ['key', name],
      ['value', value],
    ]);
  });
}

function one(
  scope: Scope,
  suffix: string,
  index: Value | null,
  by: 'count' | 'each',
  inside: readonly (readonly [string, Value | null])[],
): Made {
  const at = index?.at ?? { file: '', line: null, column: null };
  const entries = inside.flatMap(([key, value]) => (value === null ? [] : [[key, { key: value.at, value }] as const]));
  const names = new Map([...scope.names, [by, { kind: 'section', at, entries: new Map(entries) } as const]]);
  return { by, suffix, index, names, conditions: [], unsure: null };
}

/** One in place of all, where it is not known which there are. */
function stands(scope: Scope, by: 'count' | 'each', unsure: Unknown, conditions: readonly string[]): Made {
  return { by, suffix: '["?"]', index: unsure, names: new Map([...scope.names, [by, unsure]]), conditions, unsure };
}

/** What each branch of a condition makes; what all of them make has no condition. */
function branched(
  condition: string,
  branches: readonly (Value | null)[],
  make: (branch: Value | null) => readonly Made[],
): readonly Made[] {
  const sides = branches.map((branch) => new Map((branch === null ? [] : make(branch)).map((made) => [made.suffix, made])));
  const found = new Map<string, Made>();
  for (const [index, side] of sides.entries()) {
    for (const [suffix, made] of side) {
      const always = sides.every((other) => other.has(suffix));
      const under = index === 0 ? condition : `!(${condition})`;
      if (!found.has(suffix)) found.set(suffix, { ...made, conditions: always ? made.conditions : [under, ...made.conditions] });
    }
  }
  return [...found.values()];
}
