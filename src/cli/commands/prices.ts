import { listPrices, quote as price, quoteFor, showPrice, type PlaceOptions } from '../../app/prices/prices.ts';
import { pricesListJson, quoteJson, rateJson } from '../../app/prices/document.ts';
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
  const cost = COSTS.find((word) => said.includes(word));
  const amount = said.find((word) => word !== cost);
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
