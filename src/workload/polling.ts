import { decimal, quotient, ZERO } from '../money/decimal.ts';
import { less } from '../money/fraction.ts';
import type { Mistake } from './mistakes.ts';
import type { Rate } from './quantity.ts';
import type { Workload } from './schema.ts';
import { perSecond } from './units.ts';

type Traffic = NonNullable<Workload['traffic']>;

const A_DAY = decimal('24');
const MS_AN_HOUR = decimal('3600000');
/** The shortest month there is: a volume of so many hours is the most polls that it may hold. */
const SHORTEST_MONTH = decimal('672');

/** Hours a day in which clients ask. */
export const pollingHours = ({ hoursPerDay }: NonNullable<Traffic['polling']>) => hoursPerDay ?? A_DAY;

/** Requests by which clients only ask for news. */
export function pollsOf(polling: NonNullable<Traffic['polling']>): Rate {
  const asked = polling.clients.times(pollingHours(polling)).times(MS_AN_HOUR);
  return { amount: quotient(asked, polling.interval), per: 'day' };
}

/** All requests: as stated, or else those of the clients that ask for news. */
export function requestsOf({ requests, polling }: Traffic): Rate {
  return requests ?? (polling ? pollsOf(polling) : { amount: ZERO, per: 'month' });
}

/** Requests are required by no single field: one of two says them. */
export function* pollingContradictions({ traffic, hoursPerMonth }: Workload): Iterable<Mistake> {
  if (!traffic) return;
  const { requests, polling } = traffic;
  if (!requests && !polling)
    yield {
      path: ['traffic'],
      what: 'traffic has no requests',
      because: 'what is billed follows from them; clients that ask for news may state them as traffic.polling',
      write: 'traffic: { requests: 100M/month }',
    };
  const hours = hoursPerMonth ?? SHORTEST_MONTH;
  if (requests && polling && less(perSecond(requests, hours), perSecond(pollsOf(polling), hours)))
    yield {
      path: ['traffic', 'polling'],
      what: 'traffic.polling makes more requests than traffic.requests states',
      because: 'traffic.requests are all of them, those that ask for news too',
      write: 'remove requests, if these are all',
    };
}
