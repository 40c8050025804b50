// Builds dist where it is missing, or older than anything that it is made from: before `npm start`, tests, benchmarks and a package.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'dist/version.txt');

const sources = ['src', 'pricing-data', 'build'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).map((one) => join(one.parentPath, one.name)),
);
const newest = () => Math.max(...[...sources, join(root, 'package.json')].map((path) => statSync(path).mtimeMs));
if (!existsSync(built) || newest() > statSync(built).mtimeMs) {
  const { status } = spawnSync(process.execPath, [join(root, 'build/build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
  process.exitCode = status ?? 1;
}
