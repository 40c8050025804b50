import type { Swept } from '../../app/sweep/over.ts';
import type { SweepResult, SweptPart } from '../../app/sweep/sweep.ts';
import { priceAge } from '../../app/staleness.ts';
import { beside } from '../answer/cost-screen.ts';
import { foot } from '../answer/foot.ts';
import { agreementText } from '../contract-words.ts';
import { markup, type Html } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { pageCell, pageRows, pageTable, type PageCell } from '../html/table.ts';
import { dollars, text } from '../report/cells.ts';
import { axisTitle } from './axis-words.ts';
import { sweepDrawing } from './drawing.ts';
import { BROAD, SLIM } from './lettering.ts';
import { CARRIES, turnText, unturned } from './words.ts';

/** A sweep as one page that opens anywhere: where the cheapest changes, the drawing, and every number. */
export function sweepHtml(result: SweepResult, asOf: string | null): string {
  const { costed, over, parts } = result;
  const { estimate } = costed;
  const [first, second] = over;
  const title = `${estimate.workload}: ${over.map(axisTitle).join(' and ')}`;
  const header = markup`<h1>${beside(costed)}</h1>
    <p class="total">${estimate.workload}</p>
    <p class="why">What it costs over ${over.map(({ axis, values }) => `${axis.field} from ${axis.said(values[0] ?? 0n)} to ${axis.said(values.at(-1) ?? 0n)}`).join(' and ')}, all else as stated.</p>`;
  const main = markup`<section><figure class="broad">${sweepDrawing('broad', result, BROAD)}</figure><figure class="slim">${sweepDrawing('slim', result, SLIM)}</figure></section>
    ${first === undefined ? [] : parts.map((part) => chapter(part, first, second))}`;
  const said = [...agreementText(estimate.agreement), foot(costed, priceAge(estimate.pricesPublished, asOf)).text];
  const footer = markup`<p>${said.join(' ')}</p>`;
  return page(title, header, main, footer);
}

function chapter(part: SweptPart, first: Swept, second: Swept | undefined): Html {
  const turns = part.turns.map((one) => markup`<li>${turnText(one, part, first.axis)}</li>`);
  const said = turns.length === 0 ? markup`<p>${unturned(part)}</p>` : markup`<ul>${turns}</ul>`;
  return markup`<section>
      <h2>${CARRIES[part.carries]}</h2>
      ${second === undefined ? said : []}${second === undefined ? amounts(part, first) : winners(part, first, second)}
    </section>`;
}

/** All amounts, a row for each value. */
function amounts(part: SweptPart, swept: Swept): Html {
  const { candidates, points } = part;
  const head = axisTitle(swept);
  return pageTable({
    id: `points-${part.carries}`,
    caption: 'Every point, in dollars a month',
    columns: [
      { head, numeric: true },
      { head: 'Cheapest' },
      { head: 'Its cost', numeric: true },
      ...candidates.map(({ title }) => ({ head: title, numeric: true })),
    ],
    oneLine: { name: head, amount: 'Its cost' },
    ...pageRows(points, ({ at, costs, cheapest }) => [
      valueCell(swept, at[0] ?? 0n),
      ...cheapestCells(part, costs, cheapest),
      ...candidates.map((_, index): PageCell => {
        const one = costs[index] ?? null;
        if (one === null) return pageCell(text('–'));
        const cell = pageCell(dollars(one.cost, one.bound));
        return one.serves ? cell : { ...cell, shown: markup`(${cell.shown})` };
      }),
    ]),
  });
}

/** Who is the cheapest at each pair of values. */
function winners(part: SweptPart, across: Swept, down: Swept): Html {
  const [head, other] = [axisTitle(across), axisTitle(down)];
  return pageTable({
    id: `points-${part.carries}`,
    caption: 'The cheapest that serves, at every point',
    columns: [{ head, numeric: true }, { head: other, numeric: true }, { head: 'Cheapest' }, { head: 'Its cost', numeric: true }],
    oneLine: { name: 'Cheapest', amount: head, change: other },
    ...pageRows(part.points, ({ at, costs, cheapest }) => [
      valueCell(across, at[0] ?? 0n),
      valueCell(down, at[1] ?? 0n),
      ...cheapestCells(part, costs, cheapest),
    ]),
  });
}

/** Sorted as a number, read as a person writes it. */
function valueCell({ axis }: Swept, steps: bigint): PageCell {
  return { shown: markup`${axis.said(steps)}`, sort: String(steps), numeric: true };
}

function cheapestCells(
  { candidates }: SweptPart,
  costs: SweptPart['points'][number]['costs'],
  cheapest: number | null,
): readonly PageCell[] {
  const one = cheapest === null ? null : (costs[cheapest] ?? null);
  if (cheapest === null || one === null) return [pageCell(text('none serves')), pageCell(text(''))];
  return [pageCell(text(candidates[cheapest]?.title ?? '')), pageCell(dollars(one.cost, one.bound))];
}
