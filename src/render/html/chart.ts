import { markup, type Html } from './markup.ts';

/** Charts are drawn for a width that a phone has; wider screens enlarge them, so that their words stay readable on both. */
export const WIDTH = 420;

/** Hundredths of a unit are finer than any screen, and the same everywhere. */
export function px(length: number): string {
  return String(Math.round(length * 100) / 100);
}

/** Letters of a name that stand beside an amount on one line; both are proportional, and an amount is bold. */
export function roomBeside(amount: string): number {
  return Math.floor((WIDTH - amount.length * 9 - 8) / 7.4);
}

/** A name that fits; the whole of it stands in the table beside the chart. */
export function short(name: string, most: number): string {
  return name.length <= most
    ? name
    : `${name
        .slice(0, most - 1)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`;
}

/** A drawing, with words for whoever cannot see it. */
export function drawing(id: string, height: number, title: string, description: string, body: readonly Html[]): Html {
  return markup`<svg viewBox="0 0 ${WIDTH} ${px(height)}" role="img" aria-labelledby="${id}-title ${id}-description"><title id="${id}-title">${title}</title><desc id="${id}-description">${description}</desc>${body}</svg>`;
}
