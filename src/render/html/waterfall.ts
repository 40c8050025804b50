import { scaleLinear } from 'd3-scale';
import { drawing, px, roomBeside, short, WIDTH } from './chart.ts';
import { markup, type Html } from './markup.ts';

/** A step of the way from one total to another. Totals stand on nothing, steps where the one before ended. */
export interface Step {
  readonly name: string;
  readonly amount: string;
  readonly type: 'total' | 'step';
  /** A total, or by how much the step goes up or down. */
  readonly value: number;
  /** A step that is welcome although it goes up, such as a saving. */
  readonly welcome?: boolean;
}

const ROW = 40;
const BAR = 14;

/** Steps under one another, each beginning where the last one ended. */
export function waterfall(id: string, title: string, description: string, steps: readonly Step[]): Html {
  let level = 0;
  const spans = steps.map((step) => {
    const from = step.type === 'total' ? 0 : level;
    level = step.type === 'total' ? step.value : level + step.value;
    return { ...step, from, to: level };
  });
  const ends = spans.flatMap(({ from, to }) => [from, to]);
  const x = scaleLinear()
    .domain([Math.min(0, ...ends), Math.max(Number.MIN_VALUE, ...ends)])
    .range([0, WIDTH]);
  const body = spans.map(({ name, amount, type, from, to, welcome }, index) => {
    const top = index * ROW;
    const [left, right] = [x(Math.min(from, to)), x(Math.max(from, to))];
    const kind = type === 'total' ? 'total' : welcome || to < from ? 'down' : 'up';
    // A step too small to see is still there.
    const width = Math.max(1.5, right - left);
    const link =
      index + 1 < spans.length
        ? markup`<line class="link" x1="${px(x(to))}" x2="${px(x(to))}" y1="${top + 21 + BAR}" y2="${top + ROW + 21}"/>`
        : markup``;
    return markup`${link}<text x="0" y="${top + 14}">${short(name, roomBeside(amount))}</text><text class="amount" x="${WIDTH}" y="${top + 14}">${amount}</text><rect class="track" x="0" y="${top + 21}" width="${WIDTH}" height="${BAR}"/><rect class="${kind}" x="${px(Math.min(left, WIDTH - width))}" y="${top + 21}" width="${px(width)}" height="${BAR}"><title>${name}: ${amount}</title></rect>`;
  });
  return drawing(id, Math.max(1, steps.length) * ROW - 4, title, description, body);
}
