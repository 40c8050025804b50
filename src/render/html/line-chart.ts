import { scaleLinear, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';
import { drawing, px, short, WIDTH } from './chart.ts';
import { markup, type Html } from './markup.ts';

/** A point of a line, left to right. */
export interface Point {
  readonly name: string;
  readonly amount: string;
  readonly value: number;
}

const HEIGHT = 220;
const TOP = 46;
const BOTTOM = 26;
/** Room for the dollars of the scale. */
const LEFT = 58;
const RIGHT = 30;
/** From the scale to the first point. */
const INSET = 22;
/** Half of what a sign of a label takes. */
const HALF_SIGN = 3.7;
/** More labels than this would run into one another. */
const MOST_LABELS = 6;
const MOST_AMOUNTS = 3;

/** A line over an area, on a scale of dollars from nothing. */
export function lineChart(id: string, title: string, description: string, points: readonly Point[]): Html {
  const x = scalePoint<number>()
    .domain(points.map((_, index) => index))
    .range([LEFT + INSET, WIDTH - RIGHT]);
  const y = scaleLinear()
    .domain([0, Math.max(...points.map((one) => one.value), Number.MIN_VALUE)])
    .range([HEIGHT - BOTTOM, TOP])
    .nice(4);
  const at = (index: number) => x(index) ?? 0;
  const every = Math.ceil(points.length / MOST_LABELS);
  const named = (index: number) => (points.length - 1 - index) % every === 0;
  // The scale tells the others; side by side their amounts would run into one another.
  const amounted = (index: number) => points.length <= MOST_AMOUNTS || index === 0 || index === points.length - 1;
  const shape = line<Point>(
    (_, index) => at(index),
    (one) => y(one.value),
  ).digits(2)(points);
  const under = area<Point>(
    (_, index) => at(index),
    HEIGHT - BOTTOM,
    (one) => y(one.value),
  ).digits(2)(points);
  const ticks = y
    .ticks(4)
    .map(
      (tick) =>
        markup`<line class="rule" x1="${LEFT}" x2="${WIDTH}" y1="${px(y(tick))}" y2="${px(y(tick))}"/><text class="scale" x="${LEFT - 6}" y="${px(y(tick) + 4)}">${dollarsOf(tick)}</text>`,
    );
  const dots = points.map(({ name, amount, value }, index) => {
    const month = named(index) ? markup`<text class="middle" x="${px(at(index))}" y="${HEIGHT - 8}">${short(name, 12)}</text>` : markup``;
    const label = amounted(index)
      ? markup`<text class="middle strong" x="${px(inside(at(index), amount))}" y="${px(y(value) - 10)}">${amount}</text>`
      : markup``;
    return markup`<circle class="dot" cx="${px(at(index))}" cy="${px(y(value))}" r="4"><title>${name}: ${amount}</title></circle>${month}${label}`;
  });
  return drawing(id, HEIGHT, title, description, [
    markup`<text class="scale unit" x="0" y="12">Dollars a month</text>`,
    ...ticks,
    markup`<path class="area" d="${under ?? ''}"/><path class="line" d="${shape ?? ''}"/>`,
    ...dots,
  ]);
}

/** The middle of a label so that all of it stands in the drawing, beside the scale. */
function inside(middle: number, label: string): number {
  const half = label.length * HALF_SIGN;
  return Math.min(Math.max(middle, LEFT + half), WIDTH - half);
}

/** A mark of the scale: `$0`, `$2.5K`, `$150K`, `$1.2M`; of bills below a dollar, with cents. */
function dollarsOf(tick: number): string {
  const format = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 });
  return `$${format.format(tick)}`;
}
