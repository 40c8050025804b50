// Forty workloads of different trades, answered by hand before the program was asked: what the program answers otherwise is known,
// and has a paragraph in differences.md.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { differences, policiesOf, VERDICTS } from './agreement.ts';

/** In what the program differs, and why is in differences.md under the same name. */
const DIFFERENCES: Readonly<Record<string, readonly string[]>> = {
  '03-parts-wholesale-partners': ['cheapest: it picks http, not rest'],
  '07-gov-permits': ['cheapest: the outcome is ask, not pick'],
  '10-image-generation': ['cheapest: it picks rest+cloudfront, not alb'],
  '12-food-delivery-mobile': ['cheapest: it picks alb, not http'],
};

const explained = readFileSync(fileURLToPath(new URL('differences.md', import.meta.url)), 'utf8');

describe.each(VERDICTS)('$name', (verdict) => {
  test('comes out as it was answered by hand, or differs as is known', async () => {
    const found = await Promise.all(
      policiesOf(verdict).map(async (policy) => (await differences(verdict, policy)).map((one) => `${policy}: ${one}`)),
    );
    expect(found.flat()).toEqual(DIFFERENCES[verdict.name] ?? []);
  });
});

test('each difference has a paragraph, and nothing else has', () => {
  const sections = explained.split(/^## /m).slice(1);
  const named = sections.map((section) => section.split('\n')[0] ?? '');
  expect(named).toEqual(Object.keys(DIFFERENCES));
  for (const section of sections) expect(section.split('\n').slice(1).join(' ').length, section).toBeGreaterThan(200);
});

test('there are forty, and how each sum is calculated is written down', () => {
  expect(VERDICTS).toHaveLength(40);
  for (const { name, expert } of VERDICTS) {
    const figures = expert.dollars.by.filter((row) => !row.startsWith('left out')).map((row) => row.match(/= ([\d,.]+)$/)?.[1]);
    const sum = figures.reduce((total, figure) => total + Math.round(Number(figure?.replaceAll(',', '')) * 10_000), 0);
    const stated = Math.round(Number(expert.dollars.sum ?? expert.dollars['at-least']) * 10_000);
    expect(Math.abs(sum - stated), `${name}: ${sum / 10_000}`).toBeLessThanOrEqual(100);
  }
});
