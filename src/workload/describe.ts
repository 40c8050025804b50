import * as v from 'valibot';
import { mistakes } from './mistakes.ts';
import { schemaAt, type Schema } from './schema-at.ts';

/** A field of the workload file in the words of its schema, with the reader that says what is a value of it. */
export interface Described {
  /** What it means, without the example; of a section, what the section is. */
  readonly description: string;
  readonly example: string;
  /** Why a text is no value of this field, and what to write instead; null when it is one. */
  refuse(text: string): Refusal | null;
}

export interface Refusal {
  readonly because: string;
  readonly write: string | null;
}

/** The field or section at a path of the workload file. */
export function describe(path: readonly string[]): Described {
  const schema = schemaAt(path);
  if (schema === null) throw new Error(`the workload file has no ${path.join('.')}`);
  const example = schema.pipe?.find((one) => one.type === 'examples')?.examples?.[0] ?? '';
  const description = schema.pipe?.find((one) => one.type === 'description')?.description ?? '';
  return {
    description: description.replace(` Example: ${example}.`, ''),
    example,
    refuse: (text) => refusal(schema, path.at(-1) ?? '', text),
  };
}

function refusal(schema: Schema, key: string, text: string): Refusal | null {
  const [issue] = v.safeParse(schema as unknown as v.GenericSchema, text).issues ?? [];
  if (issue === undefined) return null;
  const place = { type: 'object', origin: 'value', input: {}, key, value: text } as const;
  const [mistake] = mistakes({ ...issue, path: [place] }, { [key]: text });
  return { because: mistake?.because ?? 'it is not a value of this field', write: mistake?.write?.replace(`${key}: `, '') ?? null };
}
