import { listPrices, quote as price, showPrice, type PlaceOptions } from '../../app/prices/prices.ts';
import { pricesListJson, quoteJson, rateJson } from '../../app/prices/document.ts';
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

export interface QuoteOptions extends Printing {
  readonly alwaysFree?: 'on' | 'off';
  readonly freeTier?: FreeTier;
}

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

/** `prices quote`: what a quantity costs. */
export async function quote(sku: string, quantity: string, options: QuoteOptions, ports: Ports): Promise<void> {
  const quoted = price(sku, quantity, options, await pricesOf(options, ports));
  ports.stdout.write(options.json ? quoteJson(quoted) : quoteText(quoted, await screenOf(ports, options)));
}
