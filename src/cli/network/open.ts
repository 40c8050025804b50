import { getProxyForUrl } from 'proxy-from-env';
import type { PriceServer } from '../../app/prices/update/server.ts';
import { httpClient } from './http.ts';
import { priceServer } from './price-server.ts';

/** So long a server may say nothing. */
const SILENT_MS = 30_000;

/** A server of price lists, reached through the proxy that the environment names for it: HTTPS_PROXY, HTTP_PROXY, NO_PROXY. */
export function openPriceServer(base: URL, folder: string): PriceServer {
  const wait = async (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  return priceServer({ client: httpClient(SILENT_MS, getProxyForUrl), base, wait }, folder);
}
