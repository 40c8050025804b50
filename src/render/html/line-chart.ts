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

const HEIGHT = 200;
const TOP = 28;
const BOTTOM = 26;
const SIDE = 44;
/** Half of what a sign of a label takes. */
const HALF_SIGN = 3.7;
/** More labels than this would run into one another. */
const MOST_LABELS = 6;

/** A line over an area, on a scale from nothing. */
export function lineChart(id: string, title: string, description: string, points: readonly Point[]): Html {
  const x = scalePoint<number>()
    .domain(points.map((_, index) => index))
    .range([SIDE, WIDTH - SIDE]);
  const y = scaleLinear()
    .domain([0, Math.max(...points.map((one) => one.value), Number.MIN_VALUE)])
    .range([HEIGHT - BOTTOM, TOP])
    .nice(4);
  const at = (index: number) => x(index) ?? 0;
  const every = Math.ceil(points.length / MOST_LABELS);
  const named = (index: number) => (points.length - 1 - index) % every === 0;
  const shape = line<Point>(
    (_, index) => at(index),
    (one) => y(one.value),
  ).digits(2)(points);
  const under = area<Point>(
    (_, index) => at(index),
    HEIGHT - BOTTOM,
    (one) => y(one.value),
  ).digits(2)(points);
  const ticks = y.ticks(4).map((tick) => markup`<line class="rule" x1="0" x2="${WIDTH}" y1="${px(y(tick))}" y2="${px(y(tick))}"/>`);
  const dots = points.map(({ name, amount, value }, index) => {
    const label = named(index)
      ? markup`<text class="middle" x="${px(at(index))}" y="${HEIGHT - 8}">${short(name, 12)}</text><text class="middle strong" x="${px(inside(at(index), amount))}" y="${px(y(value) - 10)}">${amount}</text>`
      : markup``;
    return markup`<circle class="dot" cx="${px(at(index))}" cy="${px(y(value))}" r="4"><title>${name}: ${amount}</title></circle>${label}`;
  });
  return drawing(id, HEIGHT, title, description, [
    ...ticks,
    markup`<path class="area" d="${under ?? ''}"/><path class="line" d="${shape ?? ''}"/>`,
    ...dots,
  ]);
}

/** The middle of a label so that all of it stands in the drawing. */
function inside(middle: number, label: string): number {
  const half = label.length * HALF_SIGN;
  return Math.min(Math.max(middle, half), WIDTH - half);
}
