import { UsageError } from '../../errors/errors.ts';
import type { Month } from '../../journey/month.ts';
import { decimal } from '../../money/decimal.ts';
import { axisOf, type Axis } from '../../whatif/axis.ts';
import { fieldNamed } from '../../whatif/field-named.ts';

/** A field over a range, at the values where it is looked at. */
export interface Swept {
  readonly axis: Axis;
  readonly scale: 'linear' | 'logarithmic';
  /** In steps of the axis, the ends first and last. */
  readonly values: readonly bigint[];
}

/** From so many times the first value on, the last is farther away in size than in number. */
const LOGARITHMIC_FROM = 100n;
/** Digits of the values between the ends of a logarithmic range, which people read. */
const DIGITS = 3;
/** KB from which on a part of one says nothing. */
const WHOLE_FROM = 10;

/**
 * Reads `requests=1M..10B`.
 * @throws UsageError where it names no field that varies, or no range of it.
 */
export function sweptOf(text: string, points: number, month: Month): Swept {
  const option = `--over ${text}`;
  const [name = '', range] = text.split('=', 2);
  const field = fieldNamed(name, month.workload, `--over ${name}`);
  const axis = axisOf(field, month);
  if (axis === null) throw new UsageError(`${option} asks for a field without a range`, `${field} is no number`, null);
  const [lowest, highest] = [axis.lowest, axis.highest].map((one) => axis.said(one).replaceAll(/[, ]/g, ''));
  const example = `--over ${name}=${lowest}..${highest}`;
  const ends = range?.split('..').map((end) => end.trim()) ?? [];
  if (ends.length !== 2) throw new UsageError(`${option} has no range`, 'a range is two values with two dots between them', example);
  const [from = null, to = null] = ends.map((end) => axis.read(end));
  const goes = `with all else as the workload states, it goes from ${axis.said(axis.lowest)} to ${axis.said(axis.highest)}`;
  if (from === null || to === null)
    throw new UsageError(`${option}: ${from === null ? ends[0] : ends[1]} is no value of ${field}`, goes, example);
  if (from >= to)
    throw new UsageError(
      `${option} ends before it begins`,
      'the first value of a range is the smaller one',
      `--over ${name}=${ends.toReversed().join('..')}`,
    );
  if (from < axis.lowest || to > axis.highest) throw new UsageError(`${option} goes beyond what ${field} can be`, goes, example);
  const scale = from > 0n && to >= from * LOGARITHMIC_FROM ? 'logarithmic' : 'linear';
  return { axis, scale, values: valuesOf(from, to, points, scale, axis) };
}

/** Each once: a short range has fewer values than points. */
function valuesOf(from: bigint, to: bigint, points: number, scale: Swept['scale'], axis: Axis): readonly bigint[] {
  const last = points - 1;
  const inner = Array.from({ length: last - 1 }, (_, index) => {
    if (scale === 'linear') return from + ((to - from) * BigInt(index + 1)) / BigInt(last);
    return readable(Number(from) * (Number(to) / Number(from)) ** ((index + 1) / last), axis);
  });
  return [...new Set([from, ...inner.filter((one) => one > from && one < to), to])];
}

/** A value that people read easily: of few digits, or so many KB. */
function readable(steps: number, axis: Axis): bigint {
  const kilobyte = axis.unit === 'byte' ? (axis.read('1 KB') ?? 1n) : 1n;
  const unit = steps >= Number(kilobyte) * WHOLE_FROM ? kilobyte : 1n;
  const rounded = decimal(BigInt(Math.round(steps / Number(unit)))).toSignificantDigits(DIGITS);
  return BigInt(rounded.toFixed(0)) * unit;
}

/** @throws UsageError where it is no such number. */
export function pointsOf(text: string | undefined, otherwise: number, most: number): number {
  if (text === undefined) return otherwise;
  const points = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (points >= 2 && points <= most) return points;
  throw new UsageError(`--points is "${text}"`, `it is a number of points, from 2 to ${most}`, `--points ${otherwise}`);
}
