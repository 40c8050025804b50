import { px } from '../html/chart.ts';
import { EMPTY, markup, type Html } from '../html/markup.ts';

/** How large a drawing is, and how its lines are named: beside them, or by letters with a key below where there is no room. */
export interface Sheet {
  readonly width: number;
  readonly margin: number;
  readonly font: number;
  readonly names: 'beside' | 'below';
}

/** For a slide and a wide screen, and for a phone. */
export const BROAD: Sheet = { width: 1000, margin: 20, font: 15, names: 'beside' };
export const SLIM: Sheet = { width: 340, margin: 4, font: 13, names: 'below' };

/** A piece of a drawing, from its own upper edge down. */
export interface Panel {
  readonly height: number;
  readonly body: readonly Html[];
}

/** Dark enough to be read on white, and lighter for what stands back. */
export const [INK, SOFT] = ['#16202e', '#4d5b6c'];
const RULE = '#d8dee6';

/** A sign of a sans-serif takes so much of its size, on average and a little more. */
const SIGN = 0.58;

export const widthOf = (words: string, size: number): number => words.length * size * SIGN;

/** As many signs as so much room has. */
export const signsIn = (room: number, size: number): number => Math.max(4, Math.floor(room / (size * SIGN)));

/** Words at a point, with a white edge that parts them from what lies under them. */
export function words(
  x: number,
  y: number,
  size: number,
  said: string,
  { anchor = 'start', fill = INK, isStrong = false }: { anchor?: 'start' | 'middle' | 'end'; fill?: string; isStrong?: boolean } = {},
): Html {
  return markup`<text x="${px(x)}" y="${px(y)}" font-size="${size}" text-anchor="${anchor}" fill="${fill}"${isStrong ? markup` font-weight="700"` : EMPTY} stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${said}</text>`;
}

export function rule(x1: number, y1: number, x2: number, y2: number, stroke: string = RULE, dash = ''): Html {
  return markup`<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" stroke="${stroke}"${dash === '' ? EMPTY : markup` stroke-dasharray="${dash}"`}/>`;
}

/** Heights that are a gap apart and within bounds, in the order of the wanted ones and as near them as a push each way gets. */
export function pushedApart(wanted: readonly number[], gap: number, least: number, most: number): readonly number[] {
  const order = [...wanted.keys()].toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  let floor = least;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, floor);
    floor = (placed[index] ?? 0) + gap;
  }
  let ceiling = most;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, ceiling);
    ceiling = (placed[index] ?? 0) - gap;
  }
  return placed;
}

/** A label over a point, in one of several rows so that none runs into another. */
export interface Packed {
  readonly middle: number;
  readonly row: number;
}

/** The rows that labels of some widths take over their points, each in the first one with room, and all between two edges. */
export function packed(labels: readonly { readonly x: number; readonly width: number }[], left: number, right: number): readonly Packed[] {
  const ends: number[] = [];
  return labels.map(({ x, width }) => {
    const middle = Math.min(Math.max(x, left + width / 2), right - width / 2);
    const free = ends.findIndex((end) => end < middle - width / 2);
    const row = free < 0 ? ends.length : free;
    ends[row] = middle + width / 2 + 8;
    return { middle, row };
  });
}
