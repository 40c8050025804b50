import { FRONT_DOORS } from '../../workload/front-doors.ts';
import {
  decimalOf,
  divided,
  fraction,
  fractionOf,
  isNone,
  less,
  minus,
  NONE,
  plus,
  total,
  WHOLE,
  type Fraction,
} from '../../money/fraction.ts';
import { formatQuantity } from '../../money/format.ts';
import type { Limit } from '../../throttling/limits.ts';
import { letsNothingThrough } from '../../workload/lets-nothing-through.ts';
import type { Throttling } from '../../throttling/throttling.ts';
import type { WeighedLimit } from '../../throttling/weigh.ts';
import { ASSUMPTIONS } from '../../workload/assumptions.ts';
import { assumptionText } from '../cost/words.ts';
import type { Section } from '../section.ts';
import { retrySections, secondsSection } from './retries.ts';
import { number, percent, rate, requests, time, whose } from './words.ts';

/**
 * What limits do to a peak, as a part of a report: for each front door the answer, the limits, the retries and what to
 * know; front doors to which the same happens together. Assumptions comes last, once.
 */
export function throttlingSections(all: readonly Throttling[], seconds = 0): readonly Section[] {
  const parts = all.map((one) => ({ names: [FRONT_DOORS[one.frontDoor].title], sections: part(one, seconds) }));
  const alike = parts.filter((one, index) => {
    const earlier = parts.slice(0, index).find((other) => JSON.stringify(other.sections) === JSON.stringify(one.sections));
    earlier?.names.push(...one.names);
    return earlier === undefined;
  });
  const assumed = [...new Set(all.flatMap((one) => (calm(one) ? [] : one.assumptions)))];
  return [
    ...alike.flatMap(({ names, sections: [first, ...others] }) =>
      first ? [{ ...first, heading: `Throttling: ${names.join(' and ')}` }, ...others] : [],
    ),
    ...(assumed.length > 0 ? [{ heading: 'Assumed about throttling', list: assumed.map((id) => assumptionText(ASSUMPTIONS[id])) }] : []),
  ];
}

/** Whether the answer says it all: one limit at most, and it throttles nothing. */
function calm({ weighed }: Throttling): boolean {
  return weighed === null || (weighed.limits.length <= 1 && weighed.limits.every(({ dryAt }) => dryAt === null));
}

/** Of one front door; its first section is the answer. Empty where there is nothing to say. */
function part(one: Throttling, seconds: number): readonly Section[] {
  const unlimited = FRONT_DOORS[one.frontDoor].throttlesNothing;
  if (unlimited !== null) return [{ heading: null, words: [unlimited] }];
  const { weighed } = one;
  const known = notes(one);
  const words = answer(one);
  return [
    { heading: null, words: words.length > 0 ? words : known },
    ...(weighed && !calm(one) ? [limitTable(one, weighed.limits)] : []),
    ...(one.quotas.length > 0 ? [quotaTable(one)] : []),
    ...(one.retries ? retrySections(one.retries) : []),
    ...secondsSection(one, seconds),
    ...(words.length > 0 && known.length > 0 ? [{ heading: null, list: known }] : []),
  ];
}

/** The answer first: which limit is reached first, for how long its reserve lasts, what is refused. */
function answer(one: Throttling): readonly string[] {
  const { weighed, arrivals, unknown, connects } = one;
  const words: string[] = [];
  if (weighed && arrivals) {
    const { binding } = weighed;
    const known = unknown.length === 0 ? '' : ', as far as the limits are known';
    if (binding) {
      const arrive =
        one.frontDoor === 'websocket' ? 'messages a second come and go while connections are open' : 'requests a second arrive at the peak';
      const holds = less(binding.holdsUpTo, arrivals.peak) ? 'is reached' : 'is reached first,';
      const shut = letsNothingThrough(binding.limit);
      const what = shut
        ? `lets nothing through, for its ${binding.limit.rate.isZero() ? 'rate' : 'burst'} is 0`
        : `${holds} at ${rate(binding.holdsUpTo)}${known}`;
      words.push(`${rate(arrivals.peak)} ${arrive}; the limit of ${whose(binding.limit)} ${what}.${refusals(one)}`);
    } else words.push(`No limit is known that ${rate(arrivals.peak)} requests a second would meet.`);
    if (!isNone(arrivals.others) && !isNone(weighed.othersLasting)) {
      words.push(
        `Other APIs of the account are refused too: ${percent(weighed.othersLasting)} of its ${rate(arrivals.others)} requests a second.`,
      );
    }
  }
  const byQuotas = total(one.quotas.map(({ refusedOfAll }) => refusedOfAll));
  if (!isNone(byQuotas)) words.push(`Quotas of usage plans refuse ${percent(byQuotas)} of all requests.`);
  if (connects) {
    const { perSecond, limit, allBackIn } = connects;
    words.push(
      `New connections come at ${rate(perSecond)} a second, of ${formatQuantity(limit)} that the account allows.${
        allBackIn === null ? '' : ` If all are lost at once, it takes ${time(decimalOf(allBackIn))} until all are back.`
      }`,
    );
  }
  return words;
}

