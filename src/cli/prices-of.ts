import { join } from 'node:path';
import type { PriceData } from '../pricebook/sheet.ts';
import type { CostBasis } from './contract-of.ts';
import { visible } from '../documents/visible.ts';
import { nameOf } from './files/path-bytes.ts';
import { dataFolder } from './files/data-folder.ts';
import type { Ports } from './ports.ts';

/** Which prices an answer goes by, as the command line says. */
export interface PriceOptions extends Pick<CostBasis, 'contract' | 'cost' | 'asOf'> {
  /** A folder of price data. */
  readonly prices?: string;
}

/**
 * The prices that an answer goes by: those of a folder that was named, or that the user's data folder has; else the package's.
 * With them, what is agreed with AWS.
 * @throws PriceError where that folder is none of price data, or damaged, or the contract has mistakes; UsageError where there
 * is no contract to go by.
 */
export async function pricesOf(options: PriceOptions & CostBasis, ports: Ports): Promise<PriceData> {
  if (options.asOf !== undefined) (await import('../app/pricing-options.ts')).dateOf(options.asOf);
  const own = ownFolder(ports);
  const found = folderOf(options, ports, own);
  const prices = found === null ? ports.prices() : await ports.pricesIn(found.folder, found.write);
  // What is imported says so in the answer; whole price data has no layer that could.
  if (found !== null && prices.added === undefined)
    ports.stderr.write(`note: the prices are those of ${visible(nameOf(found.folder))}, in place of the package's.\n`);
  const isAsked = options.contract !== undefined || options.cost === 'contracted' || ports.env['APIGW_ADVISOR_CONTRACT'];
  if (own === null && !isAsked) return prices;
  const agreement = await (await import('./contract-of.ts')).agreementOf(options, own, prices, ports);
  return agreement === null ? prices : { ...prices, agreement };
}

/** The user's data folder, where it is there. */
function ownFolder(ports: Ports): string | null {
  const folder = dataFolder(ports);
  return folder !== null && ports.isFolder(folder) ? folder : null;
}

const WRITTEN = 'a folder that `apigw-advisor prices import` wrote';

/** How the user's own folder is called. */
export const OWN = 'your data folder';

/** The folder of prices that is laid over the package's, and what to write where it cannot be read. */
export function folderOf(
  { prices }: PriceOptions,
  ports: Ports,
  data = ownFolder(ports),
): { readonly folder: string; readonly by: string; readonly write: string } | null {
  if (prices !== undefined) return { folder: prices, by: '--prices', write: `--prices with ${WRITTEN}` };
  const said = ports.env['APIGW_ADVISOR_PRICES'] || null;
  if (said !== null) return { folder: said, by: 'APIGW_ADVISOR_PRICES', write: `APIGW_ADVISOR_PRICES with ${WRITTEN}` };
  const own = data && join(data, 'prices');
  if (own === null || !ports.isFolder(own)) return null;
  return { folder: own, by: OWN, write: 'remove that folder, and run `apigw-advisor prices import` again' };
}
