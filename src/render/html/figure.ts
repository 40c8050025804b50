import type { ReportTable } from '../report/cells.ts';
import { cellText } from '../report/cells.ts';
import { EMPTY, markup, type Html } from './markup.ts';

/** A chart with its caption, the key to its colours, and all its numbers as a table. */
export function figure(caption: string, note: string, drawing: Html, numbers: ReportTable, key: Html = EMPTY): Html {
  const heads = numbers.columns.map(
    ({ head, align }) => markup`<th scope="col"${align === 'right' ? markup` class="n"` : EMPTY}>${head}</th>`,
  );
  const rows = numbers.rows.map(
    (row) => markup`<tr>${row.map((cell) => markup`<td${cell.type === 'text' ? EMPTY : markup` class="n"`}>${cellText(cell)}</td>`)}</tr>`,
  );
  return markup`<figure><figcaption><b>${caption}</b>${note}</figcaption>${drawing}${key}<details><summary>The numbers</summary><table><caption>${numbers.heading}</caption><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></details></figure>`;
}
