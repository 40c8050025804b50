import type { Outline } from '../reading/outline.ts';
import { dotted, type Path } from './mistakes.ts';

/** The comment behind a value that is an example: whoever states another, or the same, takes it away. */
export const EXAMPLE_MARK = ' an example, not stated';

/** Dotted paths of the values in a workload file that are marked as examples. JSON has no comments, and so no marks. */
export function examplesOf(text: string, outline: Outline): readonly string[] {
  if (!text.includes(EXAMPLE_MARK)) return [];
  const lines = text.split('\n');
  const isMarked = (path: Path) => lines[(outline.place(path).line ?? 0) - 1]?.trimEnd().endsWith(`#${EXAMPLE_MARK}`) === true;
  return [...pathsIn(outline.data, [])].filter(isMarked).map(dotted);
}

/** Paths of all values that are no sections or lists. */
function* pathsIn(value: unknown, path: Path): Iterable<Path> {
  if (typeof value !== 'object' || value === null) yield path;
  else if (Array.isArray(value)) for (const [index, inner] of value.entries()) yield* pathsIn(inner, [...path, index]);
  else for (const [key, inner] of Object.entries(value)) yield* pathsIn(inner, [...path, key]);
}
