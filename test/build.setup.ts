import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './house/source.ts';
import { ROOT } from './run.ts';

/** Tests of the real command line run what is built: builds it when anything it is made from is newer. */
export default function setup(): void {
  const built = join(ROOT, 'dist/version.txt');
  const newest = ['src', 'pricing-data', 'build'].flatMap((folder) => filesUnder(join(ROOT, folder))).map((path) => statSync(path).mtimeMs);
  if (existsSync(built) && newest.every((time) => time < statSync(built).mtimeMs)) return;
  execFileSync(process.execPath, [join(ROOT, 'build/build.mjs')], { stdio: 'inherit' });
}
