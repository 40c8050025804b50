import { stringify } from 'csv-stringify/sync';
import { visible } from './visible.ts';

/** Rows of text as CSV. Whatever stands in a cell, no spreadsheet runs it. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(csvCell)),
    { escape_formulas: true },
  );
}

/**
 * Text of a stranger that no spreadsheet runs. The CSV library looks at the first sign only; where the decimal point is a
 * comma, spreadsheets also begin a cell after a semicolon, and take quotes there for theirs:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function csvCell(text: string): string {
  return visible(text).replace(/(^|;)(?=[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1'");
}
