import { hiddenSigns, isPlainText, LOG_COMMAND } from './visible.ts';

/** Of every document. A reader of another one says which it reads. */
export const SCHEMA_VERSION = '2';

/** A value as JSON text. Signs that a terminal would obey, or not show, are written as escapes, which mean the same. */
export function jsonText(value: unknown): string {
  return `${plainSigns(JSON.stringify(value, null, 2))}\n`;
}

/** The same on one line, to stand in something else. */
export function jsonLine(value: unknown): string {
  return plainSigns(JSON.stringify(value));
}

function plainSigns(json: string): string {
  const shown = isPlainText(json)
    ? json
    : json.replace(hiddenSigns(), (sign) => (sign === '\n' ? sign : sign.split('').map(escaped).join('')));
  return shown.replace(LOG_COMMAND, escaped);
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
