import type { Listed, Quoted, Shown, SkuRow } from '../../app/prices/prices.ts';
import { visible } from '../../documents/visible.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import type { Quote } from '../../estimate/quote.ts';
import type { Decimal } from '../../money/decimal.ts';
import { formatExactMoney, formatMoney, formatQuantity, formatUnitPrice } from '../../money/format.ts';
import { isLaid } from '../../pricebook/contract.ts';
import { listPriceOf } from '../../pricebook/contracted.ts';
import { placeId } from '../../pricebook/place.ts';
import type { PriceBook, Rate, Unavailable } from '../../pricebook/price-book.ts';
import { SKUS, unitsOf } from '../../pricebook/skus.ts';
import { rowCost, rowPrice, rowQuantity, rowTitle } from '../cost/words.ts';
import { asideText, notAppliedText, savingText, termText } from '../contract-words.ts';
import { grid } from '../grid.ts';
import { paragraph } from '../paragraph.ts';
import { forScreen } from '../plain-signs.ts';
import type { Screen } from '../theme.ts';

export function pricesListTable({ rows, book, region }: Listed, screen: Screen): string {
  const of = ({ scope, priced, of: all }: SkuRow) =>
    scope === 'worldwide' ? 'worldwide' : `${priced} of ${all} ${scope === 'geography' ? 'geographies' : 'Regions'}`;
  const cell = (row: SkuRow) => (row.scope !== 'region' || region === null ? of(row) : firstPrice(book.rate(row.sku, { region })));
  return [
    grid(
      [
        { head: 'Sku', fit: true },
        { head: 'Unit', fit: true },
        { head: region === null ? 'Priced in' : `First tier in ${region}`, align: 'right' },
      ],
      rows.map((row) => [row.sku, row.unit, cell(row)]),
      screen,
    ),
    '',
    paragraph(`Regions: ${book.regions.join(', ')}`, screen.columns, ''),
    paragraph(`CloudFront geographies: ${book.geographies.join(', ')}`, screen.columns, ''),
    ...importedRows(rows).map((text) => paragraph(text, screen.columns, '')),
    '',
  ].join('\n');
}

function importedRows(rows: readonly SkuRow[]): readonly string[] {
  const count = rows.reduce((all, { imported }) => all + imported, 0);
  return count === 0 ? [] : [`${count} of these rates ${count === 1 ? 'was' : 'were'} imported; prices show says when.`];
}

function firstPrice(rate: Rate | Unavailable): string {
  if ('unavailable' in rate) return rate.published === false ? 'not published' : 'not found';
  const tier = rate.tiers[0];
  return tier?.unitPrice ? formatUnitPrice(tier.unitPrice, SKUS[rate.sku].unit) : 'not found';
}

/** One rate with all there is to know about it. */
export function rateText({ rate, allowance, book }: Shown, screen: Screen): string {
  const { title, service, unit, pool } = SKUS[rate.sku];
  const isContracted = isLaid(book.agreement);
  const line = (label: string, text: string) => paragraph(visible(text), screen.columns, `${label.padEnd(15)}`);
  return [
    screen.theme.strong(`${rate.sku} in ${placeId(rate.place)} (${book.placeName(rate.place)})`),
    `${title}, billed by ${service}`,
    '',
    grid(
      [
        { head: `From (${unitsOf(rate.sku)})` },
        { head: isContracted ? 'AWS lists' : 'Unit price', fit: true, align: 'right' },
        ...(isContracted ? [{ head: 'Contracted', fit: true, align: 'right' as const }] : []),
        { head: 'AWS rate code', fit: true },
      ],
      rate.tiers.map((tier) => [
        formatQuantity(tier.from),
        priceOr(listPriceOf(tier), unit),
        ...(isContracted ? [priceOr(tier.unitPrice, unit)] : []),
        tier.skuPriceId ?? 'not established',
      ]),
      screen,
    ),
    '',
    line('usage type', rate.usageType ?? `not established: ${rate.noUsageType}`),
    ...(rate.tiers.some((tier) => tier.unitPrice !== null && tier.skuPriceId === null) && rate.noRateCode
      ? [line('rate code', rate.noRateCode)]
      : []),
    ...sourcesOf(rate).flatMap(({ title: source, published, confidence, url }) => [
      line('source', `${source}${url === null ? '' : ` (${url})`}`),
      line('published', `${published}, confidence ${confidence} (${CONFIDENCE[confidence]})`),
    ]),
    ...[...new Set(rate.tiers.flatMap((tier) => tier.unavailable ?? []))].map((reason) => line('not found', reason)),
    ...(rate.source.imported === undefined ? [] : [line('list', `imported on ${rate.source.imported}`)]),
    line('tiers', pool),
    ...(allowance
      ? [
          line(
            allowance.of === 'always' ? 'always free' : 'free tier',
            `${formatQuantity(allowance.quantity)} ${unitsOf(rate.sku)} a month. ${allowance.note}`,
          ),
        ]
      : []),
    ...(rate.note === null ? [] : [line('note', rate.note)]),
    ...contractLines(rate, book).map((text) => line('contract', text)),
    ...(rate.ofEdition ? [] : [line('edition', 'The article gives no such rate; this is the one AWS publishes.')]),
    '',
  ].join('\n');
}

