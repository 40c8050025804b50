import { own } from '../reading/own.ts';
import type { Path } from './schema-at.ts';

export type { Path };

/** A mistake before it is placed in a file. */
export interface Mistake {
  readonly path: Path;
  /** `key` where the word before the value is the mistake. */
  readonly at?: 'key';
  readonly what: string;
  readonly because: string;
  /** A line of YAML, for its section or the top of the file, with what is meant; `remove` with a key; or words. */
  readonly write: string | null;
}

export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? own(value as Readonly<Record<string, unknown>>, key) : undefined),
    data,
  );
}

/** A value as it is told, cut where it is long. */
export function show(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a section';
  const text = String(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

export function dotted(path: Path): string {
  return path.reduce<string>((name, key) => (typeof key === 'number' ? `${name}[${key}]` : name === '' ? key : `${name}.${key}`), '');
}
