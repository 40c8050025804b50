import type { Month } from '../journey/month.ts';
import { decimal, max, ZERO, type Decimal } from '../money/decimal.ts';
import { formatQuantity } from '../money/format.ts';
import { durationInWords, shareInWords } from '../workload/in-words.ts';
import {
  readCount,
  readDuration,
  readMemory,
  readMoney,
  readRate,
  readShare,
  readSize,
  type Rate,
  type Size,
} from '../workload/quantity.ts';
import { schemaAt } from '../workload/schema-at.ts';
import type { Workload } from '../workload/schema.ts';
import { kindOf, statedWith } from '../workload/stated-with.ts';
import { perMonth, toBytes, type Units } from '../workload/units.ts';
import { possible } from './possible.ts';
import { vary } from './vary.ts';

/** One numeric field of a workload, from its least to its greatest value in steps of its own unit; all else as stated. */
export interface Axis {
  readonly field: string;
  /** What one step is, in words: `byte`, `ms`, `0.01%`. */
  readonly unit: string;
  readonly lowest: bigint;
  readonly highest: bigint;
  /** Where the workload stands; null where it states the field as no single value. */
  readonly now: bigint | null;
  /** The workload at so many steps. */
  at(steps: bigint): Workload;
  /** A value as a person reads it. */
  said(steps: bigint): string;
  /** So many steps as a plain number of the unit that `unitOfNumbers` names. */
  number(steps: bigint): Decimal;
  /** Reads a value as a person writes it, rounded down to whole steps; null where it is none. */
  read(text: string): bigint | null;
}

/**
 * How one kind of quantity is counted in steps, and said. Memory and duration end where those of a Lambda function do:
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
interface Kind {
  readonly unit: string;
  readonly lowest: bigint;
  readonly highest: bigint;
  /** How much one step is of a decimal that the schema reads. */
  readonly step: string;
  said(value: Decimal): string;
  read(text: string): Decimal | null;
}

const value = (reading: { readonly value: Decimal } | { readonly because: string }): Decimal | null =>
  'value' in reading ? reading.value : null;

const KINDS = {
  count: { unit: '1', lowest: 0n, highest: 10n ** 12n, step: '1', said: formatQuantity, read: (text) => value(readCount(text)) },
  duration: { unit: 'ms', lowest: 0n, highest: 900_000n, step: '1', said: durationInWords, read: (text) => value(readDuration(text)) },
  memory: {
    unit: 'MB',
    lowest: 128n,
    highest: 10_240n,
    step: '1',
    said: (of) => `${formatQuantity(of)} MB`,
    read: (text) => value(readMemory(text)),
  },
  money: {
    unit: 'cent',
    lowest: 0n,
    highest: 10n ** 12n,
    step: '0.01',
    said: (of) => `$${formatQuantity(of)}`,
    read: (text) => value(readMoney(text)),
  },
  share: { unit: '0.01%', lowest: 0n, highest: 10_000n, step: '0.0001', said: shareInWords, read: (text) => value(readShare(text)) },
} as const satisfies Readonly<Record<string, Kind>>;

/** Bytes of the largest body that a REST or HTTP API carries, 10 MB; of messages, eight times the largest. */
const MOST_BYTES = { traffic: 10_485_760n, realtime: 1_048_576n } as const;
/** Far past what anyone serves. */
export const MOST_REQUESTS = 10n ** 12n;

/** Dotted paths of the fields that a workload states and cost may follow. */
export function varyingFields(workload: Workload): readonly string[] {
  return statedWith(workload, ({ felt }, schema) => felt !== null && kindOf(schema) !== undefined);
}

/** The axis of a field that a workload states; null where it states none that varies. */
export function axisOf(field: string, month: Month): Axis | null {
  const { workload, units } = month;
  if (!varyingFields(workload).includes(field)) return null;
  const kind = kindOf(schemaAt(field.split('.')) ?? { type: '' });
  let stated: unknown;
  vary(workload, field, (found) => (stated = found));
  const of =
    kind === 'rate'
      ? ofRates(stated, units)
      : kind === 'size'
        ? ofSizes(stated, units, field.startsWith('realtime.') ? MOST_BYTES.realtime : MOST_BYTES.traffic)
        : ofDecimals(kind, stated);
  if (of === null) return null;
  const at = (steps: bigint) => vary(workload, field, () => of.written(steps)) ?? workload;
  return {
    field,
    at,
    unit: of.unit,
    now: of.now,
    said: of.said,
    number: of.number,
    read: of.read,
    lowest: edge(of.lowest, of.now ?? of.highest, at),
    highest: edge(of.highest, of.now ?? of.lowest, at),
  };
}

