import { diffLists, listOn, type NamedList } from '../../app/prices/diff.ts';
import { isDay } from '../../reading/day.ts';
import type { ExitCode } from '../../errors/exit-codes.ts';
import { answered, type Printing } from '../answered.ts';
import { nameOf } from '../files/path-bytes.ts';
import { PRICES_DIFF_FORMATS } from '../formats/prices-diff.ts';
import type { Ports } from '../ports.ts';
import { pricesOf, type PriceOptions } from '../prices-of.ts';

export type PricesDiffOptions = PriceOptions & Printing<keyof typeof PRICES_DIFF_FORMATS>;

/** `prices diff`: what two price lists have otherwise. */
export async function pricesDiff(before: string, now: string, options: PricesDiffOptions, ports: Ports): Promise<ExitCode> {
  const [was, is] = [await listNamed(before, options, ports), await listNamed(now, options, ports)];
  return answered(diffLists(was, is), 1, PRICES_DIFF_FORMATS, options, ports);
}

async function listNamed(text: string, options: PricesDiffOptions, ports: Ports): Promise<NamedList> {
  if (text === 'packaged') return { name: text, prices: ports.prices() };
  if (isDay(text)) return { name: text, prices: listOn(text, await pricesOf(options, ports)) };
  return {
    name: nameOf(text),
    prices: await ports.pricesIn(text, 'packaged, a day such as 2026-08-31, or a folder that prices import wrote'),
  };
}
