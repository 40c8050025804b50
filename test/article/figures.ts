import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { parse } from 'yaml';
import { estimate, type WorkloadEstimate } from '../../src/estimate/estimate.ts';
import { quote } from '../../src/estimate/quote.ts';
import type { LineItem } from '../../src/estimate/line-item.ts';
import { formatMoney, formatQuantity, formatUnitPrice } from '../../src/money/format.ts';
import { decimal, ONE, sum, ZERO, type Decimal } from '../../src/money/decimal.ts';
import type { Place, PriceBook } from '../../src/pricebook/price-book.ts';
import { ALL_SKUS, unitsOf, type Sku } from '../../src/pricebook/skus.ts';
import { parseWorkload } from '../../src/workload/read.ts';

/** How a figure is recomputed. `examples/article/figures.yaml` explains each form. */
export type Expression =
  | { readonly quote: Sku; readonly quantity: string }
  | { readonly rate: Sku; readonly at: string; readonly per: string; readonly unit: string }
  | { readonly workload: string; readonly candidate: string; readonly take: 'listCost' | 'frontDoorCost' | readonly Sku[] }
  | { readonly workload: string; readonly candidate: string; readonly metered: Sku }
  | { readonly minus: readonly [Expression, Expression] }
  | { readonly times: string; readonly of: Expression }
  | { readonly ratio: readonly [Expression, Expression] }
  | { readonly saving: readonly [Expression, Expression] };

const words = v.pipe(v.string(), v.minLength(1));
const number = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/));
const sku = v.picklist(ALL_SKUS);
const expression: v.GenericSchema<Expression> = v.lazy(() =>
  v.union([
    v.strictObject({ quote: sku, quantity: v.union([number, v.literal('month')]) }),
    v.strictObject({ rate: sku, at: number, per: number, unit: words }),
    v.strictObject({ workload: words, candidate: words, take: v.union([v.picklist(['listCost', 'frontDoorCost']), v.array(sku)]) }),
    v.strictObject({ workload: words, candidate: words, metered: sku }),
    v.strictObject({ minus: v.tuple([expression, expression]) }),
    v.strictObject({ times: number, of: expression }),
    v.strictObject({ ratio: v.tuple([expression, expression]) }),
    v.strictObject({ saving: v.tuple([expression, expression]) }),
  ]),
);

const common = {
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  claims: v.optional(v.array(v.pipe(v.string(), v.regex(/^C\d{3}$/))), []),
  what: words,
  printed: words,
  compute: expression,
  within: v.optional(number),
  moreThan: v.optional(number),
};
const figure = v.variant('verdict', [
  v.strictObject({ ...common, verdict: v.literal('agrees'), note: v.optional(words) }),
  v.strictObject({ ...common, verdict: v.literal('contradicts'), engine: words, because: words }),
]);
const sections = v.array(v.strictObject({ section: words, figures: v.pipe(v.array(figure), v.minLength(1)) }));

export type Figure = v.InferOutput<typeof figure>;

