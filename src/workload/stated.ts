import type { Said } from './draft.ts';

/** A field to state, or a section to begin, with what to say above it in a file. */
export interface Edit {
  readonly path: readonly string[];
  /** The text of the value; null begins an empty section. */
  readonly value: string | null;
  readonly comment: string | null;
  /** The value is an example that nobody stated: a file marks it. */
  readonly isExample?: boolean;
}

/** What is stated once an edit is made. */
export function stated(said: Said, { path: [key = '', ...rest], value }: Pick<Edit, 'path' | 'value'>): Said {
  const inner = said[key];
  const section = typeof inner === 'object' && inner !== null ? (inner as Said) : {};
  return { ...said, [key]: rest.length === 0 ? (value ?? section) : stated(section, { path: rest, value }) };
}
