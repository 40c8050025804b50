import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import type { Swept } from '../../app/sweep/over.ts';
import type { Point } from '../../app/sweep/point.ts';
import type { SweptPart } from '../../app/sweep/sweep.ts';
import { px, short } from '../html/chart.ts';
import { EMPTY, markup, type Html } from '../html/markup.ts';
import { nearest } from '../number.ts';
import { axisTitle, briefly, compactDollars, ticksOf } from './axis-words.ts';
import { keyOf } from './key.ts';
import { INK, packed, pushedApart, rule, signsIn, SOFT, widthOf, words, type Panel, type Sheet } from './lettering.ts';
import { colourOf, dashOf } from './strokes.ts';
import { letterOf } from './words.ts';

/** From a line's end to its name. */
const LEADER = 22;
/** No more of the width goes to names. */
const MOST_FOR_NAMES = 0.34;
/** Costs that differ more are told apart by their size only. */
const LOGARITHMIC_FROM = 100;

/** A line for each candidate, named at its end, with a mark wherever the cheapest changes. */
export function linePanel(part: SweptPart, swept: Swept, sheet: Sheet): Panel {
  const { font, width, names } = sheet;
  const { candidates, points, turns, subject } = part;
  const small = font - 2;
  const isBeside = names === 'beside';
  const titles = candidates.map(({ title }, index) => (isAtLeast(points, index) ? `≥ ${title}` : title));
  const room = width * MOST_FOR_NAMES - LEADER;
  const said = titles.map((title, index) => (isBeside ? short(title, signsIn(room, small)) : letterOf(index)));
  const left = widthOf('$000.0K', small);
  const right = width - LEADER - Math.max(...said.map((one) => widthOf(one, small))) - 4;

  const x = (swept.scale === 'linear' ? scaleLinear() : scaleLog())
    .domain([swept.values[0] ?? 0n, swept.values.at(-1) ?? 1n].map(Number))
    .range([left, right]);
  const marks = [
    ...(isWithin(swept) && swept.axis.now !== null
      ? [{ steps: swept.axis.now, cost: null, label: `stated: ${briefly(swept, swept.axis.now)}` }]
      : []),
    ...turns.map(({ at, to }) => {
      const steps = at.at[0] ?? 0n;
      const title = to === null ? 'none' : isBeside ? short(candidates[to]?.title ?? '', 30) : letterOf(to);
      const cost = to === null ? null : (at.costs[to]?.cost ?? null);
      return { steps, cost: cost && nearest(cost), label: `from ${briefly(swept, steps)}: ${title}` };
    }),
  ].toSorted((a, b) => Number(a.steps - b.steps));
  const rows = packed(
    marks.map(({ steps, label }) => ({ x: x(Number(steps)), width: widthOf(label, small) })),
    0,
    width,
  );
  const lineHeight = font + 5;
  const top = lineHeight + (Math.max(-1, ...rows.map((one) => one.row)) + 1) * lineHeight + 10;
  const bottom = top + Math.max(isBeside ? 330 : 260, candidates.length * (small + 4));

  const costs = points.flatMap((point) => point.costs.flatMap((one) => (one === null ? [] : nearest(one.cost))));
  const positive = costs.filter((one) => one > 0);
  const [least, most] = [Math.min(...positive), Math.max(...positive, 0)];
  const isLog = swept.scale === 'logarithmic' && positive.length === costs.length && most >= least * LOGARITHMIC_FROM;
  const y = (
    isLog
      ? scaleLog().domain([least, most]).nice()
      : scaleLinear()
          .domain([0, Math.max(most, 0.01)])
          .nice(5)
  ).range([bottom, top]);
  const ticks = isLog ? y.ticks().filter((one) => Number.isInteger(Math.log10(one))) : y.ticks(5);

  const pathOf = (index: number, isDrawn: (point: Point) => boolean) =>
    line<Point>(
      ({ at }) => x(Number(at[0] ?? 0n)),
      ({ costs: of }) => y(nearestCost(of[index])),
    )
      .defined((point) => point.costs[index] !== null && isDrawn(point))
      .digits(2)(points) ?? '';
  const lines = candidates.map((_, index) => {
    const stroke = markup`fill="none" stroke="${colourOf(index)}" stroke-width="${index === subject ? 4 : 2.2}"${dashOf(index) === '' ? EMPTY : markup` stroke-dasharray="${dashOf(index)}"`} stroke-linejoin="round"`;
    const faint = points.some(({ costs: of }) => of[index]?.serves === false)
      ? markup`<path d="${pathOf(index, () => true)}" ${stroke} opacity="0.3"/>`
      : EMPTY;
    return markup`${faint}<path d="${pathOf(index, ({ costs: of }) => of[index]?.serves === true)}" ${stroke}/>`;
  });
  const ends = candidates.map((_, index) => y(nearestCost(points.findLast(({ costs: of }) => of[index] !== null)?.costs[index])));
  const placed = pushedApart(ends, small + 4, top + small / 2, bottom - 2);
  const named = candidates.map((_, index): Html => {
    const [from, to] = [ends[index] ?? 0, placed[index] ?? 0];
    return markup`<polyline points="${px(right + 2)},${px(from)} ${px(right + LEADER - 10)},${px(to)} ${px(right + LEADER - 3)},${px(to)}" fill="none" stroke="${colourOf(index)}"/>${words(right + LEADER, to + small * 0.35, small, said[index] ?? '', { isStrong: index === subject })}`;
  });
  const marked = marks.map(({ steps, cost, label }, index) => {
    const at = x(Number(steps));
    const { middle = at, row = 0 } = rows[index] ?? {};
    const under = lineHeight * (row + 2);
    const dot =
      cost === null ? EMPTY : markup`<circle cx="${px(at)}" cy="${px(y(cost))}" r="5" fill="#ffffff" stroke="${INK}" stroke-width="2"/>`;
    return {
      line: rule(at, under - small * 0.2, at, bottom, SOFT, cost === null ? '1 3' : '4 3'),
      dot,
      label: words(middle, under - small * 0.4, small, label, { anchor: 'middle', isStrong: cost !== null }),
    };
  });
  const key = isBeside ? { height: 0, body: [] } : keyOf(titles, sheet, letterOf);
  const foot = bottom + lineHeight * 2 + 8;
  return {
    height: foot + key.height,
    body: [
      words(0, font, small, 'Dollars a month', { fill: SOFT }),
      ...ticks.map(
        (tick) =>
          markup`${rule(left, y(tick), right, y(tick))}${words(left - 6, y(tick) + small * 0.35, small, compactDollars(tick), { anchor: 'end', fill: SOFT })}`,
      ),
      ...ticksOf(swept, isBeside ? 8 : 4).map(
        (steps) =>
          markup`${rule(x(Number(steps)), bottom, x(Number(steps)), bottom + 5, SOFT)}${words(x(Number(steps)), bottom + lineHeight, small, briefly(swept, steps), { anchor: 'middle', fill: SOFT })}`,
      ),
      words((left + right) / 2, bottom + lineHeight * 2, small, axisTitle(swept), { anchor: 'middle', fill: SOFT }),
      ...marked.map((one) => one.line),
      ...lines,
      ...marked.map((one) => one.dot),
      ...named,
      ...marked.map((one) => one.label),
      markup`<g transform="translate(0 ${px(foot)})">${key.body}</g>`,
    ],
  };
}

function isWithin({ axis, values }: Swept): boolean {
  const { now } = axis;
  return now !== null && now >= (values[0] ?? 0n) && now <= (values.at(-1) ?? 0n);
}

function isAtLeast(points: readonly Point[], index: number): boolean {
  return points.some(({ costs }) => costs[index]?.bound === 'at-least');
}

function nearestCost(one: Point['costs'][number] | undefined): number {
  return one ? nearest(one.cost) : 0;
}
