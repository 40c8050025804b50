import type { Mistake } from './mistakes.ts';
import type { Path, Schema } from './schema-at.ts';

/** Why a Region cannot be priced, and what to write; null where it can. */
export type RegionMistake = (written: string) => { readonly because: string; readonly region: string } | null;

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where a value stands in the file, and where it belongs. */
export interface Walk {
  readonly at: Path;
  readonly to: Path;
  /** Whether what holds it is told with its corrected value already. */
  readonly told: boolean;
}

/** Keys whose value names what is meant: `type: alb`. */
export const NAMES_A_KIND = /^(?:type|kind|mode|provider|using|method|technology|platform|service)$/i;

/** What all steps of one correction know. */
export interface Correction {
  /** The file as it is. */
  readonly data: Fields;
  readonly regionMistake: RegionMistake;
  tell(walk: Walk, mistake: Omit<Mistake, 'path'>): void;
  /** The line that says a value: by its field where the section around it is there, else with the sections around it. */
  line(walk: Walk, value: unknown): string;
  /** Takes a value out of where it stands, to where it belongs. */
  move(to: Path, value: unknown, at: Path): void;
  /** Whether the file says something at a path, or something was moved there. */
  isSaid(path: Path): boolean;
  /** What was left out while it was not told. */
  readonly leftOut: string[];
  /** How well a value goes with a field: 0 not at all. */
  fit(value: unknown, path: Path, unit: string): number;
  /** The corrected value; `GONE` or an `Elsewhere` where none is left. */
  value(value: unknown, schema: Schema, walk: Walk): unknown;
  /** A key that is no field of the section at `walk.to`; what is stated there already may grow. */
  key(key: string, value: unknown, walk: Walk, stated: Record<string, unknown>): void;
}

/** Stands for a value that is taken out. */
export const GONE = Symbol('gone');

/** Stands for a value that is said by `needs` instead. */
export class Elsewhere {
  constructor(readonly needs: Readonly<Record<string, string>>) {}
}

/** Whether nothing is left of a value where it stood. */
export function isGone(value: unknown): boolean {
  return value === GONE || value instanceof Elsewhere;
}

/** Puts a value into data, where nothing stands yet. */
export function put(data: Record<string, unknown>, path: Path, value: unknown): void {
  const [key = '', ...rest] = path;
  const there = data[key];
  if (Array.isArray(there)) {
    const [place = 0, ...inside] = rest;
    const item: unknown = there[place as number];
    if (!isFields(item)) return;
    const inner = { ...item };
    put(inner, inside, value);
    data[key] = there.with(place as number, inner);
  } else if (rest.length > 0) {
    if (there !== undefined && !isFields(there)) return;
    const inner: Record<string, unknown> = { ...there };
    put(inner, rest, value);
    data[key] = inner;
  } else if (isFields(there) && isFields(value)) {
    const inner: Record<string, unknown> = { ...there };
    for (const [name, one] of Object.entries(value)) put(inner, [name], one);
    data[key] = inner;
  } else if (there === undefined) data[key] = value;
}
