import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A WebAssembly file that the package carries in dist/wasm, which is the same number of folders away from no two of a source,
 * a chunk of the command line and the library: the nearest above is taken.
 */
export async function packagedWasm(name: string): Promise<Uint8Array> {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, 'dist', 'wasm', name);
    if (existsSync(file) || folder === dirname(folder)) return await readFile(file);
  }
}
