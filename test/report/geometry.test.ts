// Charts by measure: what is drawn is as long as the figure that is written beside it.
import { parseFragment, parse, type DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, test } from 'vitest';
import { budgetBars } from '../../src/render/html/budget-bars.ts';
import { barChart } from '../../src/render/html/bars.ts';
import { WIDTH } from '../../src/render/html/chart.ts';
import { lineChart } from '../../src/render/html/line-chart.ts';
import { waterfall, type Step } from '../../src/render/html/waterfall.ts';
import { fullPage } from './pages.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** Elements of a name below a node, in the order in which they are written. */
function all(node: Node, name: string): readonly Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap((one) => all(one, name)) : [];
  return 'tagName' in node && node.tagName === name ? [node, ...below] : below;
}
const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value ?? '';
const text = (node: Node): string => ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(text).join('') : '');
/** What is drawn for a figure says so in its title; tracks and links have none. */
const drawn = (node: Node, name: string) =>
  all(node, name).flatMap((element) => {
    const [title] = all(element, 'title');
    if (!title) return [];
    const said = text(title);
    const number = (key: string) => Number(attribute(element, key));
    const dollars = Number(said.slice(said.lastIndexOf(':') + 1).replaceAll(/[^\d.-]/g, ''));
    return [{ said, dollars, x: number('x'), y: number('y'), width: number('width'), cx: number('cx'), cy: number('cy') }];
  });

const bar = (name: string, ...values: readonly number[]) => ({
  name,
  amount: '',
  segments: values.map((value, colour) => ({ name, value, amount: `$${value}`, colour })),
});
const measured = (...bars: Parameters<typeof barChart>[3]) =>
  drawn(parseFragment(barChart('a', 'b', 'c', bars).html), 'rect').map(({ x, y, width }) => [x, y, width]);

describe('bars', () => {
  test('the longest is as wide as the drawing, half of it half as wide, a fourth a fourth', () => {
    expect(measured(bar('one', 100), bar('two', 50), bar('three', 25), bar('none', 0))).toEqual([
      [0, 21, 420],
      [0, 61, 210],
      [0, 101, 105],
      [0, 141, 0],
    ]);
  });
  test('segments follow one another, and together are as wide as their sum', () => {
    expect(measured(bar('one', 30, 70), bar('two', 20, 10, 10))).toEqual([
      [0, 21, 126],
      [126, 21, 294],
      [0, 61, 84],
      [84, 61, 42],
      [126, 61, 42],
    ]);
  });
  test('of nothing have no width, and never less', () => {
    expect(measured(bar('none', 0))).toEqual([[0, 21, 0]]);
    expect(measured(bar('one', 0.005), bar('two', 0.0025)).map(([, , width]) => width)).toEqual([420, 210]);
  });
  test('the drawing is as high as its bars', () => {
    const height = (count: number) =>
      /viewBox="0 0 420 (\d+)"/.exec(
        barChart(
          'a',
          'b',
          'c',
          Array.from({ length: count }, () => bar('one', 1)),
        ).html,
      )?.[1];
    expect([height(1), height(3)]).toEqual(['36', '116']);
  });
});

describe('the bars of budgets', () => {
  const budget = (used: number, tone: 'bad' | 'good' = 'good') => ({ name: 'x', amount: '$1.00 of $2.00', used, tone });
  const bars = (...budgets: Parameters<typeof budgetBars>[3]) => {
    const svg = parseFragment(budgetBars('a', 'b', 'c', budgets).html);
    return {
      widths: drawn(svg, 'rect').map(({ width }) => width),
      marks: [...new Set(all(svg, 'line').map((one) => attribute(one, 'x1')))],
      tones: all(svg, 'rect')
        .map((one) => attribute(one, 'class'))
        .filter((kind) => kind !== 'track'),
    };
  };
  test('within: the mark is at the end, and half of a budget is half of the way there', () => {
    expect(bars(budget(0.5), budget(0))).toEqual({ widths: [210, 0], marks: ['420'], tones: ['good', 'good'] });
  });
  test('over: all are on one scale, which is long enough for the most used of them', () => {
    // 1.5 is the whole width: 280 for each budget.
    expect(bars(budget(1.5, 'bad'), budget(1), budget(0.25))).toEqual({
      widths: [420, 280, 70],
      marks: ['280'],
      tones: ['bad', 'good', 'good'],
    });
  });
  test('twice the budget is as far as it goes', () => {
    expect(bars(budget(9, 'bad'), budget(1))).toEqual({ widths: [420, 210], marks: ['210'], tones: ['bad', 'good'] });
  });
});

