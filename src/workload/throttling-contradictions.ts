import { didYouMean } from '../errors/did-you-mean.ts';
import { decimal, max, sum, type Decimal } from '../money/decimal.ts';
import { decimalOf, divided, fractionOf, isNone, less, times, type Fraction } from '../money/fraction.ts';
import { evened, percent } from './evened.ts';
import { fieldLine, sectionLine } from './flow.ts';
import { durationInWords } from './in-words.ts';
import type { Mistake, Path } from './mistakes.ts';
import { requestsOf } from './polling.ts';
import type { Workload } from './schema.ts';
import { perSecond, seconds } from './units.ts';

type Throttling = NonNullable<Workload['throttling']>;

/** The longest month there is: the mean rate of a monthly volume is at least the one over so many hours. */
const LONGEST_MONTH = decimal('744');

/** Mistakes about peaks, limits and retries that no single field shows. */
export function throttlingContradictions(workload: Workload): readonly Mistake[] {
  const { traffic, throttling } = workload;
  return [
    ...(traffic ? ofPeak(traffic, workload.hoursPerMonth ?? LONGEST_MONTH) : []),
    ...(throttling ? [...ofPlace(workload, throttling), ...ofShares(throttling), ...ofNames(throttling), ...ofLimits(throttling)] : []),
    ...(throttling?.retries ? ofRetries(throttling.retries) : []),
  ];
}

function* ofPeak(traffic: NonNullable<Workload['traffic']>, hours: Decimal): Iterable<Mistake> {
  const { peak, peakLength, burst } = traffic;
  const requests = requestsOf(traffic);
  if (!peak) {
    for (const key of ['peakLength', 'burst'] as const) {
      if ({ peakLength, burst }[key] === undefined) continue;
      yield {
        path: ['traffic', key],
        what: `traffic.${key} requires traffic.peak`,
        because: 'it says more about a peak, and there is none',
        write: `peak: ${max(decimal('2000'), twice(perSecond(requests, hours))).toFixed()} rps`,
      };
    }
    return;
  }
  const highest = perSecond(peak, hours);
  const mean = perSecond(requests, hours);
  if (less(highest, mean)) {
    yield {
      path: ['traffic', 'peak'],
      what: `traffic.peak is ${rps(highest)}, and traffic.requests come to ${rps(mean)} on average`,
      because: 'a peak is at least the average; a rate without a period is a month’s',
      write: `peak: ${(peak.per === 'month' && peak.amount.gte(decimalOf(mean)) ? peak.amount : twice(mean)).toFixed()} rps`,
    };
  }
  if (!burst) return;
  if (burst.length.isZero()) {
    yield {
      path: ['traffic', 'burst', 'length'],
      what: 'traffic.burst.length is zero',
      because: 'requests take some time to arrive',
      write: 'length: 1 ms',
    };
    return;
  }
  const rate = divided(fractionOf(burst.requests), seconds(burst.length));
  if (less(rate, highest)) {
    yield {
      path: ['traffic', 'burst'],
      what: `traffic.burst is slower than traffic.peak: ${rps(rate)} against ${rps(highest)}`,
      because: 'it is the busiest moment of the peak, and holds all requests of that moment',
      write: `burst: { requests: ${decimalOf(times(highest, seconds(burst.length)))
        .ceil()
        .toFixed()}, length: ${burst.length.toFixed()} ms }`,
    };
  }
  if (peakLength?.lt(burst.length)) {
    yield {
      path: ['traffic', 'peakLength'],
      what: 'traffic.burst.length is longer than traffic.peakLength',
      because: 'it is a moment of the peak',
      write: `peakLength: ${burst.length.toFixed()} ms`,
    };
  }
}

function* ofPlace({ traffic, realtime }: Workload, throttling: Throttling): Iterable<Mistake> {
  const forRequests = ['stage', 'methods', 'clients', 'retries'] as const;
  // Without either, the workload lacks traffic, which is a mistake of its own.
  for (const key of traffic || !realtime ? [] : forRequests) {
    if (throttling[key] === undefined) continue;
    yield {
      path: ['throttling', key],
      what: `throttling.${key} requires traffic`,
      because: 'for a WebSocket API only the limits of the account are evaluated',
      write: 'traffic: { requests: 100M/month, peak: 2000 rps }',
    };
  }
  if (throttling.newConnections === undefined || realtime || !traffic) return;
  yield {
    path: ['throttling', 'newConnections'],
    what: 'throttling.newConnections requires realtime',
    because: 'only a WebSocket API has this limit',
    write: 'remove newConnections',
  };
}

