/**
 * What a page does: sorts a table by a head, filters its rows, and folds long ones; the tallest stay folded on paper. On a
 * narrow screen a list of the heads sorts, and a row opens. Everything is in the document already, so without it nothing is
 * missing. Text, because it runs in a browser and not here.
 */
export const SCRIPT = String.raw`'use strict';
document.documentElement.classList.add('js');
const FEW = 5;
const FOLDED = 12;
const TALL = 50;
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const made = (name, className) => Object.assign(document.createElement(name), { className });
for (const box of document.querySelectorAll('.table')) {
  const table = box.querySelector('table');
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...body.rows];
  const keyOf = (row, column) => row.cells[column].dataset.sort;
  const sort = (column, order) => {
    const head = heads[column];
    const numeric = head.classList.contains('n');
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
  const first = (head) => (head.classList.contains('n') ? 'descending' : 'ascending');
  heads.forEach((head, column) =>
    head.firstElementChild.addEventListener('click', () => {
      const now = head.getAttribute('aria-sort');
      sort(column, now === null ? first(head) : now === 'ascending' ? 'descending' : 'ascending');
    }),
  );
  if (rows.length > FEW) {
    const label = made('label', 'sorted');
    const list = document.createElement('select');
    list.append(new Option('as listed', ''), ...heads.map((head, column) => new Option(head.dataset.head, String(column))));
    list.addEventListener('change', () => {
      const column = Number(list.value);
      if (list.value !== '') return sort(column, first(heads[column]));
      for (const head of heads) head.removeAttribute('aria-sort');
      body.append(...rows);
    });
    label.append('Sort by ', list);
    table.before(label);
    const button = made('button', 'fold');
    button.type = 'button';
    button.dataset.rows = rows.length;
    table.classList.toggle('long', rows.length > FOLDED);
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
  const input = box.querySelector('input');
  const output = box.querySelector('output');
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
const narrow = matchMedia('(max-width: 44rem)');
const openable = () => {
  if (!narrow.matches) return;
  narrow.removeEventListener('change', openable);
  for (const cell of document.querySelectorAll('.table td.name')) {
    const button = made('button', 'more');
    button.type = 'button';
    button.setAttribute('aria-expanded', 'false');
    button.setAttribute('aria-label', 'More of ' + cell.dataset.sort);
    button.addEventListener('click', () => button.setAttribute('aria-expanded', String(cell.parentElement.classList.toggle('open'))));
    cell.prepend(button);
  }
};
narrow.addEventListener('change', openable);
openable();
`;
