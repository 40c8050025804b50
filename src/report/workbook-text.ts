import { visible } from './visible.ts';

/** Characters that a cell holds: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const LONGEST = 32_767;

/**
 * Text of a stranger as a cell of a workbook: no formula, not even when it is saved from there as CSV; not longer than a
 * cell may be; and what looks like an escape of the format (`_x003D_` is read as `=`) is written so that it is read as it
 * stands: ECMA-376, part 1, 22.9.2.19, ST_Xstring.
 */
export function workbookText(text: string): string {
  const cell = visible(text).replace(/^(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/, "'");
  const whole = cell.length <= LONGEST ? cell : `${cell.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  // The library looks texts up among the names that every object has.
  if (whole in {}) return `_x${whole.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${whole.slice(1)}`;
  // The sign that stands for a lost one is dropped by the library, but not its escape.
  return whole.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_').replaceAll('\ufffd', '_xFFFD_');
}
