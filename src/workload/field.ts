import * as v from 'valibot';
import { decimal } from '../money/decimal.ts';
import type { Decimal } from '../money/decimal.ts';
import {
  readCount,
  readDuration,
  readMemory,
  readMoney,
  readPerSecond,
  readQuota,
  readRate,
  readShare,
  readSize,
  type Rate,
  type Reading,
  type Size,
} from './quantity.ts';
import type { Traits } from './traits.ts';
import type { QuantityKind } from './unit-words.ts';

// Valibot carries two texts with an issue, `expected` and `message`. Here they are always
// "because" (why it cannot be used) and "write" (an example of the right thing).

// One object for all fields: what a schema is built of is a tenth of the start of a command.
const WRITTEN = v.union([v.string(), v.number()]);

/** A described field read from text by `read`, with its traits. Library callers may also give a number. */
function quantity<T>(description: string, example: string, traits: Traits, kind: QuantityKind, read: (text: string) => Reading<T>) {
  return v.pipe(
    WRITTEN,
    v.description(`${description} Example: ${example}.`),
    v.examples([example]),
    v.metadata({ kind, traits }),
    v.rawTransform<string | number, T>(({ dataset, addIssue, NEVER }) => {
      const reading = read(String(dataset.value));
      if ('value' in reading) return reading.value;
      addIssue({ message: example, expected: reading.because });
      return NEVER;
    }),
  );
}

export const rate = (description: string, example: string, traits: Traits) =>
  quantity<Rate>(description, example, traits, 'rate', readRate);
export const size = (description: string, example: string, traits: Traits) =>
  quantity<Size>(description, example, traits, 'size', readSize);
export const duration = (description: string, example: string, traits: Traits) =>
  quantity<Decimal>(description, example, traits, 'duration', readDuration);
/** A duration that is not zero, for what is divided by it. */
export const lasting = (description: string, example: string, traits: Traits) =>
  quantity<Decimal>(description, example, traits, 'duration', readLasting);
export const share = (description: string, example: string, traits: Traits) =>
  quantity<Decimal>(description, example, traits, 'share', readShare);
export const count = (description: string, example: string, traits: Traits) =>
  quantity<Decimal>(description, example, traits, 'count', readCount);
export const memory = (description: string, example: string, traits: Traits) =>
  quantity<Decimal>(description, example, traits, 'memory', readMemory);

/** Dollars a month. */
export const money = (description: string, example: string, traits: Traits) =>
  quantity<Decimal>(description, example, traits, 'money', readMoney);

/** Requests a second, as limits are set: a bare number is a second's, not a month's. */
export function perSecond(description: string, example: string, traits: Traits) {
  return quantity<Decimal>(description, example, traits, 'rate', readPerSecond);
}

/** Requests of a day, a week or a month: the three periods a usage plan knows. */
export function quota(description: string, example: string, traits: Traits) {
  return quantity<Rate>(description, example, traits, 'rate', readQuota);
}

/** A count that is also whole and within bounds. */
export function whole(description: string, example: string, least: number, most: number, traits: Traits) {
  return quantity<Decimal>(description, example, traits, 'count', (text) => within(readCount(text), least, most, true));
}

/** A count within bounds, fractions welcome. */
export function number(description: string, example: string, least: number, most: number, traits: Traits) {
  return quantity<Decimal>(description, example, traits, 'count', (text) => within(readCount(text), least, most, false));
}

function within(reading: Reading<Decimal>, least: number, most: number, integer: boolean): Reading<Decimal> {
  if ('because' in reading) return reading;
  const { value } = reading;
  if (integer && !value.isInteger()) return { because: 'it is a whole number' };
  if (value.lt(String(least)) || value.gt(String(most))) return { because: `it lies between ${least} and ${most}` };
  return reading;
}

function readLasting(text: string): Reading<Decimal> {
  const reading = readDuration(text);
  return 'value' in reading && reading.value.isZero() ? { because: 'it lasts longer than 0' } : reading;
}

const YES_OR_NO = v.union([v.boolean(), v.picklist(['yes', 'no', 'true', 'false', 'on', 'off'])]);

/** Yes or no, as people write them. */
export function flag(description: string) {
  return v.pipe(
    YES_OR_NO,
    v.description(description),
    v.examples(['yes']),
    v.transform((value) => value === true || value === 'yes' || value === 'true' || value === 'on'),
  );
}

export function text(description: string, example: string) {
  return v.pipe(
    v.string(),
    v.description(`${description} Example: ${example}.`),
    v.examples([example]),
    v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
      const trimmed = dataset.value.trim();
      if (trimmed !== '' && trimmed.length <= 200) return trimmed;
      addIssue({ message: example, expected: trimmed === '' ? 'it is empty' : 'it is longer than 200 characters' });
      return NEVER;
    }),
  );
}

/**
 * A part of the file with fields of its own, and no others. It has traits where it is compared as a whole. Its schema is built when a file first has such a part: all of
 * them together took a fifteenth of the start of a command.
 */
export function section<T extends v.ObjectEntries>(description: string, entries: () => T, traits?: Traits) {
  const build = () => {
    const fields = v.strictObject(entries());
    const described = v.pipe(fields, v.description(description));
    return traits === undefined ? described : (v.pipe(...described.pipe, v.metadata({ traits })) as unknown as typeof described);
  };
  let built: ReturnType<typeof build> | null = null;
  const schema = () => (built ??= build());
  return {
    kind: 'schema',
    type: 'strict_object',
    reference: v.strictObject,
    expects: 'Object',
    async: false,
    message: undefined,
    get entries() {
      return schema().entries;
    },
    get pipe() {
      return schema().pipe;
    },
    get '~standard'() {
      return schema()['~standard'];
    },
    '~run': (...args) => schema()['~run'](...args),
  } as ReturnType<typeof build>;
}

/** One of a few words, by name. */
export function choice<const T extends readonly string[]>(description: string, words: T) {
  return v.pipe(v.picklist(words), v.description(description), v.examples([words[0] as T[number]]));
}

/** The size of a gateway cache in GB, as AWS names the eight sizes. */
export const CACHE_SIZES = ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'] as const;
export type CacheSize = (typeof CACHE_SIZES)[number];

export function cacheSize(description: string, traits: Traits) {
  return quantity<CacheSize>(description, '0.5 GB', traits, 'size', (written) => {
    const digits = /^(\d+(?:\.\d+)?)\s*(?:GB)?$/.exec(written.trim())?.[1];
    const known = digits === undefined ? undefined : CACHE_SIZES.find((one) => decimal(one).eq(digits));
    if (known) return { value: known };
    return { because: `API Gateway has eight cache sizes: ${CACHE_SIZES.join(', ')} GB` };
  });
}
