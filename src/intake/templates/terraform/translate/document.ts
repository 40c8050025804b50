import { compose, unknown } from '../../build-value.ts';
import { homeOf } from '../evaluate/marks.ts';
import { rawText } from '../../text/raw.ts';
import type { Composed, Entry, Text, Value } from '../../value.ts';

/** JSON or YAML that a text holds: what is not known inside it stays unknown where it stands, and lines stay. */
export function documentOf(value: Value): Value {
  if (value.kind === 'either') return { ...value, branches: value.branches.map((branch) => branch && documentOf(branch)) };
  if (value.kind !== 'text' && value.kind !== 'composed') return value;
  if (value.kind === 'text' && value.text.trim() === '') return value;
  const holes: Value[] = [];
  const written = value.kind === 'text' ? value.text : withHoles(value, holes);
  const { file, line } = homeOf(value);
  const read = rawText(written, file, { line, indent: 0 });
  if (read.value === null || read.value.kind === 'text') {
    const because =
      read.mistake === null
        ? 'it is neither JSON nor YAML'
        : `${read.mistake.what}, in line ${read.mistake.at.line}: ${read.mistake.because}`;
    return unknown(value.at, because);
  }
  return holes.length === 0 ? read.value : filled(read.value, holes);
}

// Signs that no file has, for what is not known, so that it is found again in what was read.
const [OPEN, CLOSE] = ['\ue000', '\ue001'];
const HOLES = new RegExp(`(${OPEN}\\d+${CLOSE})`);

function withHoles({ parts }: Composed, holes: Value[]): string {
  const written: string[] = [];
  let isInText = false;
  for (const part of parts) {
    const known = typeof part === 'string' ? part : part.kind === 'text' ? part.text : null;
    if (known !== null) {
      written.push(known);
      for (const [sign] of known.matchAll(/\\.|"/gs)) if (sign === '"') isInText = !isInText;
    } else {
      holes.push(part as Value);
      const hole = `${OPEN}${holes.length - 1}${CLOSE}`;
      // In JSON what is no text stands without quotation marks.
      written.push(/^\s*[{[]/.test(written[0] ?? '') && !isInText ? JSON.stringify(hole) : hole);
    }
  }
  return written.join('');
}

function filled(value: Value, holes: readonly Value[]): Value {
  switch (value.kind) {
    case 'text':
      return ofText(value, holes);
    case 'list':
      return { ...value, items: value.items.map((item) => filled(item, holes)) };
    case 'section': {
      const entries = [...value.entries].map(([name, { key, value: inner }]): [string, Entry] => [
        name
          .split(HOLES)
          .map((part) => (HOLES.test(part) ? '?' : part))
          .join(''),
        { key, value: filled(inner, holes) },
      ]);
      return { ...value, entries: new Map(entries) };
    }
    default:
      return value;
  }
}

function ofText(value: Text, holes: readonly Value[]): Value {
  if (!value.text.includes(OPEN)) return value;
  const parts = value.text.split(HOLES).map((part): string | Value => (HOLES.test(part) ? (holes[Number(part.slice(1, -1))] ?? '') : part));
  const whole = compose(
    parts.filter((part) => part !== ''),
    value.at,
    value.begins,
  );
  return { ...whole, at: value.at };
}