function* ofShares(throttling: Throttling): Iterable<Mistake> {
  for (const key of ['methods', 'clients'] as const) {
    const all = (throttling[key] ?? []).map((one) => one.share);
    const total = sum(all);
    for (const { index, share } of total.lte('1') ? [] : evened(all))
      yield {
        path: ['throttling', key, index, 'share'],
        what: `the shares of throttling.${key} add up to ${percent(total)}`,
        because: 'they are parts of all requests, so together at most 100%',
        write: `share: ${share}`,
      };
  }
}

function* ofNames({ methods = [], clients = [] }: Throttling): Iterable<Mistake> {
  const known = methods.map((one) => one.name);
  yield* repeated(known, ['throttling', 'methods']);
  yield* repeated(
    clients.map((one) => one.name),
    ['throttling', 'clients'],
  );
  for (const [index, plan] of clients.entries()) {
    const named = (plan.methods ?? []).map((one) => one.name);
    const at: Path = ['throttling', 'clients', index, 'methods'];
    yield* repeated(named, at);
    for (const [place, name] of named.entries()) {
      if (known.includes(name)) continue;
      yield {
        path: [...at, place, 'name'],
        what: `"${name}" is not in throttling.methods`,
        because: 'without its share of the traffic its limit cannot be evaluated',
        write:
          known.length > 0
            ? fieldLine('name', didYouMean(name, known) ?? known[0])
            : sectionLine(['throttling', 'methods'], [{ name, share: '10%' }]),
      };
    }
  }
}

function* repeated(names: readonly string[], at: Path): Iterable<Mistake> {
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) === index) continue;
    yield {
      path: [...at, index, 'name'],
      what: `"${name}" stands twice`,
      because: 'each is stated once',
      write: fieldLine('name', `${name.slice(0, 190)} ${index + 1}`),
    };
  }
}

function* ofLimits({ methods = [], clients = [] }: Throttling): Iterable<Mistake> {
  for (const [key, entries] of [['methods', methods] as const, ['clients', clients] as const]) {
    for (const [index, { name, rate, burst }] of entries.entries()) {
      if (rate !== undefined || burst === undefined) continue;
      yield {
        path: ['throttling', key, index, 'rate'],
        what: `${name} has a burst without a rate`,
        because: 'a token bucket has both: how fast it fills, and how much it holds',
        write: 'rate: 100 rps',
      };
    }
  }
}

function* ofRetries({ attempts, backoff, jitter, delay, longestDelay }: NonNullable<Throttling['retries']>): Iterable<Mistake> {
  const path: Path = ['throttling', 'retries'];
  for (const [key, value] of Object.entries({ backoff, jitter, delay, longestDelay })) {
    if (value === undefined || !attempts?.eq('1')) continue;
    yield {
      path: [...path, key],
      what: `throttling.retries.${key} requires more than one attempt`,
      because: 'one attempt in all means no retry',
      write: 'attempts: 3',
    };
  }
  if (longestDelay === undefined) return;
  if (backoff === 'none') {
    yield {
      path: [...path, 'longestDelay'],
      what: 'throttling.retries.longestDelay requires backoff',
      because: 'without backoff every delay is the same',
      write: 'remove longestDelay',
    };
  } else if (longestDelay.lt(delay ?? '1000')) {
    yield {
      path: [...path, 'longestDelay'],
      what: 'throttling.retries.longestDelay is shorter than the first delay',
      because: `the first delay is ${delay === undefined ? '1 s when it is not stated' : durationInWords(delay)}`,
      write: `longestDelay: ${(delay ?? decimal('1000')).toFixed()} ms`,
    };
  }
}

const twice = (rate: Fraction) => decimalOf(rate).times('2').ceil();

function rps(rate: Fraction): string {
  const shown = decimalOf(rate);
  return `${isNone(rate) || shown.gte('1') ? shown.toDecimalPlaces(3).toFixed() : shown.toSignificantDigits(3).toFixed()} rps`;
}
