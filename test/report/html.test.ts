// The page as text: what stands in it, and what may never stand in it.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { SAVINGS } from '../../src/advise/savings/index.ts';
import { markup } from '../../src/render/html/markup.ts';
import { fullPage } from './pages.ts';

const page = await fullPage();
const inside = (element: string) => new RegExp(`<${element}>(.*?)</${element}>`, 's').exec(page)?.[1] ?? '';
/** The part of the page that a pattern finds, which a failing test can show better than the whole page. */
const found = (pattern: RegExp) => pattern.exec(page)?.[0] ?? null;

test('the answer stands first, then the reasons, then what is over, what to save, and the numbers', () => {
  const order = [
    '≥\u00a0$3,529.95',
    '$674.12 more since 2026-10',
    '1 of 3 budgets is over.',
    'a month can be saved together',
    'id="budgets"',
    'id="moved"',
    'id="save"',
    'id="all"',
    'id="rests"',
    'id="rows"',
  ];
  const places = order.map((text) => page.indexOf(text));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('it holds everything that a report owes', () => {
  const owed = [
    'Quotas near their limit',
    'Findings',
    'Assumed',
    'Not priced',
    'These totals are lower bounds',
    'prices used were published',
    'Used up on',
  ];
  expect(owed.filter((text) => !page.includes(text))).toEqual([]);
});

test('it names savings and not the ids of their rules; a field keeps its letters', () => {
  expect(page).toContain('A load balancer instead');
  expect(SAVINGS.filter(({ id }) => page.includes(id))).toEqual([]);
  expect(page).toContain('backend is not stated');
  expect(page).not.toMatch(/Backend is not stated|Realtime\.|Backend\.lambda/);
});

test('no section and no table is without rows or words', () => {
  expect([...page.matchAll(/<section[^>]*>\s*<h2[^>]*>([^<]*)<\/h2>\s*<\/section>/g)].map(([, heading]) => heading)).toEqual([]);
  expect(found(/<tbody[^>]*><\/tbody>/)).toBeNull();
});

test('assumptions and line items are folded', () => {
  for (const id of ['assumptions', 'line-items'])
    expect(page).toMatch(new RegExp(`<details class="part"><summary>[^<]+</summary><div class="table[^"]*" id="${id}">`));
});

test('it loads nothing: no address but AWS’s pages behind links', () => {
  expect(found(/<(link|img|iframe|object|embed|base|form|audio|video|source|use|image)\b|url\(|@import/)).toBeNull();
  const addresses = [...page.matchAll(/https?:[^"'<\s]*/g)].map(([address]) => address);
  expect(addresses.filter((address) => !/^https:\/\/(docs\.)?(aws\.amazon\.com|repost\.aws)\//.test(address))).toEqual([]);
});

test('its policy names the hash of the one script and the one style sheet that it has', () => {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page.match(/<style/g)).toHaveLength(1);
  expect(page).toContain(`script-src ${hash(inside('script'))}`);
  expect(page).toContain(`style-src ${hash(inside('style'))}`);
  expect(found(/ style="| on[a-z]+="/)).toBeNull();
});

test('whatever a name holds, it stays text', () => {
  expect(page).toContain('media\\u001b[2J &lt;script&gt;alert(1)&lt;/script&gt;=1+1');
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(found(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)).toBeNull();
});

test.each([
  ['<b>&"\'', '&lt;b&gt;&amp;&quot;&#39;'],
  ['\u001b[2J\u202e', '\\u001b[2J\\u202e'],
])('%j is written as %s, in an element and in an attribute', (text, written) => {
  expect(markup`<p title="${text}">${text}</p>`.html).toBe(`<p title="${written}">${written}</p>`);
});

test('the same report gives the same page', async () => {
  expect((await fullPage()) === page).toBe(true);
});
