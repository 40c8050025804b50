import { MULTIPLIERS } from './unit-words.ts';

/** A value inside a section, with the keys that lead to it. */
export interface Leaf {
  readonly keys: readonly string[];
  readonly value: unknown;
}

/** More than anyone writes by hand into what is no section of ours. */
const MOST = 300;
/** Keys further out say little of a value. */
const DEEPEST = 6;

/** Values inside a section or list, the outermost first. */
export function* leavesOf(value: unknown, keys: readonly string[]): Iterable<Leaf> {
  let left = MOST;
  const open: Leaf[] = [{ value, keys }];
  for (let next = open.shift(); next !== undefined && left > 0; next = open.shift()) {
    const { value: one, keys: path } = next;
    if (typeof one !== 'object' || one === null) {
      left -= 1;
      if (one !== null) yield { keys: path, value: one };
    } else if (Array.isArray(one)) {
      // Of several words none is the value.
      if (one.length > 1 && one.every((inner) => typeof inner !== 'object')) continue;
      open.push(...one.slice(0, left).map((inner: unknown) => ({ value: inner, keys: path })));
    } else {
      const entries = Object.entries(one as Readonly<Record<string, unknown>>).slice(0, left);
      const unit = entries.find(([key, inner]) => /^units?$/i.test(key) && typeof inner === 'string')?.[1];
      for (const [key, inner] of entries) open.push({ value: withUnit(inner, unit), keys: [...path, key].slice(-DEEPEST) });
    }
  }
}

/** `requests: 100` beside `units: millions` is a hundred millions. */
export function withUnit(value: unknown, unit: unknown): unknown {
  const isBare = typeof value === 'string' && /^\s*\d[\d.,_]*\s*$/.test(value);
  return isBare && typeof unit === 'string' && MULTIPLIERS.has(unit.toLowerCase().split(' ')[0] ?? '') ? `${value.trim()} ${unit}` : value;
}
