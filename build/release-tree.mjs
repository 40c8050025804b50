// Lays out what a release tag holds: the Action, the hooks of pre-commit, and the command line as it is in the package, which runs
// without an install. Each run of the Action downloads it.
//   node build/release-tree.mjs <what npm pack wrote> <folder>
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PACKED = ['bin', 'dist/cli', 'dist/pricing-data', 'dist/wasm', 'dist/version.txt', 'LICENSE', 'README.md', 'THIRD-PARTY-NOTICES.md'];
const CHECKED_OUT = ['action.yml', 'action', '.pre-commit-hooks.yaml'];

const [packed, folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('node build/release-tree.mjs <what npm pack wrote> <folder>');
rmSync(folder, { recursive: true, force: true });
const unpacked = join(folder, 'package');
mkdirSync(folder, { recursive: true });
execFileSync('tar', ['-xzf', packed, '-C', folder]);
for (const name of PACKED) cpSync(join(unpacked, name), join(folder, name), { recursive: true });
for (const name of CHECKED_OUT) cpSync(join(root, name), join(folder, name), { recursive: true });

// npm installs from git by packing, and first installs what a package is built with if it has scripts that build. This is built.
const { name, version, description, license, engines, bin, repository } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));
const files = ['bin', 'dist', 'THIRD-PARTY-NOTICES.md'];
writeFileSync(
  join(folder, 'package.json'),
  `${JSON.stringify({ name, version, description, license, repository, engines, bin, files }, null, 2)}\n`,
);
rmSync(unpacked, { recursive: true });