describe('a waterfall', () => {
  const step = (value: number, type: Step['type'] = 'step', more: Partial<Step> = {}): Step => ({
    name: 'x',
    amount: `$${value}`,
    type,
    value,
    ...more,
  });
  const spans = (...steps: readonly Step[]) => {
    const svg = parseFragment(waterfall('a', 'b', 'c', steps).html);
    return {
      rects: drawn(svg, 'rect').map(({ x, width }) => [x, width]),
      kinds: all(svg, 'rect')
        .map((one) => attribute(one, 'class'))
        .filter((kind) => kind !== 'track'),
      links: all(svg, 'line').map((one) => [attribute(one, 'x1'), attribute(one, 'x2')].join()),
    };
  };
  test('totals stand on nothing; each step begins where the one before ended', () => {
    // 200 is the whole width: 2.1 for each.
    expect(spans(step(100, 'total'), step(100), step(-50), step(150, 'total'))).toEqual({
      rects: [
        [0, 210],
        [210, 210],
        [315, 105],
        [0, 315],
      ],
      kinds: ['total', 'up', 'down', 'total'],
      links: ['210,210', '420,420', '315,315'],
    });
  });
  test('below nothing, nothing stands where it stands', () => {
    // From -100 to 100: 2.1 for each, and nothing in the middle.
    expect(spans(step(100, 'total'), step(-200), step(-100, 'total')).rects).toEqual([
      [210, 210],
      [0, 420],
      [0, 210],
    ]);
  });
  test('a step that is welcome is green although it goes up; one that moves nothing is there, inside the drawing', () => {
    const { rects, kinds } = spans(step(100, 'total', { welcome: true }), step(10, 'step', { welcome: true }), step(0));
    expect(kinds).toEqual(['total', 'down', 'up']);
    expect(rects[2]).toEqual([WIDTH - 1.5, 1.5]);
  });
});

describe('a line', () => {
  test('rises in proportion from nothing, left to right at even distances', () => {
    const point = (value: number) => ({ name: 'x', amount: `$${value}`, value });
    const svg = parseFragment(lineChart('a', 'b', 'c', [point(0), point(50), point(100)]).html);
    expect(drawn(svg, 'circle').map(({ cx, cy }) => [cx, cy])).toEqual([
      [80, 194],
      [235, 120],
      [390, 46],
    ]);
    expect(all(svg, 'path').map((one) => attribute(one, 'd'))).toEqual([
      'M80,194L235,120L390,46L390,194L235,194L80,194Z',
      'M80,194L235,120L390,46',
    ]);
  });
});

describe('on a page', async () => {
  const svgs = all(parse(await fullPage()), 'svg');
  const chart = (id: string) => svgs.find((svg) => attribute(svg, 'aria-labelledby').startsWith(`${id}-`)) ?? expect.fail(id);
  /** Widths are rounded to hundredths, and dollars to cents: of small bills a cent is more than that. */
  const near = (width: number, dollars: number, scale: number) =>
    expect(Math.abs(width - dollars * scale)).toBeLessThanOrEqual(0.02 + 0.01 * scale);

  test.each(['chart-services', 'chart-teams', 'chart-kinds', 'chart-largest', 'chart-together'])(
    '%s: bars are as long as their dollars, all on one scale',
    (id) => {
      const rects = drawn(chart(id), 'rect');
      const rows = [...new Set(rects.map((one) => one.y))];
      const totals = rows.map((y) => rects.filter((one) => one.y === y).reduce((sum, one) => sum + one.dollars, 0));
      const scale = WIDTH / Math.max(...totals);
      expect(rects.length).toBeGreaterThan(0);
      for (const { width, dollars } of rects) near(width, dollars, scale);
      const widest = Math.max(...rows.map((y) => rects.filter((one) => one.y === y).reduce((sum, one) => sum + one.width, 0)));
      expect(widest).toBeCloseTo(WIDTH, 1);
    },
  );

  test.each(['chart-change', 'chart-savings'])('%s: steps are as long as their dollars', (id) => {
    const rects = drawn(chart(id), 'rect');
    const total = rects.at(-1) ?? expect.fail('no total');
    const scale = total.width / total.dollars;
    expect(rects.length).toBeGreaterThan(1);
    for (const { width, dollars } of rects) if (width > 1.5) near(width, Math.abs(dollars), scale);
  });

  test('chart-trend: points are as high as their dollars', () => {
    const points = drawn(chart('chart-trend'), 'circle');
    const heights = points.map(({ cy, dollars }) => (194 - cy) / dollars);
    expect(points.length).toBeGreaterThan(1);
    for (const height of heights) expect(Math.abs(height / (heights[0] ?? 0) - 1)).toBeLessThan(0.001);
  });
});
