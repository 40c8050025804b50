import { readdirSync, realpathSync, statSync } from 'node:fs';
import { globSync, type FileSystemAdapter } from 'tinyglobby';
import { bytesOf, pathOf } from './path-bytes.ts';
import { identify } from './looking.ts';

/**
 * Every file below a folder whose name ends so, but what is hidden or below a node_modules. A folder is entered once,
 * however many links lead to it, and by a link only where it lies nowhere else: so a loop ends, and each file has the name
 * that it has without links. A link that leads nowhere and a folder that cannot be entered stand for themselves: who reads
 * them learns why.
 */
export function filesBelow(folder: string, ending: RegExp): readonly string[] {
  const found: string[] = [];
  const entered = new Set<string>();
  const folders = [folder];
  const linked: string[] = [];
  for (let at = folders.pop(); at !== undefined; at = folders.pop() ?? linked.shift()) {
    const id = identify(at)?.id ?? at;
    if (entered.has(id)) continue;
    entered.add(id);
    const entries = entriesOf(at);
    if (entries === null) found.push(at);
    for (const entry of entries ?? []) {
      const name = pathOf(entry.name);
      if (name.startsWith('.') || name === 'node_modules') continue;
      const path = `${at.replace(/\/+$/, '')}/${name}`;
      const kind = entry.isSymbolicLink() ? kindBehind(path) : entry;
      if (kind?.isDirectory()) (kind === entry ? folders : linked).push(path);
      else if (ending.test(name) && (kind?.isFile() ?? true)) found.push(path);
    }
  }
  return found;
}

/** The files that a pattern such as `shop/*.yaml` matches, through whatever links: none where it is too long to be one. */
export function filesMatching(pattern: string, folder: string): readonly string[] {
  try {
    return globSync([pattern], { cwd: folder, ignore: ['**/node_modules/**'], fs: BY_BYTES });
  } catch {
    return [];
  }
}

/** Names that are not UTF-8 are found too. */
const BY_BYTES = {
  readdirSync: (path: string) => (entriesOf(path) ?? []).map((entry) => Object.assign(entry, { name: pathOf(entry.name) })),
  realpathSync: (path: string) => pathOf(realpathSync.native(bytesOf(path), 'buffer')),
  statSync: (path: string) => statSync(bytesOf(path)),
} as unknown as FileSystemAdapter;

function entriesOf(folder: string) {
  try {
    return readdirSync(bytesOf(folder), { encoding: 'buffer', withFileTypes: true });
  } catch {
    return null;
  }
}

/** What a link leads to; null where it leads nowhere. */
function kindBehind(path: string) {
  try {
    return statSync(bytesOf(path));
  } catch {
    return null;
  }
}
