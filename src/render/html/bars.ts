import { scaleLinear } from 'd3-scale';
import { drawing, px, roomBeside, short, WIDTH } from './chart.ts';
import { markup, type Html } from './markup.ts';

/** A part of a bar. */
export interface Segment {
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

const total = (segments: readonly Segment[]) => segments.reduce((sum, one) => sum + one.value, 0);

/** Bars under one another, each of one or more segments, all on one scale from nothing. */
export function barChart(id: string, title: string, description: string, bars: readonly Bar[]): Html {
  const most = Math.max(...bars.map(({ segments }) => total(segments)));
  const body = bars.map(({ name, amount, segments }, index) => {
    const top = index * ROW;
    return markup`<text x="0" y="${top + 14}">${short(name, roomBeside(amount))}</text><text class="amount" x="${WIDTH}" y="${top + 14}">${amount}</text><rect class="track" x="0" y="${top + 21}" width="${WIDTH}" height="${BAR}"/>${drawn(segments, most, top + 21)}`;
  });
  return drawing(id, Math.max(1, bars.length) * ROW - 4, title, description, body);
}

/** A single bar of segments over the whole width, whose words stand beside it. */
export function stack(id: string, title: string, description: string, segments: readonly Segment[]): Html {
  return drawing(id, BAR, title, description, drawn(segments, total(segments), 0));
}

function drawn(segments: readonly Segment[], most: number, top: number): readonly Html[] {
  const x = scaleLinear()
    .domain([0, Math.max(most, Number.MIN_VALUE)])
    .range([0, WIDTH]);
  let start = 0;
  return segments.map(({ name, value, amount, colour }) => {
    const [from, to] = [x(start), x(start + value)];
    start += value;
    return markup`<rect class="c${colour % COLOURS}" x="${px(from)}" y="${top}" width="${px(Math.max(0, to - from))}" height="${BAR}"><title>${name}: ${amount}</title></rect>`;
  });
}
