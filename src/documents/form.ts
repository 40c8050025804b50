import * as v from 'valibot';
import { SCHEMA_VERSION } from './json.ts';

/** What the forms of several documents share. */

export const decimalText = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/), v.description('An exact decimal.'));
export const described = <T extends v.GenericSchema>(schema: T, description: string) => v.pipe(schema, v.description(description));

export const bound = v.picklist(['exact', 'at-least']);

/** Whether a thing has what is needed: by itself, with help, not, or not known. */
export const support = v.picklist(['native', 'via', 'no', 'unknown']);

export const severity = v.picklist(['blocker', 'caution', 'note']);

export const problemSchema = v.strictObject({
  file: v.nullable(v.string()),
  line: v.nullable(v.number()),
  column: v.nullable(v.number()),
  path: described(v.nullable(v.string()), 'Dotted path of the field.'),
  what: v.string(),
  because: v.string(),
  write: v.nullable(v.string()),
});

export const WANT = v.picklist(['not-published', 'not-in-sheet', 'not-stated']);
export const wantSchema = described(
  WANT,
  'Why it has no price: AWS publishes no rate, our price sheets lack it, or the workload does not state a size or ratio.',
);

/** One envelope for one file or many. */
export const envelope = <T extends v.GenericSchema>(result: T) => v.strictObject(envelopeEntries(result));

/** @param totals of several results, first of all. */
export const summedEntries = <T extends v.GenericSchema, U extends v.GenericSchema>(result: T, totals: U) => ({
  schemaVersion: v.literal(SCHEMA_VERSION),
  totals: described(v.optional(totals), 'Of several workloads together.'),
  results: v.array(result),
  errors: v.array(problemSchema),
});

export const envelopeEntries = <T extends v.GenericSchema>(result: T) => ({
  schemaVersion: v.literal(SCHEMA_VERSION),
  results: v.array(result),
  errors: v.array(problemSchema),
});

/** An amount of an earlier document. More digits than any has would only take time. */
export const readable = v.pipe(
  decimalText,
  v.maxLength(200),
  v.check((amount) => !amount.startsWith('-'), 'is negative'),
);

export const readableHours = v.pipe(
  readable,
  v.check((hours) => Number(hours) >= 1 && Number(hours) <= 744, 'is not the length of a month'),
);
