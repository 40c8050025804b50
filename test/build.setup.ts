import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './run.ts';

/**
 * Tests of the real command line run what is built: builds it when anything it is made from is newer. What they start finds
 * no prices and no contract of whoever runs them.
 */
export default function setup(): void {
  process.env['XDG_DATA_HOME'] = mkdtempSync(join(tmpdir(), 'apigw-advisor-no-data-'));
  delete process.env['APIGW_ADVISOR_PRICES'];
  delete process.env['APIGW_ADVISOR_CONTRACT'];
  execFileSync(process.execPath, [join(ROOT, 'build/fresh.mjs')], { stdio: 'inherit' });
}
