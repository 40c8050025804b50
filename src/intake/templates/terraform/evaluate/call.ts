import { unknown } from '../../build-value.ts';
import type { Either, Place, Value } from '../../value.ts';
import type { Expression } from '../hcl/syntax.ts';
import { COLLECTIONS } from './functions/collections.ts';
import { FILES } from './functions/files.ts';
import { TEXTS } from './functions/texts.ts';
import { isFailure, taken } from './marks.ts';
import { truth } from './operations.ts';
import type { Scope } from './world.ts';

/** A function of Terraform: what it gives for what it is given. */
export type Function = (given: readonly (Value | null)[], at: Place, scope: Scope) => Value | null;

const FUNCTIONS: ReadonlyMap<string, Function> = new Map(Object.entries({ ...COLLECTIONS, ...TEXTS, ...FILES }));

/** What a call comes to; unknown, by its name, where the function is none of these. */
export function call(expression: Extract<Expression, { kind: 'call' }>, scope: Scope): Value | null {
  const { name, at, given: written, isSpread } = expression;
  const { world } = scope.module;
  if (name === 'try' || name === 'can') {
    for (const one of written) {
      const value = world.evaluate(one, scope);
      if (!isFailure(value)) return name === 'try' ? value : truth(true, at);
    }
    return name === 'can' ? truth(false, at) : unknown(at, 'nothing that try is given has a value');
  }
  const known = FUNCTIONS.get(name);
  if (known === undefined) return unknown(at, `the function ${name} is not worked out`);
  const values = written.map((one) => world.evaluate(one, scope));
  const last = values.at(-1);
  if (!isSpread) return lifted(known, values, at, scope);
  if (last?.kind !== 'list') return last?.kind === 'unknown' ? last : unknown(at, `what ${name} is given is not known`);
  return lifted(known, [...values.slice(0, -1), ...last.items.map(taken)], at, scope);
}

/** A function of one of several values is one of several values. */
function lifted(known: Function, given: readonly (Value | null)[], at: Place, scope: Scope): Value | null {
  const branched = given.filter((one): one is Either => one?.kind === 'either');
  const [first] = branched;
  if (first === undefined) return known(given, at, scope);
  if (branched.some(({ condition }) => condition !== first.condition)) return unknown(at, `it depends on ${first.condition}`);
  const branches = first.branches.map((_, index) => {
    const one = given.map((value) => (value?.kind === 'either' ? (value.branches[index] ?? null) : value));
    return lifted(known, one, at, scope);
  });
  return { kind: 'either', at, condition: first.condition, branches };
}