const folder = new URL('../../examples/article/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** The figures of the article, by its headings. Scalars stay text, so no digit passes through a double. */
export const figuresBySection = v.parse(sections, parse(read('figures.yaml'), { schema: 'failsafe' }));
export const figures: readonly Figure[] = figuresBySection.flatMap((one) => one.figures);

/** Names of the workloads beside the figures and tables. */
export const workloadNames: readonly string[] = readdirSync(fileURLToPath(folder))
  .filter((name) => name.endsWith('.yaml') && name !== 'figures.yaml' && name !== 'tables.yaml')
  .map((name) => name.replace(/\.yaml$/, ''));

const estimates = new WeakMap<PriceBook, Map<string, WorkloadEstimate>>();

/** The estimate of a workload of examples/article. */
export function estimateOf(name: string, book: PriceBook): WorkloadEstimate {
  const known = estimates.get(book) ?? new Map<string, WorkloadEstimate>();
  estimates.set(book, known);
  const found = known.get(name) ?? estimate(parseWorkload(read(`${name}.yaml`), { file: name, regions: book.regions }), book);
  known.set(name, found);
  return found;
}

/** Names of the workloads that an expression reads. */
export function workloadsOf(one: Expression): readonly string[] {
  if ('workload' in one) return [one.workload];
  return parts(one).flatMap(workloadsOf);
}

/** The expressions that one is made of. */
export function parts(one: Expression): readonly Expression[] {
  if ('minus' in one) return one.minus;
  if ('ratio' in one) return one.ratio;
  if ('saving' in one) return one.saving;
  return 'of' in one ? [one.of] : [];
}

/** A recomputed figure; `value` is null where a rate is not published, `silent` are the rates the edition lacks. */
export interface Recomputed {
  readonly value: Decimal | null;
  readonly silent: readonly Sku[];
}

const PLACE: Place = { region: 'us-east-1' };

export function recompute(one: Expression, book: PriceBook): Recomputed {
  if ('quote' in one) {
    const quantity = one.quantity === 'month' ? book.edition.hoursPerMonth : decimal(one.quantity);
    const { listCost, bound, lineItems } = quote(one.quote, quantity, PLACE, book, { alwaysFree: false });
    return { value: bound === 'exact' ? listCost : null, silent: silentOf(lineItems, book) };
  }
  if ('rate' in one) {
    const rate = book.rate(one.rate, PLACE);
    if ('unavailable' in rate) return { value: null, silent: [] };
    const price = rate.tiers.findLast((tier) => tier.from.lte(one.at))?.unitPrice ?? null;
    return { value: price && price.times(one.per), silent: rate.ofEdition ? [] : [one.rate] };
  }
  if ('workload' in one) return ofWorkload(one, book);
  if ('of' in one) {
    const { value, silent } = recompute(one.of, book);
    return { value: value && value.times(one.times), silent };
  }
  const [a, b] = (parts(one) as readonly [Expression, Expression]).map((part) => recompute(part, book)) as [Recomputed, Recomputed];
  const silent = [...new Set([...a.silent, ...b.silent])];
  if (a.value === null || b.value === null) return { value: null, silent };
  if ('minus' in one) return { value: a.value.minus(b.value), silent };
  if ('ratio' in one) return { value: a.value.div(b.value), silent };
  return { value: ONE.minus(b.value.div(a.value)), silent };
}

function ofWorkload(one: Extract<Expression, { readonly workload: string }>, book: PriceBook): Recomputed {
  const { candidates } = estimateOf(one.workload, book);
  const candidate = candidates.find(({ id }) => id === one.candidate);
  if (candidate === undefined) throw new Error(`${one.workload}.yaml has no candidate ${one.candidate}`);
  if ('metered' in one) {
    const lines = candidate.lineItems.filter((item) => item.sku === one.metered);
    return { value: sum(lines.map((item) => item.pricingQuantity)), silent: [] };
  }
  const { take } = one;
  if (typeof take === 'string') {
    const lines = candidate.lineItems.filter((item) => take === 'listCost' || item.side === 'front-door');
    return { value: candidate.bound === 'exact' ? candidate[take] : null, silent: silentOf(lines, book) };
  }
  const lines = candidate.lineItems.filter((item) => take.includes(item.sku));
  const complete = lines.every((item) => item.listCost !== null);
  return { value: complete ? sum(lines.map((item) => item.listCost ?? ZERO)) : null, silent: silentOf(lines, book) };
}

function silentOf(lines: readonly LineItem[], book: PriceBook): readonly Sku[] {
  const silent = lines.filter((item) => {
    const rate = item.tierFrom === null ? null : book.rate(item.sku, item.place);
    return rate !== null && 'tiers' in rate && !rate.ofEdition;
  });
  return [...new Set(silent.map((item) => item.sku))];
}

/** A recomputed value as the page shows it. */
export function show(value: Decimal, one: Expression): string {
  if ('rate' in one) return formatUnitPrice(value, one.unit);
  if ('metered' in one) return `${formatQuantity(value)} ${unitsOf(one.metered)}`;
  if ('saving' in one) return `${value.times('100').toFixed(1)}%`;
  if ('ratio' in one) return `${value.toFixed(2)} times`;
  return formatMoney(value);
}

const PRINTED = /([\d,]+(?:\.\d+)?)(?:-([\d,]+))?(%|\s*million\b|\s*billion\b|M\b)?/;
const SCALES: Readonly<Record<string, string>> = { '%': '0.01', million: '1e6', M: '1e6', billion: '1e9' };

/** Whether a value is the printed figure: to the decimals that are printed, in the range that is printed, or as the figure itself says. */
export function matches(value: Decimal, { printed, within, moreThan }: Figure): boolean {
  if (moreThan !== undefined) return value.gt(moreThan);
  const [, first, last, scale] = PRINTED.exec(printed) ?? [];
  if (first === undefined) throw new Error(`no number in "${printed}"`);
  const digits = decimal(first.replaceAll(',', ''));
  if (last !== undefined) return value.gte(digits) && value.lte(last.replaceAll(',', ''));
  const scaled = value.div(SCALES[scale?.trim() ?? ''] ?? '1');
  if (within !== undefined) return scaled.minus(digits).abs().lte(within);
  return scaled.toDecimalPlaces(first.split('.')[1]?.length ?? 0).eq(digits);
}
