import { BOUNDS } from '../../../../reading/bounds.ts';
import { unknown } from '../../build-value.ts';
import type { Composed, Place, Said, Text, Unknown, Value } from '../../value.ts';

/** What values are to Terraform beyond what they say, which copies of them keep. */
interface Marks {
  /** How many values it holds, counted again wherever one is repeated. */
  size?: number;
  /** Stands for null inside a list or a map. */
  isNull?: true;
  /** What Terraform would refuse, and `try` passes over; all else that is unknown is known to Terraform. */
  isFailure?: true;
  /** The text that it is, as JSON or YAML, was made of it. */
  isEncoded?: true;
  /** The file and line in which its content begins, of a text that is used in another file. */
  home?: Home;
}

interface Home {
  readonly file: string;
  readonly line: number;
}

const marks = new WeakMap<Value, Marks>();

const marksOf = (value: Value): Marks => marks.get(value) ?? {};

function marked<V extends Value>(value: V, more: Marks): V {
  const before = marks.get(value);
  marks.set(value, before === undefined ? more : { ...before, ...more });
  return value;
}

export const failure = (at: Place, because: string): Unknown => marked(unknown(at, because), { isFailure: true });

export const isFailure = (value: Value | null): boolean => value !== null && marksOf(value).isFailure === true;

/** An item or entry, of which null may be the value. */
export const kept = (value: Value | null, at: Place): Value => value ?? marked<Text>({ kind: 'text', text: '', at }, { isNull: true });

/** An item or entry as it was before it was put there. */
export const taken = (value: Value): Value | null => (marksOf(value).isNull === true ? null : value);

export const encoded = (value: Value): Value => marked({ ...value }, { ...marksOf(value), isEncoded: true });

export const isEncoded = (value: Value): boolean => marksOf(value).isEncoded === true;

/** A value used at one place that is said at another. */
export function used(value: Value | null, at: Place, by: string): Value | null {
  if (value === null) return null;
  const { file, line, column } = value.at;
  const said: Said = value.said ?? { file, line, column, by };
  const before = marks.get(value);
  if ('begins' in value && value.begins !== undefined && file !== at.file) {
    // A line of another file would be taken for one of this.
    const { begins, ...rest } = value;
    return marked({ ...rest, at, said }, { ...before, home: { file, line: begins } });
  }
  const copy = { ...value, at, said };
  return before === undefined ? copy : marked(copy, before);
}

/** Where the content of a text begins. */
export function homeOf(value: Text | Composed): Home {
  return marksOf(value).home ?? { file: value.at.file, line: value.begins ?? value.at.line ?? 1 };
}

/** A value as it is, unless it has become too large to be kept, as what repeats itself becomes. */
export function bounded(value: Value | null): Value | null {
  if (value === null) return null;
  if (value.kind === 'text') return value.text.length > BOUNDS.template.scalar ? tooLarge(value.at) : value;
  return sizeOf(value) > MOST_VALUES ? tooLarge(value.at) : value;
}

const MOST_VALUES = 200_000;

const tooLarge = (at: Place): Unknown => unknown(at, 'what it comes to is too large to be read');

function sizeOf(value: Value): number {
  // A mark for each text of a large list would cost more than the list.
  if (value.kind === 'text' || value.kind === 'link' || value.kind === 'unknown') return 1;
  const found = marksOf(value).size;
  if (found !== undefined) return found;
  const size = sum(insideOf(value)) + 1;
  marked(value, { size });
  return size;
}

const sum = (values: readonly Value[]) => values.reduce((total, one) => total + sizeOf(one), 0);

function insideOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'list':
      return value.items;
    case 'section':
      return [...value.entries.values()].map((entry) => entry.value);
    case 'composed':
      return value.parts.filter((part) => typeof part !== 'string');
    case 'either':
      return value.branches.filter((branch) => branch !== null);
    default:
      return [];
  }
}
