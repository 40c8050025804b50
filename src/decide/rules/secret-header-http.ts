import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

const ORIGIN_MTLS =
  'Or have CloudFront show a client certificate (origin mutual TLS, since February 2026, not on the Free and Pro plans) to a custom domain of the API that demands one, and disable the default endpoint: then no other caller gets in, and there is no secret to rotate.';

export const secretHeaderHttp = defineRule({
  id: 'secret-header-http',
  severity: 'caution',
  topic: 'edge',
  page: () => ({
    title: 'An HTTP API cannot check the secret header of its distribution',
    rationale:
      'CloudFront can add a header with a secret value. A REST API refuses requests without it by a web ACL or an API key. An HTTP API has neither, and no resource policy: without an authorizer that reads the header, or a backend that does, a caller who knows the default endpoint bypasses the distribution, its web ACL and its cache.',
    remedy: `Check the header in a Lambda authorizer, or in the backend. ${ORIGIN_MTLS}`,
    sources: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html',
      `${GUIDE}/http-api-vs-rest.html`,
      `${GUIDE}/http-api-lambda-authorizer.html`,
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-mtls-authentication.html',
    ],
    examples: [
      {
        candidate: 'http+cloudfront',
        reports: { edge: { origin: 'secret-header' } },
        silent: { edge: { origin: 'endpoint-disabled' } },
      },
      {
        candidate: 'http+cloudfront',
        reports: { edge: { origin: 'secret-header' }, auth: { jwt: { algorithm: 'RS256' } } },
        silent: { edge: { origin: 'open' }, auth: { jwt: { algorithm: 'RS256' } } },
      },
    ],
  }),
  fields: ['edge.origin', 'auth.lambdaAuthorizer', 'auth.jwt'],
  frontDoors: ['http'],
  inspect({ workload: { edge, auth }, behindCloudfront, needs }) {
    if (edge?.origin !== 'secret-header' || !behindCloudfront || auth?.lambdaAuthorizer) return [];
    const because = 'the API requires a secret header from CloudFront, and an HTTP API checks none without a Lambda authorizer';
    if (!needs('auth-jwt')) return [{ because, path: ['edge', 'origin'] }];
    return [
      {
        because: `${because}; a route has one authorizer, and that is the one for tokens`,
        path: ['edge', 'origin'],
        remedy: `Check the header in the backend, or let one Lambda authorizer check the header and the token. ${ORIGIN_MTLS}`,
      },
    ];
  },
});
