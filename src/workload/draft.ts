import * as v from 'valibot';
import { contradictions, noTraffic } from './contradictions.ts';
import { valueAt, type Mistake } from './mistakes.ts';
import { workloadSchema, type Workload } from './schema.ts';
import type { Path } from './schema-at.ts';

/** What is stated so far, as a file would say it: maps, lists and the text of scalars. */
export type Said = { readonly [key: string]: unknown };

/** Stand in where a draft does not say them yet; nothing is ever priced with them. */
export const PLACEHOLDERS = { name: 'unnamed', region: 'us-east-1' } as const;

/** What is stated so far as a workload, and what it lacks before it can be priced. */
export interface Draft {
  readonly workload: Workload;
  /** What is stated of it: what was said, without sections that were begun. */
  readonly said: Said;
  /** Required things that are not stated yet. */
  readonly lacks: readonly ('name' | 'region' | 'traffic')[];
  /** Sections that were begun and lack something they require; the workload leaves them out. */
  readonly begun: readonly Path[];
  /** Fields that exclude one another. */
  readonly mistakes: readonly Mistake[];
}

/** Reads what is stated so far; its values must be valid one by one. */
export function readDraft(said: Said): Draft {
  return finish(said, []);
}

function finish(said: Said, begun: readonly Path[]): Draft {
  const data = { ...PLACEHOLDERS, ...said };
  const section = withoutConnections(data) ?? withoutRequests(data) ?? begunSection(v.safeParse(workloadSchema, data).issues ?? [], data);
  if (section !== null) return finish(without(said, section), [...begun, section]);
  const workload = v.parse(workloadSchema, data);
  return {
    workload,
    said,
    lacks: [
      ...(said['name'] === undefined ? (['name'] as const) : []),
      ...(said['region'] === undefined ? (['region'] as const) : []),
      ...(noTraffic(workload).length > 0 ? (['traffic'] as const) : []),
    ],
    begun,
    mistakes: contradictions(workload),
  };
}

/** The first section that lacks a field it requires. */
function begunSection(issues: readonly v.BaseIssue<unknown>[], data: Said): Path | null {
  const lacking = issues
    .filter((issue) => issue.type === 'strict_object' && issue.expected !== 'never')
    .map((issue) => (issue.path ?? []).map((item) => item.key as string | number))
    .find((path) => path.length > 1 && valueAt(data, path) === undefined);
  // Of a list, an entry that lacks something is nothing that the others can do without.
  const list = lacking?.findIndex((key) => typeof key === 'number') ?? -1;
  return lacking?.slice(0, list < 0 ? -1 : list) ?? null;
}

/** Connections are required by no single field: one of two says them. */
function withoutConnections({ realtime }: Said): Path | null {
  if (typeof realtime !== 'object' || realtime === null) return null;
  return 'connections' in realtime || 'connectRate' in realtime ? null : ['realtime'];
}

/** Nor are requests. */
function withoutRequests({ traffic }: Said): Path | null {
  if (typeof traffic !== 'object' || traffic === null) return null;
  return 'requests' in traffic || 'polling' in traffic ? null : ['traffic'];
}

/** The data without the section at a path, nor the sections that only held it. */
function without(data: Said, [key, ...rest]: Path): Said {
  const { [String(key)]: inner, ...others } = data;
  if (rest.length === 0) return others;
  const left = without(inner as Said, rest);
  return Object.keys(left).length === 0 ? others : { ...others, [String(key)]: left };
}
