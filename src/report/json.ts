import { hiddenSigns, isPlainText } from './visible.ts';

/** A value as JSON text. Signs that a terminal would obey, or not show, are written as escapes, which mean the same. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${isPlainText(text) ? text : text.replace(hiddenSigns(), (sign) => (sign === '\n' ? sign : sign.split('').map(escaped).join('')))}\n`;
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
