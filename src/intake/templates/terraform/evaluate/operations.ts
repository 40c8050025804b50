import { text } from '../../build-value.ts';
import { numberOf, truthOf, unknownIn } from '../../lookup.ts';
import type { Either, Place, Value } from '../../value.ts';
import { unknown } from '../../build-value.ts';

/** What an operation gives; unknown where one of its sides is not known and matters. */
export function operated(sign: string, left: Value | null, right: Value | null, at: Place, isUnary: boolean): Value | null {
  const branched = [left, right].find((side): side is Either => side?.kind === 'either');
  if (branched !== undefined) {
    const branches = branched.branches.map((branch) =>
      operated(sign, left === branched ? branch : left, right === branched ? branch : right, at, isUnary),
    );
    return { kind: 'either', at, condition: branched.condition, branches };
  }
  const [one, other] = [truthOf(left), truthOf(right)];
  switch (sign) {
    case '!':
      return other === null ? unsettled([right], at) : truth(!other, at);
    case '&&':
      return one === false || other === false
        ? truth(false, at)
        : one === null || other === null
          ? unsettled([left, right], at)
          : truth(true, at);
    case '||':
      return one === true || other === true
        ? truth(true, at)
        : one === null || other === null
          ? unsettled([left, right], at)
          : truth(false, at);
    case '==':
    case '!=': {
      const same = isSame(left, right);
      return same === null ? unsettled([left, right], at) : truth(same === (sign === '=='), at);
    }
  }
  const [a, b] = [isUnary ? 0 : numberOf(left), numberOf(right)];
  if (a === null || b === null) return unsettled([left, right], at);
  return counted(sign, a, b, at);
}

function counted(sign: string, a: number, b: number, at: Place): Value {
  switch (sign) {
    case '<':
      return truth(a < b, at);
    case '<=':
      return truth(a <= b, at);
    case '>':
      return truth(a > b, at);
    case '>=':
      return truth(a >= b, at);
    case '+':
      return text(String(a + b), at);
    case '-':
      return text(String(a - b), at);
    case '*':
      return text(String(a * b), at);
    case '/':
      return text(String(a / b), at);
    default:
      return text(String(a % b), at);
  }
}

export const truth = (is: boolean, at: Place): Value => text(String(is), at);

/** Null where that is not known. */
export function isSame(left: Value | null, right: Value | null): boolean | null {
  if (left === null || right === null) {
    const other = left ?? right;
    return other === null ? true : other.kind === 'unknown' || other.kind === 'either' ? null : false;
  }
  if (unknownIn(left) !== null || unknownIn(right) !== null) return null;
  if (left.kind === 'text' && right.kind === 'text') return left.text === right.text;
  if (left.kind === 'list' && right.kind === 'list')
    return left.items.length === right.items.length && every(left.items.map((item, index) => isSame(item, right.items[index] ?? null)));
  if (left.kind === 'section' && right.kind === 'section')
    return (
      left.entries.size === right.entries.size &&
      every([...left.entries].map(([key, { value }]) => isSame(value, right.entries.get(key)?.value ?? null)))
    );
  const isPlain = (value: Value) => value.kind === 'text' || value.kind === 'list' || value.kind === 'section';
  return isPlain(left) && isPlain(right) ? false : null;
}

const every = (answers: readonly (boolean | null)[]) => (answers.includes(false) ? false : answers.includes(null) ? null : true);

function unsettled(sides: readonly (Value | null)[], at: Place): Value {
  const because = sides.map((side) => unknownIn(side)).find((side) => side !== null);
  return unknown(at, because?.because ?? 'it is known only after deployment', because?.give ?? null);
}
