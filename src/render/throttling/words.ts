import type { Decimal } from '../../money/decimal.ts';
import { decimalOf, type Fraction } from '../../money/fraction.ts';
import { formatQuantity } from '../../money/format.ts';
import type { RetryPolicy } from '../../throttling/retries.ts';
import type { Limit } from '../../throttling/limits.ts';

/** Words and figures that every print of throttling shares. */

export const number = (value: Fraction): string => formatQuantity(decimalOf(value));

/** Requests a second in a sentence: no more digits than one reads. */
export function rate(value: Fraction): string {
  const exact = decimalOf(value);
  return formatQuantity(exact.gte('100') ? exact.toDecimalPlaces(0) : exact.toDecimalPlaces(3));
}

/** Whole requests; thousandths of one where there is less than one. */
export const requests = (value: Decimal): string => formatQuantity(value.toDecimalPlaces(value.gte('1') ? 0 : 3));

export const percent = (share: Fraction): string => `${formatQuantity(decimalOf(share).times('100').toDecimalPlaces(2))}%`;

/** A length of time in the unit in which one reads it. */
export function time(seconds: Decimal): string {
  if (seconds.isZero()) return '0 s';
  if (seconds.lt('1')) return `${formatQuantity(seconds.times('1000').toDecimalPlaces(1))} ms`;
  if (seconds.lte('120')) return `${formatQuantity(seconds.toDecimalPlaces(2))} s`;
  if (seconds.lte('7200')) return `${formatQuantity(seconds.div('60').toDecimalPlaces(2))} min`;
  return `${formatQuantity(seconds.div('3600').toDecimalPlaces(2))} h`;
}

/** Whose limit it is: `the account`, `each of 25 clients of premium, for POST /orders`. */
export function whose({ layer, plan, method, buckets, origin }: Limit): string {
  const clients = `${buckets.eq('1') ? 'the client' : `each of ${formatQuantity(buckets)} clients`} of ${plan}`;
  switch (layer) {
    case 'account':
      return origin === 'region' ? 'the account (default of the Region)' : 'the account';
    case 'method':
      return `${method ?? 'other methods'}${origin === 'stage' ? ' (limit of the stage)' : ''}`;
    case 'client':
      return clients;
    case 'client-method':
      return `${clients} for ${method}`;
  }
}

/** The same as one: the limits of all clients of a plan are played together. */
export function together(limit: Limit): string {
  const all = whose(limit);
  return limit.buckets.eq('1') ? `the limit of ${all}` : `the limits of all ${all.replace(/^each of /, '')} together`;
}

/** What clients do, in a few words. */
export function retryWords({ attempts, backoff, jitter }: RetryPolicy): string {
  if (attempts === 1) return 'no retries';
  const how = backoff === 'none' ? 'without backoff' : 'exponential backoff';
  return `${attempts} attempts, ${how}${jitter === 'full' ? ', full jitter' : ''}`;
}
