/**
 * What a page does: sorts a table by a head, filters its rows, and folds long ones; the tallest stay folded on paper. Everything is in the document
 * already, so without it nothing is missing. Text, because it runs in a browser and not here.
 */
export const SCRIPT = String.raw`'use strict';
document.documentElement.classList.add('js');
const FOLDED = 12;
const TALL = 50;
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
for (const box of document.querySelectorAll('.table')) {
  const table = box.querySelector('table');
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...body.rows];
  const keyOf = (row, column) => row.cells[column].dataset.sort;
  const sort = (column) => {
    const head = heads[column];
    const numeric = head.classList.contains('n');
    const now = head.getAttribute('aria-sort');
    const first = numeric ? 'descending' : 'ascending';
    const order = now === null ? first : now === 'ascending' ? 'descending' : 'ascending';
    for (const other of heads) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', order);
    const sign = order === 'ascending' ? 1 : -1;
    const compare = numeric ? (a, b) => Number(a) - Number(b) : collator.compare;
    const sorted = [...rows].sort((one, other) => {
      const a = keyOf(one, column);
      const b = keyOf(other, column);
      if (a === '' || b === '') return (a === '' ? 1 : 0) - (b === '' ? 1 : 0);
      return sign * compare(a, b);
    });
    body.append(...sorted);
  };
  heads.forEach((head, column) => head.firstElementChild.addEventListener('click', () => sort(column)));
  const input = box.querySelector('input');
  const output = box.querySelector('output');
  if (rows.length > FOLDED) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'fold';
    button.dataset.rows = rows.length;
    table.classList.toggle('tall', rows.length > TALL);
    const fold = (folded) => {
      table.classList.toggle('folded', folded);
      button.setAttribute('aria-expanded', String(!folded));
      button.textContent = folded ? 'Show all ' + rows.length + ' rows' : 'Show fewer rows';
    };
    button.addEventListener('click', () => fold(!table.classList.contains('folded')));
    fold(true);
    table.after(button);
  }
  input?.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    table.classList.toggle('filtered', words.length > 0);
    output.textContent = words.length > 0 ? shown + ' of ' + rows.length + ' rows' : rows.length + ' rows';
  });
}
`;
