import { CANDIDATES } from '../candidates/index.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { candidateCost } from '../estimate/candidate-cost.ts';
import { monthInstead, type Month } from '../journey/month.ts';
import { decimal, isNegative, quotient, ZERO, type Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { curves } from '../whatif/curve.ts';
import { durationInWords } from '../workload/in-words.ts';
import { pollingHours, pollsOf, requestsOf } from '../workload/polling.ts';
import type { Workload } from '../workload/schema.ts';
import { perMonth } from '../workload/units.ts';

/** What clients that ask for news cost a month, and what it would cost to push the same news to them. */
export interface Polling {
  /** Requests that ask for news. */
  readonly polls: Decimal;
  /** With all requests, as stated. */
  readonly polling: Decimal;
  /** A WebSocket API for the same news, and the other requests as they are. */
  readonly pushing: Decimal;
  /** In milliseconds: asking as seldom as this costs what pushing does, to the request; null where no interval does. */
  readonly interval: Decimal | null;
}

/** An interval that was worked out, with no more digits than one reads. */
export function intervalInWords(interval: Decimal): string {
  return durationInWords(interval.toSignificantDigits(4));
}

const A_DAY = decimal('24');
const MS_AN_HOUR = decimal('3600000');
/** Far past what anyone serves. */
const MOST_REQUESTS = 10n ** 12n;

/** Null where the workload states no news, has connections already, or a part of either cost is not known. */
export function pollingOf(candidate: Candidate, month: Month, book: PriceBook): Polling | null {
  const { workload, units } = month;
  const { traffic, realtime } = workload;
  const pushed = pushing(workload, units.hoursPerMonth);
  const websocket = CANDIDATES.find(({ frontDoor }) => frontDoor === 'websocket');
  if (!traffic?.polling || realtime || pushed === null || candidate.carries !== 'requests' || !websocket) return null;
  const instead = monthInstead(month, pushed.workload);
  const cost = candidateCost(candidate, month, book);
  const connections = candidateCost(websocket, instead, book);
  const rest = pushed.others.isZero() ? ZERO : candidateCost(candidate, instead, book);
  if (cost === null || connections === null || rest === null) return null;
  const total = connections.plus(rest);
  const requests = requestsAt(total, candidate, month, book);
  const left = requests?.minus(pushed.others) ?? ZERO;
  const asking = traffic.polling.clients.times(units.hoursPerMonth).times(pollingHours(traffic.polling)).times(MS_AN_HOUR);
  return {
    polls: pushed.polls,
    polling: cost,
    pushing: total,
    interval: left.isZero() || isNegative(left) ? null : quotient(asking, A_DAY.times(left)),
  };
}

/** The workload with its news pushed over connections that stay open while clients would ask; null where it states no news. */
function pushing(workload: Workload, hoursPerMonth: Decimal) {
  const { traffic } = workload;
  if (!traffic?.polling?.news) return null;
  const { polling } = traffic;
  const polls = perMonth(pollsOf(polling), hoursPerMonth);
  const others = perMonth(requestsOf(traffic), hoursPerMonth).minus(polls);
  const { polling: _polling, ...withoutPolling } = traffic;
  const { traffic: _traffic, ...withoutTraffic } = workload;
  const rate = { amount: quotient(MS_AN_HOUR.times(traffic.polling.news), polling.interval), per: 'hour' as const };
  const changed: Workload = {
    ...withoutTraffic,
    ...(others.isZero() ? {} : { traffic: { ...withoutPolling, requests: { amount: others, per: 'month' as const } } }),
    realtime: {
      connections: polling.clients,
      hoursPerDay: pollingHours(polling),
      outbound: { rate, ...(traffic.response ? { size: traffic.response } : {}) },
    },
  };
  return { workload: changed, polls, others };
}

/** The fewest requests at which a candidate costs as much as an amount, exactly; null where it never does, or nobody can say. */
function requestsAt(amount: Decimal, candidate: Candidate, month: Month, book: PriceBook): Decimal | null {
  const { traffic } = month.workload;
  const curve = curves(month, book)(candidate);
  if (!traffic || !curve) return null;
  // Costs of a curve are times the stated requests, in whole numbers of 10^-places.
  const stated = perMonth(requestsOf(traffic), month.units.hoursPerMonth);
  const reaches = (requests: bigint) => decimal(curve.cost(requests)).gte(amount.times(stated).times(decimal('10').pow(curve.places)));
  if (!reaches(MOST_REQUESTS)) return null;
  let [below, at] = [0n, MOST_REQUESTS];
  while (at - below > 1n) {
    const middle = (below + at) / 2n;
    if (reaches(middle)) at = middle;
    else below = middle;
  }
  return decimal(at);
}
