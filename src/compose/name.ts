import { planName } from '../facts/cloudfront-plans.ts';
import type { PlanId } from '../workload/edge-fields.ts';
import { FRONT_DOORS, type FrontDoor } from '../workload/front-doors.ts';
import { NONE, type Setting } from './lever.ts';
import { PAY_AS_YOU_GO } from './levers.ts';

/** A composition in words, as far as it differs from a plain API: `HTTP API behind CloudFront (Business plan) and WAF`. */
export function nameOf(setting: Setting): string {
  const { endpoint, distribution, 'stage-cache': size, 'web-acl': host } = setting;
  const { title } = FRONT_DOORS[setting['front-door'] as FrontDoor];
  const behind = distribution !== NONE;
  return [
    endpoint === 'private' ? `Private ${title}` : title,
    ...(size === NONE ? [] : [`with a ${size} GB cache`]),
    ...(behind ? [`behind CloudFront${distribution === PAY_AS_YOU_GO ? '' : ` (${planName(distribution as PlanId)} plan)`}`] : []),
    ...(host === 'distribution' ? ['and WAF'] : host === 'front-door' ? [behind ? 'with WAF behind it' : 'with WAF'] : []),
  ].join(' ');
}
