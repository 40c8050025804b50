import { Chalk } from 'chalk';
import type { Theme } from '../render/theme.ts';

/** The colours of a terminal: the sixteen that its user has chosen. */
export function paint(): Theme {
  const chalk = new Chalk({ level: 1 });
  return { strong: chalk.bold, faint: chalk.dim, good: chalk.green, warn: chalk.yellow };
}
