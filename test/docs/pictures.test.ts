// docs/images: terminals as SVG, and the page of a report as PNG, taken in Chromium. `npx vitest -u` draws anew what changed.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { chromiumPath, launch } from '../report/chromium.ts';
import { filesUnder } from '../house/source.ts';
import { ROOT, run } from '../run.ts';
import { terminalPicture } from './terminal-picture.ts';

const IMAGES = `${ROOT}docs/images/`;
const read = (name: string) => readFileSync(`${IMAGES}${name}`, 'utf8');

test('recommend.svg is what a terminal shows', async () => {
  const command = 'recommend examples/partners.yaml --why';
  const { stdout } = await run(command.split(' '), { columns: 80, env: { LANG: 'C.UTF-8', FORCE_COLOR: '1' } });
  expect(stdout).toContain('\u001b[32m');
  const picture = terminalPicture(`apigw-advisor ${command}`, `\u001b[2m$ apigw-advisor ${command}\u001b[22m\n${stdout}`);
  await expect(picture).toMatchFileSnapshot('../../docs/images/recommend.svg');
});

/** Windows in which the page is shown, and how many pixels of the screen a pixel of the page takes. */
const SHOTS = { 'report-desktop.png': { width: 1280, height: 860, scale: 1 }, 'report-phone.png': { width: 390, height: 860, scale: 1 } };

const REPORT = 'report examples/catalogue.yaml examples/chat.yaml examples/partners.yaml --as-of 2026-11-22 --format html';

/** Fonts differ from machine to machine, and pixels with them: what is compared is the page that the pictures were taken of. */
test('the pictures of a report are of the page that it is today', { timeout: 120_000 }, async () => {
  const { stdout: page } = await run(REPORT.split(' '));
  const hash = `${createHash('sha256').update(page).digest('hex')}\n`;
  if (isUpdating() && read('report.sha256') !== hash) {
    await takeShots(page);
    writeFileSync(`${IMAGES}report.sha256`, hash);
  }
  expect(read('report.sha256'), 'the page has changed: npx vitest run test/docs/pictures.test.ts -u, where Chromium is').toBe(hash);
  for (const [name, { width, height, scale }] of Object.entries(SHOTS)) {
    const header = readFileSync(`${IMAGES}${name}`).subarray(0, 24);
    expect([name, header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([name, width * scale, height * scale]);
  }
});

const isUpdating = () => (expect.getState().snapshotState as unknown as Readonly<Record<string, unknown>>)['_updateSnapshot'] === 'all';

async function takeShots(page: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-shots-'));
  const browser = await launch(chromiumPath() ?? expect.fail('there is no Chromium to take pictures in'));
  try {
    writeFileSync(join(folder, 'page.html'), page);
    for (const [name, { width, height, scale }] of Object.entries(SHOTS)) {
      const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, colorScheme: 'light' });
      const opened = await context.newPage();
      await opened.goto(pathToFileURL(join(folder, 'page.html')).href);
      await opened.screenshot({ path: `${IMAGES}${name}` });
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

test('all pictures together are small, each stands in a page, and none is in the package', () => {
  const names = readdirSync(IMAGES).filter((name) => !name.endsWith('.sha256'));
  expect(names.reduce((sum, name) => sum + statSync(`${IMAGES}${name}`).size, 0)).toBeLessThan(400_000);
  const pages = [`${ROOT}README.md`, ...filesUnder(`${ROOT}docs`).filter((path) => path.endsWith('.md'))].map((path) => readFileSync(path, 'utf8'));
  expect(names.filter((name) => !pages.some((page) => page.includes(`images/${name})`)))).toEqual([]);
  const { files } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { readonly files: readonly string[] };
  expect(files.includes('docs') && !files.includes('!docs/images')).toBe(false);
});
