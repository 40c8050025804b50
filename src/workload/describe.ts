import { leafMistake } from './leaf-mistakes.ts';
import { exampleOf, takes } from './field-words.ts';
import { schemaAt, type Path } from './schema-at.ts';

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
export function describe(path: Path): Described {
  const schema = schemaAt(path);
  if (schema === null) throw new Error(`the workload file has no ${path.join('.')}`);
  const example = exampleOf(schema);
  const description = schema.pipe?.find((one) => one.type === 'description')?.description ?? '';
  return {
    description: description.replace(` Example: ${example}.`, ''),
    example,
    refuse(text) {
      if (takes(schema, text)) return null;
      const { because, right } = leafMistake(schema, path, text);
      return { because, write: right };
    },
  };
}
