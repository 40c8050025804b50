import { join } from 'node:path';
import { UsageError } from '../../errors/errors.ts';
import type { Ports } from '../ports.ts';
import { cannotWrite, linkNotes } from './write-words.ts';
import { nameOf } from './path-bytes.ts';

/** A file for each draft, by the name of its API: two of one name are told apart by a number. */
export function draftPaths(folder: string, names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const stem = stemOf(name);
    let path = join(folder, `${stem}.yaml`);
    for (let count = 2; taken.has(path.toLowerCase()); count += 1) path = join(folder, `${stem}-${count}.yaml`);
    taken.add(path.toLowerCase());
    return path;
  });
}

/** Names that Windows keeps for devices, with whatever ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Letters, digits and hyphens, so that no name leads anywhere else. */
function stemOf(name: string): string {
  const stem = name
    .normalize('NFKD')
    .replace(/[^\w]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '')
    .slice(0, 80);
  return stem === '' || DEVICE.test(stem) ? `api-${stem}`.replace(/-$/, '') : stem;
}

/**
 * Writes drafts, all of them or none.
 * @throws UsageError where a file is there and is not to be replaced, or nothing can be written there.
 */
export async function writeDrafts(files: ReadonlyMap<string, string>, force: boolean, folder: string, ports: Ports): Promise<void> {
  try {
    const links = await ports.writeFiles(files, { replace: force, makeFolders: true });
    ports.stderr.write(linkNotes(links));
  } catch (cause) {
    const { code, file = folder } = cause as { readonly code?: string; readonly file?: string };
    if (code === 'EEXIST')
      throw new UsageError(`${nameOf(file)} exists already`, 'a file is replaced only with --force', `--draft ${nameOf(folder)} --force`, {
        cause,
      });
    throw cannotWrite(folder, cause, '--draft drafts/');
  }
}
