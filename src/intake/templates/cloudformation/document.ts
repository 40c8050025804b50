import type { Problem } from '../../../errors/errors.ts';
import { textOf } from '../lookup.ts';
import type { Format, Remark, TemplateFile } from '../template.ts';
import { rawText } from '../text/raw.ts';
import type { Entry, Section } from '../value.ts';

/** A template as it is written. */
export interface Document {
  readonly file: string;
  readonly root: Section;
  readonly remarks: readonly Remark[];
}

export function readDocument({ file, text }: TemplateFile): Document | Problem {
  const { value, mistake, remarks } = rawText(text, file);
  if (value?.kind === 'section') return { file, root: value, remarks };
  const { at = null, what, because, write } = mistake ?? { what: 'this is no template', because: 'it is no map of keys', write: null };
  return { file, line: at?.line ?? 1, column: at?.column ?? 1, path: null, what, because, write };
}

export const isDocument = (read: Document | Problem): read is Document => 'root' in read;

/** Entries of a section of a template; none where it has no such section. */
export function entriesIn(section: Section, name: string): ReadonlyMap<string, Entry> {
  const found = section.entries.get(name)?.value;
  return found?.kind === 'section' ? found.entries : new Map<string, Entry>();
}

/** What kind of template it is to people. */
export function formatOf(resources: ReadonlyMap<string, Entry>): Exclude<Format, 'terraform'> {
  let isServerless = false;
  for (const { value } of resources.values()) {
    if (value.kind !== 'section') continue;
    if (entriesIn(value, 'Metadata').has('aws:cdk:path')) return 'cdk';
    if (textOf(value.entries.get('Type')?.value)?.startsWith('AWS::Serverless::') === true) isServerless = true;
  }
  return isServerless ? 'sam' : 'cloudformation';
}
