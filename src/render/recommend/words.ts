import { FRONT_DOORS, FRONT_DOOR_IDS } from '../../workload/front-doors.ts';
import type { Advised } from '../../advise/advised.ts';
import type { Fit } from '../../candidates/fit.ts';
import { refusal, refuses, type QuotaUse } from '../../decide/quota-use.ts';
import type { Leaf } from '../../decide/tree.ts';
import type { CandidateEstimate } from '../../estimate/estimate.ts';
import type { Fate } from '../../hops/flow.ts';
import type { Decimal } from '../../money/decimal.ts';
import { formatMoney, formatQuantity } from '../../money/format.ts';
import { FEATURES } from '../../workload/features.ts';
import { schemaAt } from '../../workload/schema-at.ts';
import { yearly } from '../cost/words.ts';

/** Words that every part of a recommendation shares. */

export const LEAVES: Readonly<Record<Leaf, string>> = { rest: 'a REST API', http: 'an HTTP API', websocket: 'a WebSocket API' };

export const FATES: Readonly<Record<Fate, string>> = {
  blocked: 'blocked by the web ACL',
  'edge-hit': 'answered from the cache of CloudFront',
  'preflight-answered': 'preflights answered (OPTIONS)',
  unauthorized: 'refused (401, 403)',
  throttled: 'throttled (429)',
  invalid: 'refused as invalid (400)',
  'cache-hit': 'answered from the stage cache',
  answered: 'answered by the backend',
};

/** `a REST API`, `an Application Load Balancer`. */
export function withArticle(title: string): string {
  const frontDoor = FRONT_DOOR_IDS.find((id) => title.startsWith(FRONT_DOORS[id].title));
  return `${frontDoor ? FRONT_DOORS[frontDoor].article : 'a'} ${title}`;
}

export function sentence(text: string): string {
  const full = capital(text);
  return /[.?!]$/.test(full) ? full : `${full}.`;
}

/** As a sentence begins; the name of a field keeps its letters, for that is how it is written in the file. */
export function capital(text: string): string {
  return beginsWithField(text) ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** `backend.lambda.architecture is not stated`, `backend is not stated`; but `cache answers are old` is about caches. */
function beginsWithField(text: string): boolean {
  const [, path = '', more = ''] = /^([a-z][\w-]*(?:\.[\w-]+)*)(.*)/s.exec(text) ?? [];
  return (path.includes('.') || /^ (?:is not stated|says|states)\b/.test(more)) && schemaAt(path.split('.')) !== null;
}

export function uncapital(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** `$43.73 a month, $524.80 a year`. */
export function costs(cost: Decimal, bound: CandidateEstimate['bound']): string {
  const least = bound === 'exact' ? '' : 'at least ';
  return `${least}${formatMoney(cost)} a month, ${formatMoney(yearly(cost))} a year`;
}

/** How a candidate has one needed feature. */
export function fitText({ feature, support }: Fit): string {
  const { name } = FEATURES[feature];
  switch (support.type) {
    case 'native':
      return `${name}: yes${support.conditions === undefined ? '' : `, ${support.conditions}`}`;
    case 'via':
      return `${name}: by ${support.by}; ${support.caveat}`;
    case 'no':
      return `${name}: no, ${support.because}`;
    case 'unknown':
      return `${name}: unknown, ${support.because}`;
  }
}

/**
 * What keeps a candidate from carrying the workload: features that it has not, things left out, what the rule book says,
 * or, where it is silent, quotas that are passed.
 */
export function shortcomings({ fits, quotas, estimate, blockers }: Advised): readonly string[] {
  const lacking = fits.filter(({ support }) => support.type === 'no' || support.type === 'unknown');
  const named = new Set(lacking.map(({ feature }) => FEATURES[feature].name.toLowerCase()));
  return [
    ...lacking.map(fitText),
    ...estimate.lacks.filter((what) => !named.has(what.toLowerCase().replace(/^an? /, ''))).map((what) => `${what}: left out`),
    // A need that is not met stands among what it lacks already.
    ...blockers.filter(({ rule }) => rule.id !== 'need-unmet').map(({ because }) => because),
    ...(blockers.length > 0 ? [] : quotas.filter(refuses)).map((use) => `${usedOf(use)}, and ${refusal(use)}`),
  ];
}

/** `Wait for the backend: 90 of 30 seconds`. */
export function usedOf({ name, used, limit, unit }: QuotaUse): string {
  return limit === null ? `${name}: ${readable(used)} ${unit}` : `${name}: ${readable(used)} of ${formatQuantity(limit)} ${unit}`.trim();
}

/** A measured quantity to three digits: more digits do not help. */
export function readable(quantity: Decimal): string {
  return formatQuantity(quantity.gte('100') ? quantity.toDecimalPlaces(0) : quantity.toSignificantDigits(3));
}

export function percent(share: Decimal): string {
  const whole = share.times('100');
  return whole.isZero() || whole.gte('0.1') ? `${formatQuantity(whole.toDecimalPlaces(1))}%` : 'under 0.1%';
}

/** `a, b or c`. */
export function either(words: readonly string[]): string {
  return joined(words, 'or');
}

/** `a, b and c`. */
export function both(words: readonly string[]): string {
  return joined(words, 'and');
}

function joined(words: readonly string[], last: string): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
