// The page in a real browser: opened as a file, by day and by night, on a phone and on paper, with mouse and keyboard.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, launch } from './chromium.ts';
import { faintMarks } from './contrast.ts';
import { fullPage, longPage, manyPage } from './pages.ts';

const executable = chromiumPath();

describe.skipIf(executable === null)('the page in Chromium', { timeout: 120_000 }, () => {
  let browser: Browser;
  let full: string;
  let long: string;
  let many: string;
  /** Whatever a browser complains of or asks for, besides the file itself. */
  let noise: string[] = [];

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-'));
    const kept = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return pathToFileURL(join(folder, name)).href;
    };
    full = kept('full.html', await fullPage());
    long = kept('long.html', await longPage());
    many = kept('many.html', await manyPage());
    browser = await launch(executable ?? '');
  }, 120_000);
  afterAll(() => browser?.close());
  afterEach(async () => {
    await Promise.all(browser.contexts().map((one) => one.close()));
    const heard = noise;
    noise = [];
    expect(heard).toEqual([]);
  });

  async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
    const page = await context.newPage();
    page.on('console', (message) => noise.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      noise.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => request.url() !== address && noise.push(`request: ${request.url()}`));
    await page.goto(address);
    return page;
  }

  /** Folded parts, opened. */
  const unfolded = async (address: string, options: BrowserContextOptions = {}) => {
    const page = await open(address, options);
    for (const summary of await page.locator('details.part > summary').all()) await summary.click();
    return page;
  };
  const column = (page: Page, table: string, index: number) =>
    page.locator(`#${table} tbody tr:visible td:nth-child(${index})`).allInnerTexts();
  const sorting = (page: Page, table: string, index: number) => page.locator(`#${table} th:nth-child(${index})`).getAttribute('aria-sort');

  test('it opens from a file without a word on the console and without a request', async () => {
    const page = await open(full);
    expect(await page.title()).toBe('API costs, 2026-11');
    expect(await page.locator('h1').innerText()).toBe('API costs, 2026-11');
  });

  test('every chart is drawn, named, and has its numbers beside it', async () => {
    const page = await open(full);
    const figures = page.locator('figure');
    expect(await figures.count()).toBe(8);
    for (const figure of await figures.all()) {
      const box = await figure.locator('svg').boundingBox();
      expect(box?.width).toBeGreaterThan(300);
      expect(box?.height).toBeGreaterThan(30);
      expect(await figure.getByRole('img').getAttribute('aria-labelledby')).toMatch(/-title .*-description/);
      expect(await figure.locator('svg rect, svg path').count()).toBeGreaterThan(1);
      await figure.locator('summary').click();
      expect(await figure.locator('details tbody tr').count()).toBeGreaterThan(0);
      expect(await figure.locator('details table').isVisible()).toBe(true);
    }
  });

  test('a head sorts its column by mouse: numbers as numbers, the most first', async () => {
    const page = await unfolded(full);
    await page.locator('#line-items th:nth-child(5) button').click();
    expect(await sorting(page, 'line-items', 5)).toBe('descending');
    const amounts = (await column(page, 'line-items', 5)).map((text) => Number(text.replace(/[$,]/g, '')));
    const known = amounts.filter((amount) => !Number.isNaN(amount));
    expect(known).toEqual(known.toSorted((a, b) => b - a));
    // What has no price is neither dear nor cheap: it stands last.
    expect(amounts.slice(known.length).every(Number.isNaN)).toBe(true);
    await page.locator('#line-items th:nth-child(5) button').click();
    expect(await sorting(page, 'line-items', 5)).toBe('ascending');
    expect((await column(page, 'line-items', 5)).at(-1)).toBe('unknown');
  });

  test('and by keyboard, one column at a time', async () => {
    const page = await unfolded(full);
    await page.locator('#line-items th:nth-child(1) button').focus();
    await page.keyboard.press('Enter');
    expect(await sorting(page, 'line-items', 1)).toBe('ascending');
    const names = await column(page, 'line-items', 1);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await sorting(page, 'line-items', 2)).toBe('ascending');
    expect(await sorting(page, 'line-items', 1)).toBeNull();
  });

  test('severities sort by weight', async () => {
    const page = await open(full);
    const button = page.locator('#findings-table th:nth-child(1) button');
    await button.click();
    expect([...new Set(await column(page, 'findings-table', 1))]).toEqual(['blocker', 'caution']);
    await button.click();
    expect([...new Set(await column(page, 'findings-table', 1))]).toEqual(['caution', 'blocker']);
  });

  test('a filter leaves the rows that hold all of its words, and counts them', async () => {
    const page = await unfolded(full);
    const rows = page.locator('#line-items tbody tr:visible');
    const all = await rows.count();
    await page.getByLabel('Filter').last().fill('taipei  LAMBDA');
    const left = await rows.allInnerTexts();
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(all);
    expect(left.every((text) => /taipei/.test(text) && /lambda/i.test(text))).toBe(true);
    expect(await page.locator('#line-items output').innerText()).toBe(`${left.length} of ${all} rows`);
    await page.getByLabel('Filter').last().fill('');
    expect(await rows.count()).toBe(all);
  });

  test('a long table shows its first rows, and all of them when asked, filtered or printed', async () => {
    const page = await open(long);
    const rows = page.locator('#workloads tbody tr:visible');
    const button = page.locator('#workloads .fold');
    expect(await rows.count()).toBe(12);
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    await button.click();
    expect(await rows.count()).toBe(30);
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await button.click();
    await page.locator('#workloads input').fill('api-2');
    expect(await rows.count()).toBe(11);
    await page.locator('#workloads input').fill('');
    await page.emulateMedia({ media: 'print' });
    expect(await rows.count()).toBe(30);
    expect(await page.locator('nav, .filter, #workloads .fold').filter({ visible: true }).count()).toBe(0);
    expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000);
  });

  test('of a tall table, paper has the first rows and says so, unless it is shown in full', async () => {
    const page = await unfolded(long);
    const rows = page.locator('#line-items tbody tr:visible');
    const button = page.locator('#line-items .fold');
    await page.emulateMedia({ media: 'print' });
    expect(await rows.count()).toBe(30);
    const words = await page.evaluate<string>(`getComputedStyle(document.querySelector('#line-items .fold'), '::after').content`);
    expect(words.replaceAll('" "', '')).toContain('The first 30 of 90 rows');
    await page.emulateMedia({ media: 'screen' });
    await button.click();
    await page.emulateMedia({ media: 'print' });
    expect(await rows.count()).toBe(90);
    expect(await button.isVisible()).toBe(false);
    // Chromium repeats a head on each page only if it holds no button.
    expect(await page.locator('th button').filter({ visible: true }).count()).toBe(0);
    const head = await page.evaluate<string>(`getComputedStyle(document.querySelector('#line-items th'), '::before').content`);
    expect(head).toBe('"Workload"');
  });

  test('line items begin with the most expensive, after what has no price', async () => {
    const page = await unfolded(long);
    const amounts = (await column(page, 'line-items', 5)).map((text) => Number(text.replace(/[$,]/g, '')));
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
  });

  describe('on a phone', () => {
    const phone = { viewport: { width: 390, height: 844 } };
    test('it is at most 12 screens', async () => {
      for (const address of [full, long, many]) {
        const page = await open(address, phone);
        expect(await page.evaluate<number>('document.documentElement.scrollHeight')).toBeLessThan(12 * 844);
      }
    });
    test('a row is one line of name, amount and change, and opens', async () => {
      const page = await open(full, phone);
      const row = page.locator('#workloads tbody tr').first();
      const shown = () => row.locator('td').filter({ visible: true }).allInnerTexts();
      expect(await shown()).toEqual(['shop', '$3,504.76', '+$654.33']);
      expect((await row.boundingBox())?.height).toBeLessThan(44);
      await row.getByRole('button', { name: 'More of shop' }).click();
      expect((await shown()).join()).toContain('REST API');
      expect(await row.getByRole('button').getAttribute('aria-expanded')).toBe('true');
      await row.getByRole('button').click();
      expect(await shown()).toHaveLength(3);
    });
    test('one list sorts a table, as listed again too', async () => {
      const page = await open(long, phone);
      const names = () => page.locator('#workloads tbody tr:visible td.name').allInnerTexts();
      const listed = await names();
      expect(listed).toHaveLength(5);
      const list = page.locator('#workloads').getByLabel('Sort by');
      await list.selectOption('Workload');
      expect((await names())[0]).toBe('api-1');
      await list.selectOption('as listed');
      expect(await names()).toEqual(listed);
      expect(await page.locator('#workloads th button').filter({ visible: true }).count()).toBe(0);
    });
    test('without script a row shows all that it has', async () => {
      const page = await open(full, { ...phone, javaScriptEnabled: false });
      expect(await page.locator('#workloads tbody tr').first().innerText()).toMatch(/REST API[^]*\$3,504\.76/);
    });
  });

  test.each([380, 390, 700, 1200, 1280])('nothing has to be scrolled sideways at %i pixels', async (width) => {
    for (const address of [full, long, many]) {
      const page = await open(address, { viewport: { width, height: 800 } });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      const wide = `[...document.querySelectorAll('.table')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.id)`;
      if (width < 400 || (width === 1280 && address === many)) expect(await page.evaluate(wide)).toEqual([]);
    }
  });

  test('names are text: no element, script or dialog comes of them', async () => {
    const page = await open(full);
    expect(await page.locator('img, main script').count()).toBe(0);
    expect(await page.locator('#workloads').innerText()).toContain('media\\u001b[2J <script>alert(1)</script>=1+1');
  });

  test('without script, nothing is missing', async () => {
    const page = await open(long, { javaScriptEnabled: false });
    expect(await page.locator('#workloads tbody tr:visible').count()).toBe(30);
    expect(await page.locator('.filter').first().isVisible()).toBe(false);
  });

  test.each(['light', 'dark'] as const)('it can be read by everyone, %s', async (colorScheme) => {
    for (const width of [1200, 380]) {
      // The page forbids foreign scripts, of which the inspector is one.
      const page = await open(full, { colorScheme, bypassCSP: true, viewport: { width, height: 900 } });
      const dark = await page.evaluate(`getComputedStyle(document.body).backgroundColor`);
      expect(dark).toBe(colorScheme === 'dark' ? 'rgb(14, 20, 27)' : 'rgb(246, 247, 249)');
      await page.evaluate(axe.source);
      const violations = `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((one) => one.html).slice(0, 3).join(' ')))`;
      expect(await page.evaluate(violations)).toEqual([]);
      expect(await page.evaluate(faintMarks)).toEqual([]);
    }
  });
});
