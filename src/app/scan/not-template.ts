import type { Problem } from '../../errors/errors.ts';
import { READERS } from '../../intake/templates/readers.ts';
import type { TemplateFile } from '../../intake/templates/template.ts';
import { rawText } from '../../intake/templates/text/raw.ts';

/** What no reader takes: it may be a template whose form is broken; of a folder, what is sound and no template is passed over. */
export function notTemplate({ file, text }: TemplateFile, isNamed: boolean): readonly Problem[] {
  const mistake = /\.tf$/i.test(file) || text.trim() === '' ? null : rawText(text, file).mistake;
  if (mistake !== null) {
    const { at, what, because, write } = mistake;
    return [{ file, line: at.line, column: at.column, path: null, what, because, write }];
  }
  if (!isNamed) return [];
  const because = `it reads ${READERS.map(({ title }) => title).join(', ')}`;
  return [{ file, line: null, column: null, path: null, what: 'is not a template that scan reads', because, write: null }];
}
