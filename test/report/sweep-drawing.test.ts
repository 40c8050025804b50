// A sweep as a drawing: measured by the signs of its words, for a slide and for a phone.
import { expect, test } from 'vitest';
import { sweep } from '../../src/app/sweep/sweep.ts';
import { sweepHtml } from '../../src/render/sweep/page.ts';
import { sweepDrawing } from '../../src/render/sweep/drawing.ts';
import { BROAD, packed, pushedApart, SLIM } from '../../src/render/sweep/lettering.ts';
import { priceData } from '../price-book.ts';

const workload = (name: string) => `
name: ${name}
region: us-east-1
traffic: { requests: 40M/month, request: 1 KB, response: 5 KB, connections: { requestsEach: 10, duration: 30 s } }
edge: { hitRatio: 80% }
cache: { size: 6.1 GB, hitRatio: 60% }
backend: { lambda: { memory: 128 MB, duration: 100 ms } }
realtime: { connections: 1000, hoursPerDay: 12, inbound: { rate: 100/day, size: 3 KB }, outbound: { rate: 500/day, size: 3 KB } }
`;

async function drawn(over: readonly string[], sheet = BROAD, name = 'orders') {
  const options = { edition: 'aws', policy: 'native-first', over, all: true, isDrawn: true } as const;
  const [result] = (await sweep({ file: 'workload.yaml', text: workload(name) }, options, priceData)).results;
  if (result === undefined) throw new Error('the workload has mistakes');
  return { svg: sweepDrawing('a', result, sheet).html, result };
}

interface Box {
  readonly said: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A sign of a sans-serif is half as wide as its size, on average. */
const SIGN = 0.5;

function boxes(svg: string): readonly Box[] {
  const found: Box[] = [];
  let shift = [0, 0];
  const shifts: number[][] = [];
  for (const [, opens, x, y, closes, attributes = '', said = ''] of svg.matchAll(
    /(<g transform="translate\(([-\d.]+) ([-\d.]+)\)">)|(<\/g>)|<text ([^>]*)>([^<]*)<\/text>/g,
  )) {
    if (opens !== undefined) {
      shifts.push(shift);
      shift = [(shift[0] ?? 0) + Number(x), (shift[1] ?? 0) + Number(y)];
    } else if (closes !== undefined) shift = shifts.pop() ?? [0, 0];
    else {
      const of = (key: string) => new RegExp(` ${key}="([^"]*)"`).exec(` ${attributes}`)?.[1] ?? '';
      const size = Number(of('font-size'));
      const width = said.replaceAll(/&[^;]+;/g, '.').length * size * SIGN;
      const at = Number(of('x')) + (shift[0] ?? 0);
      const left = { start: at, middle: at - width / 2, end: at - width }[of('text-anchor')] ?? at;
      const bottom = Number(of('y')) + (shift[1] ?? 0);
      found.push({ said, left, right: left + width, top: bottom - size * 0.75, bottom });
    }
  }
  return found;
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test.each([
  ['a slide', BROAD, ['traffic.requests=1M..10B']],
  ['a phone', SLIM, ['traffic.requests=1M..10B']],
  ['a slide of shares', BROAD, ['edge.hitRatio=0%..99%']],
  ['a grid', BROAD, ['traffic.requests=1M..10B', 'traffic.response=1KB..1MB']],
  ['a grid on a phone', SLIM, ['traffic.requests=1M..10B', 'traffic.response=1KB..1MB']],
] as const)('on %s no words run into others or over the edge', async (_, sheet, over) => {
  const { svg } = await drawn(over, sheet);
  const [width = 0, height = 0] = /viewBox="0 0 (\d+) ([\d.]+)"/.exec(svg)?.slice(1).map(Number) ?? [];
  const all = boxes(svg);
  expect(all.length).toBeGreaterThan(10);
  expect(all.filter((one) => one.left < 0 || one.top < 0 || one.right > width || one.bottom > height)).toEqual([]);
  const running = all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other) => (overlap(one, other) ? [[one.said, other.said]] : [])),
  );
  expect(running).toEqual([]);
});

test('every candidate has its own stroke, and each turn its value', async () => {
  const { svg, result } = await drawn(['traffic.requests=1M..10B']);
  const strokes = [
    ...svg.matchAll(
      /<path d="[^"]*" fill="none" stroke="([^"]*)" stroke-width="[^"]*"(?: stroke-dasharray="([^"]*)")? stroke-linejoin="round"\/>/g,
    ),
  ];
  const lines = result.parts.flatMap((part) => part.candidates);
  expect(strokes).toHaveLength(lines.length);
  for (const part of result.parts) {
    const own = strokes.splice(0, part.candidates.length).map(([, stroke, dash]) => `${stroke} ${dash}`);
    expect(new Set(own).size).toBe(own.length);
  }
  expect(result.parts.flatMap((part) => part.turns).length).toBe([...svg.matchAll(/>from [\d.]+[KMB]?: /g)].length);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});

test("a stranger's name stays text, in the file and on the page", async () => {
  const name = `'"><script>alert(1)</script>&'`.replaceAll("'", '');
  const { svg, result } = await drawn(['traffic.requests=1M..10B'], BROAD, `'${name}'`);
  expect(svg).not.toContain('<script');
  expect(svg).toContain('&lt;script&gt;');
  expect(sweepHtml(result, null).match(/<script/g)).toHaveLength(1);
});

test('labels are pushed apart and stay within bounds', () => {
  expect(pushedApart([50, 51, 52], 10, 0, 100)).toEqual([50, 60, 70]);
  expect(pushedApart([98, 99, 5], 10, 0, 100)).toEqual([90, 100, 5]);
  expect(
    packed(
      [
        { x: 10, width: 40 },
        { x: 20, width: 40 },
        { x: 90, width: 40 },
      ],
      0,
      100,
    ),
  ).toEqual([
    { middle: 20, row: 0 },
    { middle: 20, row: 1 },
    { middle: 80, row: 0 },
  ]);
});
