import { UsageError } from '../errors/errors.ts';
import type { MonthOptions } from '../journey/month.ts';
import type { EditionId } from '../pricebook/sheet.ts';
import { isDay } from '../reading/day.ts';
import type { FreeTier } from '../workload/schema.ts';
import { readCount } from '../workload/quantity.ts';
import { knownCandidate } from './known-candidate.ts';

/** What every use case that prices takes, as a person writes it. */
export interface PricingOptions {
  readonly edition: EditionId;
  readonly region?: string;
  readonly hoursPerMonth?: string;
  readonly alwaysFree?: 'on' | 'off';
  readonly freeTier?: FreeTier;
  /** Today, `2026-11-22`: it determines whether prices are old. Left out, nothing is said of their age. */
  readonly asOf?: string;
}

/**
 * What the engine takes of them.
 * @throws UsageError where a month cannot have so many hours, or there is no such candidate.
 */
export function monthOptionsOf({
  hoursPerMonth,
  alwaysFree,
  freeTier,
  candidate,
}: Pick<PricingOptions, 'hoursPerMonth' | 'alwaysFree' | 'freeTier'> & { readonly candidate?: string | undefined }): MonthOptions {
  return {
    ...(hoursPerMonth === undefined ? {} : { hoursPerMonth: hoursOf(hoursPerMonth) }),
    ...(alwaysFree === undefined ? {} : { alwaysFree: alwaysFree === 'on' }),
    ...(freeTier === undefined ? {} : { freeTier }),
    ...(candidate === undefined ? {} : { asked: [knownCandidate(candidate)] }),
  };
}

function hoursOf(text: string) {
  const reading = readCount(text);
  if ('value' in reading && reading.value.gte('1') && reading.value.lte('744')) return reading.value;
  throw new UsageError(`--hours-per-month is "${text}"`, 'a month has between 1 and 744 hours', '--hours-per-month 730');
}

/**
 * A date as it is written; null where none is.
 * @throws UsageError where the calendar has no such day.
 */
export function dateOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (isDay(text)) return text;
  throw new UsageError(`--as-of is "${text}"`, 'a date is year, month and day', '--as-of 2026-11-22');
}
