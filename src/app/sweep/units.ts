import type { Axis } from '../../whatif/axis.ts';

/** What the plain numbers of an axis are in. */
export function unitOf({ unit }: Axis): string {
  const own = /^(?:0\.01 )?(an? .+)$/.exec(unit)?.[1];
  return own ?? UNITS[unit] ?? unit;
}

const UNITS: Readonly<Record<string, string>> = {
  '1': 'in number',
  cent: 'dollars a month',
  '0.01%': 'of all',
  byte: 'bytes',
  request: 'a month',
};
