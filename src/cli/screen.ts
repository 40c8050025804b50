import { Chalk } from 'chalk';
import { PLAIN, type Screen, type Theme } from '../report/theme.ts';
import type { Ports } from './ports.ts';

/** Width of a page when nobody says: fits a mail and a default terminal. */
const PAGE = 80;

/**
 * What standard output can show: colour on a terminal without NO_COLOR or --no-color (FORCE_COLOR overrides the
 * terminal), box drawing where the locale is UTF-8. chalk itself ignores NO_COLOR: https://no-color.org
 */
export function screenOf({ stdout, env }: Ports, options: { readonly color: boolean }): Screen {
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const refused = !options.color || (env['NO_COLOR'] ?? '') !== '' || env['FORCE_COLOR'] === '0';
  const columns = stdout.isTTY ? stdout.columns : Number(env['COLUMNS'] ?? PAGE);
  return {
    theme: !refused && (forced || (stdout.isTTY && env['TERM'] !== 'dumb')) ? painted() : PLAIN,
    columns: Math.max(60, columns && Number.isFinite(columns) ? columns : PAGE),
    unicode: /utf-?8/i.test(env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '') || env['WT_SESSION'] !== undefined,
  };
}

function painted(): Theme {
  const chalk = new Chalk({ level: 1 });
  return { strong: chalk.bold, faint: chalk.dim, good: chalk.green, warn: chalk.yellow };
}
