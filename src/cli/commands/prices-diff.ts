import { diffLists, listOn, type NamedList } from '../../app/prices/diff.ts';
import { visible } from '../../documents/visible.ts';
import { AdvisorError } from '../../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import { isDay } from '../../reading/day.ts';
import { answered, type Printing } from '../answered.ts';
import { offerFile } from '../files/offer-files.ts';
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
  if (ports.identify(text) !== null && !ports.isFolder(text)) return { name: nameOf(text), prices: await laid(text, ports) };
  const write = 'packaged, a day such as 2026-08-31, a folder that prices import wrote, or a price list of AWS';
  return { name: nameOf(text), prices: await ports.pricesIn(text, write) };
}

/** A price list of AWS, laid over that of the package. */
async function laid(path: string, ports: Ports): Promise<PriceData> {
  const { importPrices, outcomesOf } = await import('../../app/prices/import.ts');
  const options = { asOf: ports.today(), older: true };
  const { prices, problems, imported } = await importPrices([offerFile(path, ports)], options, ports.prices());
  if (problems.length > 0) throw new AdvisorError(EXIT_CODES.template.code, problems);
  const refused = imported.reduce((all, { rates }) => all + outcomesOf(rates, 'refused').length, 0);
  if (refused > 0)
    ports.stderr.write(
      `note: ${refused} ${refused === 1 ? 'rate' : 'rates'} of ${visible(nameOf(path))} could not be used; prices verify says why.\n`,
    );
  return prices;
}
