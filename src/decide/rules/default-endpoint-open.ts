import { defineRule } from '../rule.ts';

export const defaultEndpointOpen = defineRule({
  id: 'default-endpoint-open',
  severity: 'caution',
  topic: 'edge',
  page: () => ({
    title: 'The web ACL on CloudFront can be bypassed',
    rationale:
      'A web ACL on a CloudFront distribution sees only what comes through the distribution. The API still answers under its execute-api address, and a caller who knows that address bypasses the web ACL. Disabling that endpoint needs a custom domain name for the API.',
    remedy:
      'Give the API a custom domain name and disable its default endpoint, or let it accept only requests with a secret header that the distribution adds. Or let its domain demand a client certificate, which CloudFront shows to it (origin mutual TLS, since February 2026, not on the Free and Pro plans).',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-disable-default-endpoint.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html',
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-mtls-authentication.html',
    ],
    examples: [
      {
        candidate: 'http+cloudfront+waf',
        reports: { waf: { rules: '3' }, edge: { origin: 'open' } },
        silent: { waf: { rules: '3' }, edge: { origin: 'endpoint-disabled' } },
      },
      {
        candidate: 'http+cloudfront+waf',
        reports: { waf: { rules: '3' } },
        silent: { waf: { rules: '3' }, edge: { origin: 'client-certificate' } },
      },
    ],
  }),
  fields: ['edge.origin', 'waf'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { waf, edge }, behindCloudfront, hostsWebAcl }) {
    if (!waf || !behindCloudfront || !hostsWebAcl) return [];
    if (edge?.origin === 'open')
      return [{ because: 'edge.origin says that clients can bypass the distribution', path: ['edge', 'origin'] }];
    if (edge?.origin !== undefined) return [];
    return [{ because: 'nothing states that the execute-api address of the API is closed', path: edge ? ['edge'] : ['waf'] }];
  },
});
