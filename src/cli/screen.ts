import { PLAIN, type Screen } from '../render/theme.ts';
import type { Ports } from './ports.ts';

/** Width of a page when nobody says: fits a mail and a default terminal. */
const PAGE = 80;

/**
 * What standard output can show: colour on a terminal without NO_COLOR or --no-color (FORCE_COLOR overrides the
 * terminal), box drawing where the locale is UTF-8. chalk itself ignores NO_COLOR: https://no-color.org
 */
export async function screenOf({ stdout, env }: Ports, options: { readonly color: boolean }): Promise<Screen> {
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const refused = !options.color || (env['NO_COLOR'] ?? '') !== '' || env['FORCE_COLOR'] === '0';
  const columns = stdout.isTTY ? stdout.columns : Number(env['COLUMNS'] ?? PAGE);
  const coloured = !refused && (forced || (stdout.isTTY && env['TERM'] !== 'dumb'));
  return {
    theme: coloured ? (await import('./paint.ts')).paint() : PLAIN,
    columns: Math.max(60, columns && Number.isFinite(columns) ? columns : PAGE),
    unicode: /utf-?8/i.test(env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '') || env['WT_SESSION'] !== undefined,
  };
}
