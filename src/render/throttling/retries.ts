import { decimal } from '../../money/decimal.ts';
import { decimalOf, fraction } from '../../money/fraction.ts';
import { formatQuantity } from '../../money/format.ts';
import { FOLLOWED_SECONDS, type Cascade } from '../../throttling/cascade.ts';
import type { RetryComparison } from '../../throttling/compare-retries.ts';
import type { Throttling } from '../../throttling/throttling.ts';
import type { Section } from '../section.ts';
import { requests, retryWords, time, together } from './words.ts';

/** What retries make of a peak: a comparison in words, and its figures. */
export function retrySections(retries: RetryComparison): readonly Section[] {
  return [
    { heading: 'When throttled clients retry', words: [comparison(retries)] },
    {
      heading: null,
      table: {
        columns: [
          { head: 'Clients' },
          { head: 'Busiest second', fit: true, align: 'right' },
          { head: 'End of peak', fit: true, align: 'right' },
          { head: 'Given up', fit: true, align: 'right' },
          { head: 'Last 429', fit: true, align: 'right' },
        ],
        rows: retries.played.map(({ policy, stated, highest, atEnd, givenUp, recoveredAfter }) => [
          `${retryWords(policy)}${stated ? ' (as stated)' : ''}`,
          requests(highest),
          `${requests(atEnd)}/s`,
          requests(givenUp),
          recoveredAfter === null ? `over ${time(LONGEST)}` : recoveredAfter.isZero() ? 'in the peak' : `+${time(recoveredAfter)}`,
        ]),
      },
    },
  ];
}

/** The first seconds of the peak one by one, as stated clients play it, or else clients without backoff. */
export function secondsSection({ retries }: Throttling, listed: number): readonly Section[] {
  const one = retries?.played.find(({ stated }) => stated) ?? retries?.played[1];
  if (!one || listed === 0) return [];
  return [
    {
      heading: `Second by second: ${retryWords(one.policy)}`,
      table: {
        columns: [
          { head: 'Second' },
          { head: 'First attempts', fit: true, align: 'right' },
          { head: 'Retries', fit: true, align: 'right' },
          { head: 'Accepted', fit: true, align: 'right' },
          { head: 'Throttled', fit: true, align: 'right' },
        ],
        rows: one.seconds
          .slice(0, listed)
          .map(({ fresh, retries: again, accepted, throttled }, index) => [
            String(index + 1),
            ...[fresh, again, accepted, throttled].map(requests),
          ]),
      },
    },
  ];
}

const LONGEST = decimalOf(fraction(BigInt(FOLLOWED_SECONDS)));

/** A load counts as changed when it differs by more than this part. */
const ABOUT = decimal('1.05');

function comparison({ played, length, lengthIs, at }: RetryComparison): string {
  const plain = played.find(({ policy }) => policy.attempts > 1 && policy.backoff === 'none' && policy.jitter === 'none');
  const best = played.find(({ policy }) => policy.backoff === 'exponential' && policy.jitter === 'full');
  if (!plain || !best) return '';
  const peak = `${time(decimalOf(length))} of peak${{ assumed: ' (assumed)', cut: ' (its first part)', stated: '' }[lengthIs]}`;
  const grown = ({ highest, amplification }: Cascade) =>
    highest.eq(plain.highestFresh) ? 'as many' : `${requests(highest)} (${formatQuantity(amplification.toDecimalPlaces(2))} times that)`;
  return [
    `Played at ${together(at.limit)} over ${peak}: the busiest second has ${requests(plain.highestFresh)} attempts without retries, ${grown(plain)} with retries that do not back off, ${grown(best)} with backoff and jitter.`,
    ...(ended(plain) === ended(best)
      ? [`Either way the last 429 comes ${ended(plain)}; ${requests(plain.givenUp)} and ${requests(best.givenUp)} requests are given up.`]
      : [
          `The last 429 comes ${ended(plain)} without backoff and ${ended(best)} with it; ${requests(plain.givenUp)} and ${requests(best.givenUp)} requests are given up.`,
        ]),
    ...lesson(plain, best),
  ].join(' ');
}

function ended({ recoveredAfter }: Cascade): string {
  if (recoveredAfter === null) return `more than ${time(LONGEST)} after the peak`;
  return recoveredAfter.isZero() ? 'before the peak ends' : `${time(recoveredAfter)} after the peak`;
}

/** What is odd about the outcome, where it is: backoff is not always what helps. */
function lesson(plain: Cascade, best: Cascade): readonly string[] {
  if (best.highest.gt(plain.highest.times(ABOUT)))
    return ['With jitter some retries come sooner, during the busiest moment; without it all come back together, later.'];
  const settled = best.atEnd.times(ABOUT).gte(plain.atEnd) && plain.atEnd.gt(plain.highestFresh.times(ABOUT));
  if (!settled) return [];
  return [
    'Backoff does not lower the load of a peak that is longer than the delays: each refused request comes back until its attempts are used up. A higher limit, a queue or fewer requests lower it.',
  ];
}
