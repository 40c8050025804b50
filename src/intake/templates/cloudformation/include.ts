import { dirname, join } from 'node:path';
import { unknown } from '../build-value.ts';
import { textOf, unknownIn } from '../lookup.ts';
import type { Beside } from '../template.ts';
import { rawText } from '../text/raw.ts';
import type { Place, Value } from '../value.ts';

/** The path of what is named relative to a file; null of what is elsewhere, as in a bucket. */
export function localPath(location: string, from: string): string | null {
  return location === '' || /^[a-z][a-z0-9+.-]*:/i.test(location) ? null : join(dirname(from), location);
}

/** What stands in a file beside a template, as it is written; unknown where it cannot be read. */
export function fileBeside(beside: Beside, location: Value, at: Place): Value {
  const written = textOf(location);
  if (written === null)
    return unknown(
      at,
      unknownIn(location)?.because ?? 'where it is, is not known',
      'the file that it names, at a path beside the template',
    );
  const path = localPath(written, at.file);
  if (path === null)
    return unknown(at, `${written} is not a file beside the template`, `the file ${written}, at a path beside the template`);
  const text = beside.read(path);
  if (typeof text !== 'string') return unknown(at, `${path} is not read: ${text.because}`, `the file ${path}`);
  const { value, mistake } = rawText(text, path);
  if (value !== null) return value;
  const line = mistake?.at.line;
  return unknown(
    at,
    `${path}${line === null || line === undefined ? '' : `:${line}`} is not read: ${mistake?.what ?? 'it is empty'}`,
    `the file ${path}`,
  );
}
