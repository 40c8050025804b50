import type { PriceBook } from '../../src/pricebook/price-book.ts';
import { SKUS, type Sku } from '../../src/pricebook/skus.ts';
import { markdownText } from '../../src/render/markdown-text.ts';
import { articleBook, awsBook } from '../price-book.ts';
import { estimateOf, matches, parts, recompute, show, type Expression, type Figure } from './figures.ts';
import { VERDICTS, type Verdict } from './statements.ts';

// By hand: 333M requests x $3.50/M and 667M x $2.80/M are $1,165.50 and $1,867.60, together $3,033.10 and not $3,500.00.

/** AWS's rates, with the month and the units of the article: what is left differs by the rates alone. */
const awsRates: PriceBook = { ...awsBook, edition: { ...articleBook.edition, id: 'aws' } };

export const FIGURE_HEAD = [
  'What',
  'The article prints',
  "From the article's own rates",
  'AWS today',
  'Follows?',
  'Verdict',
  'In the tool, with the source of its rate today',
];

/** A money figure with what it comes to, whether it follows from the article's rates and holds at AWS's, and the skus that price it. */
export function figureRow(figure: Figure): string[] {
  const anchors = [figure.id, ...figure.claims.map((claim) => claim.toLowerCase())].map((id) => `<a id="${id}"></a>`).join('');
  const verdict = figureVerdict(figure);
  return [
    `${anchors}${markdownText(figure.what)}`,
    ...[figure.printed, recomputed(figure), shown(figure, awsBook), follows(figure)].map(markdownText),
    verdict === 'agrees' ? VERDICTS.agrees : `**${VERDICTS[verdict]}**`,
    skusOf(figure.compute).map(pricedBy).join('<br>'),
  ];
}

function skusOf(one: Expression): readonly Sku[] {
  if ('quote' in one) return [one.quote];
  if ('rate' in one) return [one.rate];
  if ('metered' in one) return [one.metered];
  if ('take' in one) {
    if (typeof one.take !== 'string') return one.take;
    const lines = estimateOf(one.workload, awsBook).candidates.find(({ id }) => id === one.candidate)?.lineItems ?? [];
    return [...new Set(lines.filter((item) => one.take === 'listCost' || item.side === 'front-door').map((item) => item.sku))];
  }
  return [...new Set(parts(one).flatMap(skusOf))];
}

function pricedBy(sku: Sku): string {
  return `sku [\`${sku}\`](prices.md#${sku}) (${sourceOf(sku)})`;
}

/** Where the rate of a sku in us-east-1, or in its CloudFront geography, was published, and when. */
export function sourceOf(sku: Sku): string {
  const place = SKUS[sku].scope === 'region' ? { region: 'us-east-1' } : { geography: awsBook.homeGeography('us-east-1').id };
  const rate = awsBook.rate(sku, place);
  if ('unavailable' in rate) return markdownText(rate.unavailable);
  const { url, title, published } = rate.source;
  return `${url === null ? markdownText(title) : `[AWS](${url})`}, ${published}`;
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
