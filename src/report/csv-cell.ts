import { visible } from './visible.ts';

/**
 * Text of a stranger that no spreadsheet runs. The CSV library looks at the first sign only; where the decimal point is a
 * comma, spreadsheets also begin a cell after a semicolon: https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvCell(text: string): string {
  return visible(text).replace(/(^|;)(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1$2'");
}

/** The same for a cell of a workbook, which ends nowhere but at its end; what is saved from it as CSV stays text too. */
export function workbookText(text: string): string {
  return visible(text).replace(/^(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/, "$1'");
}
