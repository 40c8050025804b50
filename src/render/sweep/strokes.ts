/**
 * Colours of Okabe and Ito that the colour-blind tell apart, without the yellow that white swallows:
 * https://jfly.uni-koeln.de/color/ (read 2026-11-30).
 */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#000000', '#e69f00', '#56b4e9'];
/** Coprime in number with the colours, so that all pairs come before one comes again. */
const DASHES = ['', '9 4', '2 3', '10 3 2 3'];

export const colourOf = (index: number): string => COLOURS[index % COLOURS.length] ?? '';

export const dashOf = (index: number): string => DASHES[index % DASHES.length] ?? '';
