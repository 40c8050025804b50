/** A file as maps, lists and the text of its scalars, with the place of every value. */
export interface Outline {
  readonly data: unknown;
  /** Where the value of a path stands, or the key before it; for an unknown path, where its nearest parent stands. */
  place(path: readonly (string | number)[], of?: 'key' | 'value'): Place;
}

export interface Place {
  readonly line: number | null;
  readonly column: number | null;
}

/** Where a value stands, where its key does, and the same of what is inside it. */
export interface Located {
  value: number;
  readonly key: number | null;
  /** Null where nothing is inside. */
  inside: Map<string | number, Located> | null;
}

/** Offset of the value at a path, or of its key; of the nearest value around it where there is none. */
export function offsetAt(root: Located, path: readonly (string | number)[], of: 'key' | 'value'): number {
  let found = root;
  for (const [index, step] of path.entries()) {
    const next = found.inside?.get(step);
    if (next === undefined) break;
    if (of === 'key' && next.key !== null && index === path.length - 1) return next.key;
    found = next;
  }
  return found.value;
}

export function byPlace(a: Place, b: Place): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** Mistakes of form, and what else is wrong: what a line of wrong form says is a guess, so it is told of its form only. */
export function together<T extends Place>(form: readonly T[], others: readonly T[]): readonly T[] {
  const lines = new Set(form.map(({ line }) => line));
  return [...form, ...others.filter(({ line }) => !lines.has(line))].toSorted(byPlace);
}