const priceOr = (price: Decimal | null, unit: string) => (price === null ? 'not found' : formatUnitPrice(price, unit));

/** By what a contract prices it; or that there is one, and why it does not. */
function contractLines({ term }: Rate, { agreement }: PriceBook): readonly string[] {
  if (!isLaid(agreement)) return [...notAppliedText(agreement), ...asideText(agreement).map(({ text, option }) => `${text} ${option}`)];
  return [`${agreement.contract.name}: ${termText(term)}`];
}

const CONFIDENCE = {
  A: 'AWS machine price data',
  B: 'AWS page or text',
  C: 'a third party quoting AWS',
  D: 'weak, single or old',
} as const;

export function quoteText({ quote, for: amount, book }: Quoted, screen: Screen): string {
  const bound = quote.bound === 'exact' ? '' : 'at least ';
  const { agreement } = book;
  const said = [...savingText(agreement, [quote]), ...asideText(agreement).map(({ text, option }) => `${text} ${option}`)];
  const quantity = `${formatQuantity(quote.quantity)} ${quote.quantity.eq('1') ? quote.unit : unitsOf(quote.sku)}`;
  const what = `of ${quote.sku} in ${placeId(quote.place)} (${book.placeName(quote.place)})`;
  const lines = [
    amount === null
      ? `${quantity} ${what} cost ${bound}${screen.theme.strong(formatMoney(costOf(quote)))}`
      : `${formatExactMoney(amount)} buys ${screen.theme.strong(quantity)} ${what}`,
    ...said.map((text) => paragraph(visible(text), screen.columns, '')),
    ...(quote.lineItems.length > 0 ? [bandsTable(quote, screen)] : []),
    ...importedLine(quote.lineItems),
    '',
  ];
  return forScreen(lines.join('\n'), screen);
}

/** When the rate was imported; nothing of what the package carries. */
function importedLine(lineItems: Quote['lineItems']): readonly string[] {
  const days = [...new Set(lineItems.flatMap(({ imported }) => imported ?? []))];
  return days.map((day) => `The rate was imported on ${day}.`);
}

function bandsTable({ lineItems }: Quote, screen: Screen): string {
  return grid(
    [
      { head: 'What' },
      { head: 'Quantity', fit: true, align: 'right' },
      { head: 'Unit price', fit: true, align: 'right' },
      { head: 'Cost', fit: true, align: 'right' },
    ],
    lineItems.map((item) => [
      item.note === null ? rowTitle(item) : `${rowTitle(item)} – ${item.note}`,
      rowQuantity(item),
      rowPrice(item),
      rowCost(item),
    ]),
    screen,
  );
}

function sourcesOf(rate: Rate): readonly Rate['source'][] {
  return [...new Map(rate.tiers.filter((tier) => tier.unitPrice !== null).map((tier) => [tier.source.id, tier.source])).values()];
}
