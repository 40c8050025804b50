import { GUIDE } from '../../facts/quotas/quota.ts';
import { quotaOf, type QuotaId } from '../../facts/quotas/index.ts';
import { CARRYING_REQUESTS } from '../../workload/front-doors.ts';
import { sizeInWords } from '../../workload/in-words.ts';
import { toBytes } from '../../workload/units.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';
import type { Subject } from '../subject.ts';

const MOST = {
  'cf-url': sizeLimit('cf-url'),
  'rest-url-regional': sizeLimit('rest-url-regional'),
  'rest-url-edge-private': sizeLimit('rest-url-edge-private'),
  'http-request-line-headers': sizeLimit('http-request-line-headers'),
  'alb-request-line': sizeLimit('alb-request-line'),
  'lambda-headers': sizeLimit('lambda-headers'),
} as const satisfies Partial<Record<QuotaId, unknown>>;

export const urlTooLong = defineRule({
  id: 'url-too-long',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'A URL is longer than the front door takes',
    rationale: `A Regional REST API takes URLs of ${limitInWords('rest-url-regional')}, an edge-optimized or private one of ${limitInWords('rest-url-edge-private')}, an HTTP API a request line and headers of ${limitInWords('http-request-line-headers')} together, a load balancer a request line of ${limitInWords('alb-request-line')}, and CloudFront in front of any of them ${limitInWords('cf-url')}. None of these can be raised.`,
    remedy: 'Send what makes the URL long in the body of a POST, or keep it under an id that the URL names.',
    sources: [
      `${GUIDE}/api-gateway-execution-service-limits-table.html`,
      `${GUIDE}/http-api-quotas.html`,
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
    ],
    examples: [
      { candidate: 'http', reports: { traffic: { longestUrl: '12 KB' } }, silent: { traffic: { longestUrl: '2 KB' } } },
      {
        candidate: 'rest',
        reports: { traffic: { longestUrl: '9 KB' }, needs: { 'endpoint-private': 'yes' } },
        silent: { traffic: { longestUrl: '9 KB' }, needs: { 'endpoint-private': 'no' } },
      },
    ],
  }),
  fields: ['traffic.longestUrl', 'needs.endpoint-private', 'needs.endpoint-edge-optimized'],
  frontDoors: CARRYING_REQUESTS,
  inspect(subject) {
    const stated = subject.workload.traffic?.longestUrl;
    if (!stated) return [];
    const quota = quotaMet(subject);
    if (!toBytes(stated, subject.units).gt(MOST[quota](subject.units))) return [];
    const because = `a URL can have ${sizeInWords(stated)}, and the limit is ${limitInWords(quota)} (${quotaOf(quota).name})`;
    return [{ because, path: ['traffic', 'longestUrl'], sources: quotaOf(quota).sources }];
  },
});

/** The limit that a URL meets first. */
function quotaMet({ candidate, behindCloudfront, edgeOptimized, needs }: Subject): keyof typeof MOST {
  if (behindCloudfront) return 'cf-url';
  if (candidate.frontDoor === 'rest') return edgeOptimized() || needs('endpoint-private') ? 'rest-url-edge-private' : 'rest-url-regional';
  if (candidate.frontDoor === 'http') return 'http-request-line-headers';
  return candidate.frontDoor === 'alb' ? 'alb-request-line' : 'lambda-headers';
}
