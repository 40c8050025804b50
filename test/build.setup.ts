import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './run.ts';

/** Tests of the real command line run what is built: builds it when anything it is made from is newer. */
export default function setup(): void {
  execFileSync(process.execPath, [join(ROOT, 'build/fresh.mjs')], { stdio: 'inherit' });
}
