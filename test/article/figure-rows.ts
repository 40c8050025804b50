import type { PriceBook } from '../../src/pricebook/price-book.ts';
import { SKUS } from '../../src/pricebook/skus.ts';
import { markdownText } from '../../src/report/cost-markdown.ts';
import { articleBook, awsBook } from '../price-book.ts';
import { matches, recompute, show, type Figure } from './figures.ts';
import type { Verdict } from './statements.ts';

// By hand: 333M requests x $3.50/M and 667M x $2.80/M are $1,165.50 and $1,867.60, together $3,033.10 and not $3,500.00.

/** AWS's rates, with the month and the units of the article: what is left differs by the rates alone. */
const awsRates: PriceBook = { ...awsBook, edition: { ...articleBook.edition, id: 'aws' } };

export const FIGURE_HEAD = ['What', 'The article prints', "From the article's own rates", 'AWS today', 'Follows?', 'So today?'];

/** A money figure with what it comes to, and whether it follows from the article's rates and holds at AWS's. */
export function figureRow(figure: Figure): string[] {
  const cells = [
    figure.what,
    figure.printed,
    recomputed(figure),
    shown(figure, awsBook),
    follows(figure),
    isSoToday(figure) ? 'Yes' : 'No',
  ];
  const anchors = [figure.id, ...figure.claims.map((claim) => claim.toLowerCase())].map((id) => `<a id="${id}"></a>`).join('');
  return [`${anchors}${markdownText(cells[0] as string)}`, ...cells.slice(1).map(markdownText)];
}

/** Agrees if it follows and holds at AWS's rates; contradicts itself if it does not follow from rates that the article gives. */
export function figureVerdict(figure: Figure): Verdict {
  const { silent } = recompute(figure.compute, articleBook);
  if (figure.verdict === 'contradicts') return silent.length === 0 ? 'contradicts-itself' : 'wrong';
  return isSoToday(figure) ? 'agrees' : 'wrong';
}

function isSoToday(figure: Figure): boolean {
  const { value } = recompute(figure.compute, awsRates);
  return value !== null && matches(value, figure);
}

function recomputed(figure: Figure): string {
  const silent = recompute(figure.compute, articleBook).silent.map((sku) => SKUS[sku].title);
  const text = shown(figure, articleBook);
  return silent.length === 0 ? text : `${text} (with AWS's rate for ${silent.join(' and ')})`;
}

/** A figure as a price book has it. */
export function shown({ compute }: Figure, book: PriceBook): string {
  const { value } = recompute(compute, book);
  return value === null ? 'no rate is published' : show(value, compute);
}

function follows(figure: Figure): string {
  if (figure.verdict === 'contradicts') return `No. ${figure.because}`;
  return figure.note === undefined ? 'Yes' : `Yes. ${figure.note}`;
}
