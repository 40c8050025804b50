/** What a list lost, so that the answer fits. */
export interface LeftOut {
  /** Where it stands, such as `results.0.findings`. */
  readonly list: string;
  readonly shown: number;
  readonly of: number;
}

const encoder = new TextEncoder();
export const bytesOf = (value: unknown) => encoder.encode(JSON.stringify(value)).length;

/** Lists that hold answers themselves, and keep one. */
const KEPT = new Set(['results', 'workloads', 'picks']);
/** Characters of a text where even lists cut short leave too much. */
const LINE = 200;

interface Found {
  readonly path: readonly string[];
  readonly list: readonly unknown[];
  /** Without the lists in it. */
  readonly bytes: number;
}

/**
 * A value of at most so many bytes as JSON: the longest lists lose their ends, where what matters least stands, and at last long
 * texts lose theirs.
 */
export function fitted<T extends object>(value: T, most: number): { readonly value: T; readonly leftOut: readonly LeftOut[] } {
  const had = new Map<string, number>();
  const shown = new Map<string, number>();
  let kept: unknown = value;
  for (let bytes = bytesOf(kept); bytes > most; bytes = bytesOf(kept)) {
    const longest = listsIn(kept, [])
      .filter(({ path, list }) => list.length > (KEPT.has(path.at(-1) ?? '') ? 1 : 0))
      .toSorted((a, b) => b.bytes - a.bytes)[0];
    if (longest === undefined) return { value: shortened(kept, LINE) as T, leftOut: lost(had, shown, kept) };
    const { path, list } = longest;
    const name = path.join('.');
    const least = KEPT.has(path.at(-1) ?? '') ? 1 : 0;
    // As much as is too much, by the average of its items; at least one.
    const over = Math.ceil(((bytes - most) / Math.max(1, bytesOf(list))) * list.length);
    const left = Math.max(least, list.length - Math.max(1, Math.min(over, Math.ceil(list.length / 2))));
    if (!had.has(name)) had.set(name, list.length);
    shown.set(name, left);
    kept = replaced(kept, path, list.slice(0, left));
  }
  return { value: kept as T, leftOut: lost(had, shown, kept) };
}

/** Of lists that are still there: what holds one may have gone with the end of another. */
function lost(had: ReadonlyMap<string, number>, shown: ReadonlyMap<string, number>, kept: unknown): readonly LeftOut[] {
  const there = new Set(listsIn(kept, []).map(({ path }) => path.join('.')));
  return [...had].filter(([list]) => there.has(list)).map(([list, of]) => ({ list, shown: shown.get(list) ?? of, of }));
}

function listsIn(value: unknown, path: readonly string[]): readonly Found[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, one]) => listsIn(one, [...path, key]));
  if (!Array.isArray(value)) return inner;
  const nested = inner.filter((one) => !inner.some((other) => other !== one && isWithin(one, other)));
  return [...inner, { path, list: value, bytes: bytesOf(value) - nested.reduce((all, { list }) => all + bytesOf(list), 0) }];
}

function isWithin({ path }: Found, { path: above }: Found): boolean {
  return above.length < path.length && above.every((key, index) => path[index] === key);
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((one: unknown, index) => (String(index) === key ? replaced(one, rest, by) : one));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: replaced(record[key], rest, by) };
}

function shortened(value: unknown, most: number): unknown {
  if (typeof value === 'string') return value.length > most ? `${value.slice(0, most)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => shortened(one, most));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shortened(one, most)]));
}
