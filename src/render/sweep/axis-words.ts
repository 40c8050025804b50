import { scaleLinear, scaleLog } from 'd3-scale';
import { unitOf } from '../../app/sweep/units.ts';
import type { Swept } from '../../app/sweep/over.ts';
import { nearest } from '../number.ts';

const COMPACT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 });

/** A plain number with as few signs as it can be read by: `2.5K`, `100M`. */
const compact = (value: number): string => COMPACT.format(value);

/** Dollars with as few signs as they can be read by. */
export const compactDollars = (value: number): string => `$${value > 0 && value < 1 ? value.toFixed(2) : compact(value)}`;

/** Axes whose values are counted, in what; the others say their unit with each value. */
const isCounted = ({ axis }: Swept): boolean => axis.unit === '1' || unitOf(axis).startsWith('a');

/** A value of an axis where there is little room. */
export function briefly(swept: Swept, steps: bigint): string {
  const { axis } = swept;
  if (isCounted(swept)) return compact(nearest(axis.number(steps)));
  return axis.unit === 'cent' ? compactDollars(nearest(axis.number(steps))) : axis.said(steps);
}

/** What stands along an axis: the field, and the unit where values do not say it. */
export function axisTitle(swept: Swept): string {
  const { axis } = swept;
  if (axis.unit === '1') return axis.field;
  return isCounted(swept) || axis.unit === 'cent' ? `${axis.field}, ${unitOf(axis)}` : axis.field;
}

/** Steps of an axis that people expect marks at: powers of ten, else whole parts; of sizes in KB. */
export function ticksOf({ axis, values, scale }: Swept, most: number): readonly bigint[] {
  const unit = nearest(axis.number(1n));
  // A KB has 1,024 bytes, or 1,000.
  const perUnit = axis.unit === 'byte' ? Number(axis.read('1 KB') ?? 1n) : 1 / unit;
  const [from, to] = [values[0] ?? 0n, values.at(-1) ?? 1n].map((one) => Number(one) / perUnit) as [number, number];
  const ticks =
    scale === 'linear'
      ? scaleLinear().domain([from, to]).ticks(most)
      : scaleLog()
          .domain([from, to])
          .ticks()
          .filter((one) => Number.isInteger(Number(Math.log10(one).toFixed(9))));
  const every = scale === 'linear' ? 1 : Math.ceil(ticks.length / most);
  return ticks.filter((_, index) => index % every === 0).map((one) => BigInt(Math.round(one * perUnit)));
}
