import type { Excess } from '../../../reading/bounds.ts';
import type { Remark } from '../template.ts';
import type { Place, Value } from '../value.ts';
import { rawJson } from './json.ts';
import { placesOf } from './lines.ts';
import { rawYaml } from './yaml.ts';

/**
 * A text as it stands: sections, lists and scalars, with the place of each. What functions and references in it mean is the
 * business of the reader of its format. A short tag of CloudFormation is its long form: `!Sub x` is `{ Fn::Sub: x }`.
 */
export interface RawText {
  /** Null where it cannot be read. */
  readonly value: Value | null;
  readonly mistake: (Excess & { readonly at: Place }) | null;
  readonly remarks: readonly Remark[];
}

/**
 * Reads YAML or JSON, whichever the text is.
 * @param begins where it begins in the file, if it stands inside another text.
 */
export function rawText(text: string, file: string, begins?: { readonly line: number; readonly indent: number }): RawText {
  const written = text.replace(/^\ufeff/, '');
  return /^\s*[{[]/.test(written) && isJson(written)
    ? rawJson(written, placesOf(written, file, begins))
    : rawYaml(written, placesOf(written, file, begins));
}

/** A flow map of YAML begins with a brace too, but not with a quoted key or the end. */
function isJson(text: string): boolean {
  return /^\s*(?:\{\s*(?:"|\}|\/\/|\/\*)|\[)/.test(text);
}