function refusals({ frontDoor, weighed, arrivals, unknown }: Throttling): string {
  if (!weighed || !arrivals) return '';
  const { lasting, overPeak, overBurst, binding, limits } = weighed;
  const burst =
    overBurst && !isNone(overBurst.refused)
      ? ` Of the ${requests(decimalOf(overBurst.requests))} requests of the busiest moment, ${requests(decimalOf(overBurst.refused))} are throttled.`
      : '';
  if (isNone(lasting)) {
    const spare = binding && !isNone(arrivals.peak) ? minus(divided(binding.holdsUpTo, arrivals.peak), WHOLE) : null;
    const rest =
      burst !== ''
        ? ' The rest of the peak is not throttled'
        : unknown.length > 0
          ? ' No known limit throttles it'
          : ' Nothing is throttled';
    return `${burst}${rest}${spare ? `; it could grow ${growth(spare)}` : ''}.`;
  }
  const dry = limits.flatMap(({ dryAt }) => (dryAt ? [dryAt] : [])).toSorted((a, b) => (less(a, b) ? -1 : 1));
  const [first, last] = [dry[0], dry.at(-1)].map((moment) => time(decimalOf(moment ?? NONE)));
  const after = dry.every(isNone) ? '' : `Reserves last ${first}${first === last ? '' : ` to ${last}`}; then `;
  const atLeast = unknown.length > 0 ? 'at least ' : '';
  const always = frontDoor === 'websocket' || (binding !== null && letsNothingThrough(binding.limit));
  const whileSo = always ? '' : ' for as long as the peak lasts';
  const whole = overPeak
    ? ` Over the ${time(decimalOf(arrivals.length ?? fraction(0n)))} of the peak that is ${atLeast}${requests(decimalOf(overPeak.refused))} of ${requests(decimalOf(overPeak.requests))} requests, ${percent(divided(overPeak.refused, overPeak.requests))}.`
    : '';
  return ` ${after}${atLeast}${percent(lasting)} are throttled${whileSo}.${whole}${burst}`;
}

/** Room above the peak: a part of it, or several times as much. */
function growth(spare: Fraction): string {
  return less(spare, WHOLE) ? `by ${percent(spare)}` : `to ${formatQuantity(decimalOf(plus(spare, WHOLE)).toDecimalPlaces(1))} times that`;
}

function limitTable({ arrivals }: Throttling, limits: readonly WeighedLimit[]): Section {
  const others = arrivals && !isNone(arrivals.others) ? `, beside ${number(arrivals.others)}/s of others` : '';
  return {
    heading: null,
    table: {
      columns: [
        { head: 'Limit' },
        { head: 'Rate', fit: true, align: 'right' },
        { head: 'Burst', fit: true, align: 'right' },
        { head: 'At the peak', fit: true, align: 'right' },
        { head: 'Lasts', fit: true, align: 'right' },
        { head: 'Throttles', fit: true, align: 'right' },
      ],
      rows: limits.map(({ limit, arriving, dryAt, refuses }) => {
        const share = isNone(arriving) ? arriving : divided(refuses, arriving);
        return [
          `${whose(limit)}${limit.layer === 'account' ? others : ''}`,
          `${formatQuantity(limit.rate)}/s`,
          limit.burst === null ? 'not stated' : formatQuantity(limit.burst),
          `${number(divided(arriving, fractionOf(limit.buckets)))}/s`,
          dryAt === null ? 'always' : isNone(dryAt) ? '–' : time(decimalOf(dryAt)),
          percent(share),
        ];
      }),
    },
  };
}

function quotaTable({ quotas }: Throttling): Section {
  return {
    heading: 'Quotas of usage plans',
    table: {
      columns: [
        { head: 'Plan' },
        { head: 'Quota of a client', fit: true, align: 'right' },
        { head: 'It sends', fit: true, align: 'right' },
        { head: 'Refused', fit: true, align: 'right' },
      ],
      rows: quotas.map(({ plan, clients, quota, per, sends, refused }) => [
        `${plan}, ${formatQuantity(clients)} client${clients.eq('1') ? '' : 's'}`,
        `${formatQuantity(quota)}/${per}`,
        `${requests(decimalOf(sends))}/${per}`,
        percent(refused),
      ]),
    },
  };
}

function notes({ weighed, open, hint, withoutPlans, reach, sent }: Throttling): readonly string[] {
  const account = weighed?.limits.find(({ limit }) => limit.layer === 'account');
  const idle = (weighed?.limits ?? []).filter(
    ({ limit }) => limit.layer !== 'account' && account !== undefined && neverBelow(limit, account.limit),
  );
  return [
    ...open.map(({ field, because }) => `${field} is not stated: ${because}.`),
    ...(withoutPlans
      ? ['throttling.clients is not evaluated: HTTP APIs have no usage plans; a rate-based rule of AWS WAF counts by address or header.']
      : []),
    ...idle.map(({ limit }) => `The limit of ${whose(limit)} is not below the account’s, and never binds.`),
    ...(less(reach, WHOLE) && sent
      ? [`Of the ${rate(sent)} requests a second that clients send at the peak, ${percent(reach)} reach the gateway.`]
      : []),
    ...(hint ? [hintText(hint)] : []),
  ];
}

/** Both its rate and its burst are at least the other's. */
function neverBelow({ rate, burst }: Limit, other: Limit): boolean {
  return rate.gte(other.rate) && burst !== null && other.burst !== null && burst.gte(other.burst);
}

function hintText({ onceADay, byQuotas }: NonNullable<Throttling['hint']>): string {
  return [
    'traffic.fates.throttled is not stated, so the costs are of a month in which nothing is throttled; throttled requests are not billed.',
    ...(onceADay === null ? [] : [`With one such peak a day, it would be ${percent(onceADay)}.`]),
    ...(isNone(byQuotas)
      ? []
      : [onceADay === null ? `Quotas alone would make it ${percent(byQuotas)}.` : `Quotas would add ${percent(byQuotas)}.`]),
  ].join(' ');
}
