import { px, short } from '../html/chart.ts';
import { EMPTY, markup } from '../html/markup.ts';
import { signsIn, words, type Panel, type Sheet } from './lettering.ts';
import { colourOf, dashOf } from './strokes.ts';

/** The names behind letters, one below the other, each with its stroke. */
export function keyOf(titles: readonly string[], { width, font }: Sheet, letter: (index: number) => string): Panel {
  const small = font - 2;
  const height = small + 7;
  const text = 52;
  const body = titles.map((title, index) => {
    const middle = height * index + height / 2;
    const stroke = markup`<line x1="0" x2="28" y1="${px(middle)}" y2="${px(middle)}" stroke="${colourOf(index)}" stroke-width="3"${dashOf(index) === '' ? EMPTY : markup` stroke-dasharray="${dashOf(index)}"`}/>`;
    return markup`${stroke}${words(36, middle + small * 0.35, small, letter(index), { isStrong: true })}${words(text, middle + small * 0.35, small, short(title, signsIn(width - text, small)))}`;
  });
  return { height: titles.length * height, body };
}
