import { listPrices, quote as price, quoteFor, showPrice, type PlaceOptions } from '../../app/prices/prices.ts';
import { pricesListJson, quoteJson, rateJson } from '../../app/prices/document.ts';
import { visible } from '../../documents/visible.ts';
import { UsageError } from '../../errors/errors.ts';
import { pricesListTable, quoteText, rateText } from '../../render/prices/rates.ts';
import type { FreeTier } from '../../workload/schema.ts';
import type { Ports } from '../ports.ts';
import { pricesOf, type PriceOptions } from '../prices-of.ts';
import { screenOf } from '../screen.ts';

interface Printing extends PlaceOptions, PriceOptions {
  readonly json?: true;
  readonly color: boolean;
}

export type ListOptions = Omit<Printing, 'geography'>;
export type ShowOptions = Printing;

export interface QuoteOptions extends Omit<Printing, 'cost'> {
  readonly alwaysFree?: 'on' | 'off';
  readonly freeTier?: FreeTier;
  /** Dollars, in place of a quantity; or by which prices. */
  readonly cost?: readonly string[];
}

const COSTS = ['list', 'contracted'] as const;

/** `prices list`: every sku. */
export async function list(options: ListOptions, ports: Ports): Promise<void> {
  const listed = listPrices(options, await pricesOf(options, ports));
  ports.stdout.write(options.json ? pricesListJson(listed) : pricesListTable(listed, await screenOf(ports, options)));
}

/** `prices show`: one rate. */
export async function show(sku: string, options: ShowOptions, ports: Ports): Promise<void> {
  const shown = showPrice(sku, options, await pricesOf(options, ports));
  ports.stdout.write(options.json ? rateJson(shown) : rateText(shown, await screenOf(ports, options)));
}

/** `prices quote`: what a quantity costs, or which quantity an amount buys. */
export async function quote(
  sku: string,
  quantity: string | undefined,
  { cost: said = [], ...options }: QuoteOptions,
  ports: Ports,
): Promise<void> {
  const isBasis = (word: string): word is (typeof COSTS)[number] => COSTS.some((one) => one === word);
  const [[cost, second], [amount, other]] = [said.filter(isBasis), said.filter((word) => !isBasis(word))];
  if (second !== undefined || other !== undefined)
    throw new UsageError(
      `--cost is given twice: ${visible(second === undefined ? `${amount} and ${other}` : `${cost} and ${second}`)}`,
      'it takes one amount of dollars, and one of list and contracted',
      `prices quote ${sku} --cost 4300 --cost contracted`,
    );
  if ((quantity === undefined) === (amount === undefined))
    throw new UsageError(
      `prices quote takes a quantity or --cost, ${amount === undefined ? 'and neither is given' : 'not both'}`,
      'a quantity gives what it costs, and a cost the quantity that it buys',
      `prices quote ${sku} ${quantity ?? '432M'} --region us-east-1`,
    );
  const prices = await pricesOf({ ...options, ...(cost === undefined ? {} : { cost }) }, ports);
  const quoted = amount === undefined ? price(sku, quantity ?? '', options, prices) : quoteFor(sku, amount, options, prices);
  ports.stdout.write(options.json ? quoteJson(quoted) : quoteText(quoted, await screenOf(ports, options)));
}
