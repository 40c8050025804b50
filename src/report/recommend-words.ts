import type { Advised } from '../advise/advised.ts';
import type { Fit } from '../decide/fit.ts';
import type { Leaf } from '../decide/tree.ts';
import type { Fate } from '../hops/flow.ts';
import { FEATURES } from '../workload/features.ts';

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

/** Hops at which requests may end; the rest is the backend. */
export const HOPS: Readonly<Record<string, string>> = {
  waf: 'AWS WAF',
  cloudfront: 'CloudFront',
  preflight: 'CORS',
  authorizer: 'Authorizer',
  throttle: 'Throttle',
  validation: 'Request validation',
  cache: 'Stage cache',
  answer: 'Backend',
};

/** `a REST API`, `an Application Load Balancer`. */
export function withArticle(title: string): string {
  return `${/^(HTTP|Application)/.test(title) ? 'an' : 'a'} ${title}`;
}

export function sentence(text: string): string {
  const capital = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.?!]$/.test(capital) ? capital : `${capital}.`;
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

/** What a way of having everything asks in return; empty where nothing does. */
export function price({ fits, unpriced }: Advised): string {
  const helped = fits.flatMap(({ feature, support }) => (support.type === 'via' ? [`${FEATURES[feature].name} by ${support.by}`] : []));
  if (helped.length === 0) return '';
  const outside = unpriced.length === 0 ? '' : ` (${unpriced.join(', ')}: not in that price)`;
  return `, with ${helped.join(', ')}${outside}`;
}
