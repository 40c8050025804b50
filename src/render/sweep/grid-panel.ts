import type { Swept } from '../../app/sweep/over.ts';
import type { SweptPart } from '../../app/sweep/sweep.ts';
import { px, short } from '../html/chart.ts';
import { markup } from '../html/markup.ts';
import { axisTitle, briefly } from './axis-words.ts';
import { INK, signsIn, SOFT, widthOf, words, type Panel, type Sheet } from './lettering.ts';
import { colourOf } from './strokes.ts';
import { letterOf, winnersOf } from './words.ts';

/** A cell for each pair of values, in the colour and with the letter of the cheapest that serves there. */
export function gridPanel(part: SweptPart, across: Swept, down: Swept, { width, font, names }: Sheet): Panel {
  const small = font - 2;
  const isBeside = names === 'beside';
  const lineHeight = font + 5;
  const won = winnersOf(part);
  const titles = [...won.map((index) => part.candidates[index]?.title ?? ''), 'nothing serves at a known price'];
  const isWhole = part.points.every(({ cheapest }) => cheapest !== null);
  const keyed = isWhole ? titles.slice(0, -1) : titles;
  const rowHeads = down.values.map((value) => briefly(down, value));
  const left = Math.max(...rowHeads.map((one) => widthOf(one, small))) + 8;
  const room = isBeside ? width * 0.34 : 0;
  const right = width - room;
  const top = lineHeight + 8;
  const [columns, rows] = [across.values.length, down.values.length];
  const cell = { width: (right - left) / columns, height: (isBeside ? 380 : 300) / rows };
  const bottom = top + cell.height * rows;
  const letter = Math.min(small, cell.width * 0.8, cell.height * 0.8);
  // Heads that would run into one another are left out, evenly.
  const everyColumn = everyOf(columns, (Math.max(...across.values.map((one) => widthOf(briefly(across, one), small))) + 8) / cell.width);
  const everyRow = everyOf(rows, (small + 3) / cell.height);
  const isHeaded = (index: number, every: number) => index % every === 0;
  const signOf = (cheapest: number | null) => (cheapest === null ? '–' : letterOf(won.indexOf(cheapest)));
  const colour = (cheapest: number | null) => (cheapest === null ? '#ffffff' : colourOf(won.indexOf(cheapest)));
  const cells = part.points.map(({ cheapest }, index) => {
    const x = left + cell.width * (index % columns);
    const y = top + cell.height * Math.floor(index / columns);
    return markup`<rect x="${px(x)}" y="${px(y)}" width="${px(cell.width)}" height="${px(cell.height)}" fill="${colour(cheapest)}" fill-opacity="0.55" stroke="#ffffff"/>${words(x + cell.width / 2, y + cell.height / 2 + letter * 0.35, Math.round(letter * 10) / 10, signOf(cheapest), { anchor: 'middle' })}`;
  });
  const [keyLeft, keyTop] = isBeside ? [right + 20, top] : [0, bottom + lineHeight * 2 + 12];
  const key = keyed.map((title, index) => {
    const y = keyTop + index * (lineHeight + 2);
    const cheapest = won[index] ?? null;
    return markup`<rect x="${px(keyLeft)}" y="${px(y)}" width="${small + 6}" height="${small + 6}" fill="${colour(cheapest)}" fill-opacity="0.55" stroke="${cheapest === null ? INK : '#ffffff'}"/>${words(keyLeft + small / 2 + 3, y + small, small, signOf(cheapest), { anchor: 'middle' })}${words(keyLeft + small + 14, y + small, small, short(title, signsIn(width - keyLeft - small - 16, small)))}`;
  });
  const under = bottom + lineHeight * 2 + 8;
  const keyBottom = keyTop + keyed.length * (lineHeight + 2) + 4;
  return {
    height: Math.max(under, keyBottom),
    body: [
      words(0, font, small, `Down: ${axisTitle(down)}`, { fill: SOFT }),
      ...cells,
      ...rowHeads.flatMap((one, index) =>
        isHeaded(index, everyRow)
          ? [words(left - 6, top + cell.height * (index + 0.5) + small * 0.35, small, one, { anchor: 'end', fill: SOFT })]
          : [],
      ),
      ...across.values.flatMap((value, index) =>
        isHeaded(index, everyColumn)
          ? [words(left + cell.width * (index + 0.5), bottom + lineHeight, small, briefly(across, value), { anchor: 'middle', fill: SOFT })]
          : [],
      ),
      words((left + right) / 2, bottom + lineHeight * 2, small, `Across: ${axisTitle(across)}`, { anchor: 'middle', fill: SOFT }),
      ...key,
    ],
  };
}

/** How many heads apart those stand that are written: so that the last one is among them, where that takes no more than twice as many. */
function everyOf(count: number, least: number): number {
  const every = Math.ceil(least);
  for (let one = every; one <= every * 2; one += 1) if ((count - 1) % one === 0) return one;
  return every;
}
