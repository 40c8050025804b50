import type { Ports } from '../ports.ts';
import { ownFolder } from './data-folder.ts';

/**
 * The user's own folder for what can be had again: compiled code, which bin/compile-cache.cjs has there, and price lists.
 * @returns null where the environment names no home.
 */
export function cacheFolder({ env }: Pick<Ports, 'env'>): string | null {
  return ownFolder(env['XDG_CACHE_HOME'], ['.cache'], env);
}

/** Where price lists are kept, below that. */
export const DOWNLOADS = 'downloads';
