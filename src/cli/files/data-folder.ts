import { isAbsolute, join } from 'node:path';
import type { Ports } from '../ports.ts';

/**
 * The user's own folder for what this program lays over its prices: https://specifications.freedesktop.org/basedir-spec/latest/
 * @returns null where the environment names no home.
 */
export function dataFolder({ env }: Pick<Ports, 'env'>): string | null {
  const said = env['XDG_DATA_HOME'] ?? '';
  const home = isAbsolute(said) ? said : env['HOME'] ? join(env['HOME'], '.local', 'share') : (env['LOCALAPPDATA'] ?? '');
  return isAbsolute(home) ? join(home, 'apigw-advisor') : null;
}
