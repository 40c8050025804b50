import { markdownTable } from 'markdown-table';
import { expect, test } from 'vitest';
import type { PriceBook } from '../../src/pricebook/price-book.ts';
import { SKUS } from '../../src/pricebook/skus.ts';
import { markdownText } from '../../src/report/cost-markdown.ts';
import { articleBook, awsBook } from '../price-book.ts';
import { figures, figuresBySection, recompute, show, type Figure } from './figures.ts';

// By hand: 333M requests x $3.50/M and 667M x $2.80/M are $1,165.50 and $1,867.60, together $3,033.10 and not $3,500.00.

const HEAD = ['What', 'Article prints', "Recomputed from the article's own rates", 'AWS today', 'Agrees?'];

// Accept changes with `npx vitest -u`.
test('docs/article.md is fresh', async () => {
  await expect(page()).toMatchFileSnapshot('../../docs/article.md');
});

function page(): string {
  const agreeing = figures.filter((one) => one.verdict === 'agrees').length;
  return `${[
    '# The article edition',
    `This tool began from an article, "Amazon API Gateway: An Architecture Deep-Dive". The article edition holds the rates that the article prints, and reckons as it does: ${articleBook.edition.hoursPerMonth.toFixed()} hours a month, GB of 10^9 bytes, us-east-1. Where the article gives no rate that can be used, the rate of AWS stands in, and the table says so. Free allowances are left out throughout.`,
    `It answers one question: do the figures of the article follow from its own rates? Of ${figures.length} figures here, ${agreeing} do, at the precision at which they are printed, and ${figures.length - agreeing} do not. That a figure follows does not make it right today: the column "AWS today" prices the same thing with the aws edition, at ${awsBook.edition.hoursPerMonth.toFixed()} hours a month and GB of 2^30 bytes.`,
    'The workloads and figures are in `examples/article`, and `npm test` recomputes every one. To see a table yourself:',
    '```sh\napigw-advisor cost examples/article/cache-impact.yaml --edition article\n```',
    ...figuresBySection.flatMap(({ section, figures: ofSection }) => [
      `## ${section}`,
      markdownTable([HEAD, ...ofSection.map((figure) => row(figure))], { align: ['l', 'r', 'r', 'r', 'l'] }),
    ]),
  ].join('\n\n')}\n`;
}

function row(figure: Figure): string[] {
  return [figure.what, figure.printed, recomputed(figure), shown(figure, awsBook), verdict(figure)].map(markdownText);
}

function recomputed(figure: Figure): string {
  const silent = recompute(figure.compute, articleBook).silent.map((sku) => SKUS[sku].title);
  const text = shown(figure, articleBook);
  return silent.length === 0 ? text : `${text} (with AWS's rate for ${silent.join(' and ')})`;
}

function shown({ compute }: Figure, book: PriceBook): string {
  const { value } = recompute(compute, book);
  return value === null ? 'no rate is published' : show(value, compute);
}

function verdict(figure: Figure): string {
  if (figure.verdict === 'contradicts') return `No. ${figure.because}`;
  return figure.note === undefined ? 'Yes' : `Yes. ${figure.note}`;
}
