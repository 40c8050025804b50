import type { Fact } from '../../intake/templates/scanned.ts';
import type { Place } from '../../intake/templates/value.ts';

/** `template.yaml:12`, or `line 12` inside that file; without a line where the format has none. */
export function placeText({ file, line }: Place, within: string | null = null): string {
  if (line === null) return file;
  return file === within ? `line ${line}` : `${file}:${line}`;
}

/** The place of a fact, and where the value is said that it uses. */
export function placesText({ at, said }: Pick<Fact, 'at' | 'said'>, within: string | null = null): string {
  const place = placeText(at, within);
  if (said === null) return place;
  const by = placeText(said, within);
  return by === place ? `${place}, ${said.by}` : `${place}, ${said.by} in ${by}`;
}
