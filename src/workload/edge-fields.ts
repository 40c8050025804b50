import * as v from 'valibot';
import { choice, section, share } from './field.ts';
import { MIX, PART_OF_MIX } from './traits.ts';

/** CloudFront's price regions, which are geographies of viewers, not AWS Regions. */
export const GEOGRAPHIES = [
  'us',
  'canada',
  'eu',
  'south-africa',
  'middle-east',
  'south-america',
  'japan',
  'australia',
  'asia-pacific',
  'india',
] as const;

/** Flat-rate plans of CloudFront, the smallest first; those of Premium by the usage level that is chosen. */
export const PLAN_IDS = [
  'free',
  'pro',
  'business',
  'premium',
  'premium-75tb',
  'premium-125tb',
  'premium-200tb',
  'premium-350tb',
  'premium-600tb',
] as const;

export type PlanId = (typeof PLAN_IDS)[number];

export const edge = section('Your own CloudFront distribution in front of the API.', () => ({
  origin: v.optional(
    choice(
      'Whether clients can bypass the distribution: by the default endpoint of the API, not if the API demands a secret header, not if the default endpoint is disabled, not if besides that its domain demands a client certificate, which CloudFront shows (origin mutual TLS).',
      ['open', 'secret-header', 'endpoint-disabled', 'client-certificate'],
    ),
  ),
  plan: v.optional(
    choice('The flat-rate plan of CloudFront that pays for it, those of Premium by usage level. Pay as you go when absent.', PLAN_IDS),
  ),
  hitRatio: v.optional(share('Share of the requests that would reach the backend which CloudFront answers from its cache.', '60%', MIX)),
  geography: v.optional(
    v.pipe(
      v.union([v.picklist(GEOGRAPHIES), v.record(v.picklist(GEOGRAPHIES), share('Share of the traffic.', '60%', PART_OF_MIX))]),
      v.metadata({ traits: PART_OF_MIX }),
      v.description('Where the viewers are: one geography, or shares that add up to 100%.'),
    ),
  ),
}));
