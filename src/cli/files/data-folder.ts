import { isAbsolute, join } from 'node:path';
import type { Ports } from '../ports.ts';

/**
 * The user's own folder for what this program lays over its prices: https://specifications.freedesktop.org/basedir-spec/latest/
 * @returns null where the environment names no home.
 */
export function dataFolder({ env }: Pick<Ports, 'env'>): string | null {
  return ownFolder(env['XDG_DATA_HOME'], ['.local', 'share'], env);
}

/**
 * A folder of this program: in what XDG names, on Windows in LOCALAPPDATA, elsewhere below the home. Git Bash on Windows has a HOME
 * too, and finds what PowerShell has kept.
 */
export function ownFolder(
  said: string | undefined,
  belowHome: readonly string[],
  env: Ports['env'],
  path = { isAbsolute, join },
): string | null {
  const home = env['HOME'] ? path.join(env['HOME'], ...belowHome) : '';
  const found = [said, env['LOCALAPPDATA'], home].find((one) => one && path.isAbsolute(one));
  return found === undefined ? null : path.join(found, 'apigw-advisor');
}
