import { join } from 'node:path';
import type { PriceData } from '../pricebook/sheet.ts';
import { dataFolder } from './files/data-folder.ts';
import type { Ports } from './ports.ts';

/** Which prices an answer goes by, as the command line says. */
export interface PriceOptions {
  /** A folder of price data. */
  readonly prices?: string;
}

/**
 * The prices that an answer goes by: those of a folder that was named, or that the user's data folder has; else the package's.
 * @throws PriceError where that folder is none of price data, or damaged.
 */
export async function pricesOf(options: PriceOptions, ports: Ports): Promise<PriceData> {
  const found = folderOf(options, ports);
  return found === null ? ports.prices() : ports.pricesIn(found.folder, found.write);
}

const WRITTEN = 'a folder that `apigw-advisor prices import` wrote';

/** The folder of prices that is laid over the package's, and what to write where it cannot be read. */
export function folderOf({ prices }: PriceOptions, ports: Ports): { readonly folder: string; readonly write: string } | null {
  if (prices !== undefined) return { folder: prices, write: `--prices with ${WRITTEN}` };
  const said = ports.env['APIGW_ADVISOR_PRICES'] || null;
  if (said !== null) return { folder: said, write: `APIGW_ADVISOR_PRICES with ${WRITTEN}` };
  const data = dataFolder(ports);
  const own = data && join(data, 'prices');
  if (own === null || !ports.isFolder(own)) return null;
  return { folder: own, write: 'remove that folder, and run `apigw-advisor prices import` again' };
}
