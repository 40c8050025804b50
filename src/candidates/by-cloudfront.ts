import type { Candidate } from './candidate.ts';

/** What an own CloudFront distribution adds to any API behind it, and on what condition. */
export const BY_CLOUDFRONT: Candidate['supplies'] = {
  'response-cache': 'in the cache of CloudFront, whose key and lifetimes you set',
  'endpoint-edge-optimized': 'your own distribution instead of one that AWS runs',
  compression: 'CloudFront compresses for viewers',
  'tls-policy-choice': 'the policy of the distribution; its own leg to the API has the policy of the API',
};

/** The same with a web ACL on the distribution. Whoever knows the address of the API itself goes around it. */
export const WAF_BY_CLOUDFRONT: Candidate['supplies'] = {
  'waf-native': 'on CloudFront; close the default endpoint of the API, or check a secret header, or callers go around it',
};