type Steps = Omit<Axis, 'field' | 'at'> & { written(steps: bigint): unknown };

const stepsIn = (amount: Decimal, step: string): bigint => BigInt(max(amount, ZERO).divToInt(step).toFixed(0));

function ofDecimals(kind: string | undefined, stated: unknown): Steps | null {
  const found = (KINDS as Readonly<Record<string, Kind>>)[kind ?? ''];
  if (found === undefined) return null;
  const { step, unit, lowest, highest } = found;
  const number = (steps: bigint) => decimal(steps).times(step);
  return {
    unit,
    lowest,
    highest,
    now: stepsIn(stated as Decimal, step),
    number,
    written: number,
    said: (steps) => found.said(number(steps)),
    read(text) {
      const read = found.read(text);
      return read && stepsIn(read, step);
    },
  };
}

function ofSizes(stated: unknown, units: Units, highest: bigint): Steps {
  const written = (steps: bigint): Size => ({ amount: decimal(steps), unit: 'B' });
  return {
    unit: 'byte',
    lowest: 0n,
    highest,
    now: stepsIn(toBytes(stated as Size, units), '1'),
    number: (steps) => decimal(steps),
    written,
    said(steps) {
      const bytes = decimal(steps);
      const kilobytes = bytes.div(units.bytesPerKB);
      return kilobytes.isInteger() && !bytes.isZero() ? `${formatQuantity(kilobytes)} KB` : `${formatQuantity(bytes)} B`;
    },
    read(text) {
      const reading = readSize(text);
      return 'value' in reading ? stepsIn(toBytes(reading.value, units), '1') : null;
    },
  };
}

/** Requests a month one by one; other rates in hundredths of the period in which they are stated. */
function ofRates(stated: unknown, units: Units): Steps {
  if (!isRate(stated)) return rates('0.01', 'a second', stepsIn(stated as Decimal, '0.01'), (amount) => amount, units, 'second');
  const isMonthly = stated.amount.isZero() || perMonth(stated, units.hoursPerMonth).gte('1000');
  if (isMonthly)
    return rates(
      '1',
      'request',
      stepsIn(perMonth(stated, units.hoursPerMonth), '1'),
      (amount) => ({ amount, per: 'month' }),
      units,
      'month',
    );
  const { per } = stated;
  return rates('0.01', `0.01 a ${per}`, stepsIn(stated.amount, '0.01'), (amount) => ({ amount, per }), units, per);
}

function rates(step: string, unit: string, now: bigint, written: (amount: Decimal) => unknown, units: Units, per: Rate['per']): Steps {
  const number = (steps: bigint) => decimal(steps).times(step);
  return {
    unit,
    lowest: 0n,
    highest: MOST_REQUESTS,
    now,
    number,
    written: (steps) => written(number(steps)),
    said: (steps) => `${formatQuantity(number(steps))}/${per}`,
    read(text) {
      const reading = readRate(text);
      if (!('value' in reading)) return null;
      const { amount, per: said } = reading.value;
      return said === per || per !== 'month' ? stepsIn(amount, step) : stepsIn(perMonth({ amount, per: said }, units.hoursPerMonth), step);
    },
  };
}

function isRate(stated: unknown): stated is Rate {
  return typeof stated === 'object' && stated !== null && 'per' in stated;
}

/** The outermost value at which the workload contradicts nothing: shares of the same requests come to no more than all of them. */
function edge(outer: bigint, inner: bigint, at: (steps: bigint) => Workload): bigint {
  if (possible(at(outer))) return outer;
  let [good, bad] = [inner, outer];
  while (good - bad > 1n || bad - good > 1n) {
    const between = (good + bad) / 2n;
    if (possible(at(between))) good = between;
    else bad = between;
  }
  return good;
}
