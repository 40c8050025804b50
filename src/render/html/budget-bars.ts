import { scaleLinear } from 'd3-scale';
import { drawing, px, roomBeside, short, WIDTH } from './chart.ts';
import { markup, type Html } from './markup.ts';

/** A budget, and how much of it is used. */
export interface BudgetBar {
  readonly name: string;
  readonly amount: string;
  /** Of the budget: 1 where all of it is used. */
  readonly used: number;
  readonly tone: 'bad' | 'warn' | 'good';
}

const ROW = 40;
const BAR = 14;
/** Twice the budget is as far as the scale goes: what is over that is written beside it. */
const FARTHEST = 2;

/** Budgets under one another, each on the scale of its own amount, with a mark where it is used up. */
export function budgetBars(id: string, title: string, description: string, bars: readonly BudgetBar[]): Html {
  const x = scaleLinear()
    .domain([0, Math.min(FARTHEST, Math.max(1, ...bars.map(({ used }) => used)))])
    .range([0, WIDTH])
    .clamp(true);
  const body = bars.map(({ name, amount, used, tone }, index) => {
    const top = index * ROW;
    return markup`<text x="0" y="${top + 14}">${short(name, roomBeside(amount))}</text><text class="amount${tone === 'bad' ? ' bad' : ''}" x="${WIDTH}" y="${top + 14}">${amount}</text><rect class="track" x="0" y="${top + 21}" width="${WIDTH}" height="${BAR}"/><rect class="${tone}" x="0" y="${top + 21}" width="${px(x(used))}" height="${BAR}"><title>${name}: ${amount}</title></rect><line class="limit" x1="${px(x(1))}" x2="${px(x(1))}" y1="${top + 19}" y2="${top + 38}"/>`;
  });
  return drawing(id, Math.max(1, bars.length) * ROW, title, description, body);
}
