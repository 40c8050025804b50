import type { Candidate, Notes } from './candidate.ts';

/** What your own CloudFront distribution adds to any API behind it, and on what condition. */
export const BY_CLOUDFRONT: Notes = {
  'response-cache': 'in the cache of CloudFront, whose key and lifetimes you set',
  'domain-shared-by-types': 'its behaviors send each path to its API',
  'endpoint-edge-optimized': 'your own distribution instead of one that AWS runs',
  compression: 'CloudFront compresses for viewers',
  'http2-clients': 'CloudFront speaks HTTP/2 and HTTP/3 with viewers',
  'tls-policy-choice': 'the policy of the distribution; its own leg to the API has the policy of the API',
  'tls-enhanced-pq-fips': 'by the policy of the distribution, whose list must hold the one you need',
  // Since November 2025, and OCSP since May 2026: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/mtls-authentication.html
  mtls: 'CloudFront checks the certificates of viewers; close the path that bypasses it',
  'mtls-revocation': 'OCSP, switched on in the trust store of CloudFront',
};

/** The same with a web ACL on the distribution. Whoever knows the address of the API itself goes around it. */
export const WAF_BY_CLOUDFRONT: Notes = {
  'waf-native': 'on CloudFront; close the default endpoint of the API, or check a secret header, or callers bypass it',
};

const SIGNED =
  'signatures cover the Host header, so the API needs the domain name of the distribution, and CloudFront must forward that header';

/** What an API keeps behind a CloudFront distribution on one more condition. */
export const CONDITIONS_BY_CLOUDFRONT: Notes = {
  // CloudFront puts the name of its origin into the Host header, which every SigV4 signature covers:
  // https://aws.amazon.com/premiumsupport/knowledge-center/configure-cloudfront-to-forward-headers
  'auth-iam': SIGNED,
  sigv4a: SIGNED,
  // https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_VpcOriginConfig.html gives the range of every origin.
  'timeout-over-29s': 'CloudFront itself waits 30 seconds unless set, and 120 at most without a quota request',
};

/** Whether your own distribution stands in front of a candidate. */
export function behindCloudfront({ composition }: Pick<Candidate, 'composition'>): boolean {
  return composition.distribution !== null;
}
