import { visible } from '../../documents/visible.ts';

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
  // The library writes the errors of formulas, such as #N/A, as errors.
  return whole.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_').replace(/^#(?=[A-Z])/, '_x0023_');
}
