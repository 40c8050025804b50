import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** Where a Chromium is, or null where these tests may be left out: on a machine of somebody's own, never in CI. */
export function chromiumPath(): string | null {
  const found = [process.env['CHROMIUM'], ...PLACES].find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return found;
  const how = 'apt-get install chromium, or set CHROMIUM to the path of one';
  if (process.env['CI'] === 'true') throw new Error(`The HTML report is tested in Chromium, and there is none here: ${how}.`);
  process.stderr.write(`Left out: the HTML report in a browser, for want of Chromium (${how}).\n`);
  return null;
}

/** A headless browser; root, as in a container, has no sandbox to run in. */
export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
