import { normalize } from 'node:path';
import { visible } from '../../documents/visible.ts';
import { inputName } from './path-bytes.ts';
import type { Ports } from '../ports.ts';

/** A path, and the one to the same file that stands for it. */
export type Same = readonly [path: string, kept: string];

/** What tells a file from others: equal for all paths to it. A path that leads nowhere is told by its name. */
export function idOf(path: string, ports: Ports): string {
  return ports.identify(path)?.id ?? normalize(path);
}

/**
 * Paths, one for each file: the first that leads there without links, or else the first. What it stands for would count
 * again.
 */
export function countedOnce(paths: readonly string[], ports: Ports): { readonly kept: readonly string[]; readonly same: readonly Same[] } {
  if (paths.length < 2) return { kept: paths, same: [] };
  const files = new Map<string, { readonly path: string; readonly isDirect: boolean }[]>();
  for (const path of paths) {
    const { id, isDirect } = ports.identify(path) ?? { id: normalize(path), isDirect: true };
    const file = files.get(id) ?? [];
    files.set(id, file);
    file.push({ path, isDirect });
  }
  const same: Same[] = [];
  const kept = [...files.values()].map((file) => {
    const { path = '' } = file.find((one) => one.isDirect) ?? file[0] ?? {};
    const others = file.map((one) => one.path);
    others.splice(others.indexOf(path), 1);
    same.push(...others.map((one) => [one, path] as const));
    return path;
  });
  return { kept, same };
}

/** A line about what was named or found again; empty where nothing was. */
export function countedOnceNote([first, ...more]: readonly Same[]): string {
  if (first === undefined) return '';
  const [path, kept] = first.map((one) => visible(inputName(one)));
  const what = path === kept ? `${path} is named more than once` : `${path} is the same file as ${kept}`;
  const others = more.length === 0 ? '' : ` So it is with ${more.length} more.`;
  return `note: ${what}; it is read once.${others}\n`;
}
