import { scaleLinear } from 'd3-scale';
import { drawing, px, short, WIDTH } from './chart.ts';
import { markup, type Html } from './markup.ts';

/** A part of a bar. */
interface Segment {
  readonly name: string;
  readonly value: number;
  readonly amount: string;
  /** Which of the eight colours. */
  readonly colour: number;
}

/** A bar with its name and amount above it. */
export interface Bar {
  readonly name: string;
  readonly amount: string;
  readonly segments: readonly Segment[];
}

const ROW = 40;
const BAR = 14;
const COLOURS = 8;

/** Bars under one another, each of one or more segments, all on one scale from nothing. */
export function barChart(id: string, title: string, description: string, bars: readonly Bar[]): Html {
  const total = ({ segments }: Bar) => segments.reduce((sum, one) => sum + one.value, 0);
  const x = scaleLinear()
    .domain([0, Math.max(...bars.map(total), Number.MIN_VALUE)])
    .range([0, WIDTH]);
  const body = bars.map((bar, index) => {
    const top = index * ROW;
    let start = 0;
    const parts = bar.segments.map(({ name, value, amount, colour }) => {
      const [from, to] = [x(start), x(start + value)];
      start += value;
      return markup`<rect class="c${colour % COLOURS}" x="${px(from)}" y="${top + 21}" width="${px(Math.max(0, to - from))}" height="${BAR}"><title>${name}: ${amount}</title></rect>`;
    });
    return markup`<text x="0" y="${top + 14}">${short(bar.name, 34)}</text><text class="amount" x="${WIDTH}" y="${top + 14}">${bar.amount}</text><rect class="track" x="0" y="${top + 21}" width="${WIDTH}" height="${BAR}"/>${parts}`;
  });
  return drawing(id, Math.max(1, bars.length) * ROW - 4, title, description, body);
}
