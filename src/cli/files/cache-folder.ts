import { isAbsolute, join } from 'node:path';
import type { Ports } from '../ports.ts';

/**
 * The user's own folder for what can be had again: compiled code, which bin/compile-cache.cjs has there, and price lists.
 * @returns null where the environment names no home.
 */
export function cacheFolder({ env }: Pick<Ports, 'env'>): string | null {
  const home = env['XDG_CACHE_HOME'] || env['LOCALAPPDATA'] || (env['HOME'] && join(env['HOME'], '.cache')) || '';
  return isAbsolute(home) ? join(home, 'apigw-advisor') : null;
}

/** Where price lists are kept, below that. */
export const DOWNLOADS = 'downloads';
