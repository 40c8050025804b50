import { requirementsOf } from '../../workload/requirements.ts';
import { functionUrl as url } from '../../hops/function-url.ts';
import type { FrontDoorParts } from '../candidate.ts';
import { backend, facesInternet, noWebAcl, restOnly } from '../parts.ts';

/**
 * The URL of a Lambda function, without an API in front: no charge of its own, and IAM as the only check. Behind an own
 * distribution, that alone may call it (origin access control):
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html
 */
export const functionUrlParts: FrontDoorParts = {
  applies: ({ backend: stated }) => stated?.lambda !== undefined,
  hops: (workload, { distribution }) => [
    url({ checks: !distribution && requirementsOf(workload).has('auth-iam') ? 'iam' : 'nothing' }),
    ...backend(workload, { traced: 'by the backend', streams: true }),
  ],
  behindCloudfront: {
    'custom-domain': 'an alternate name of the distribution',
    'custom-domain-wildcard': 'an alternate name of the distribution',
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/certificate-revocation.html
    'mtls-revocation':
      'CloudFront asks the issuer (OCSP, since May 2026), for which every certificate of the chain names a responder, or your own connection function decides',
    'tls-1-3': 'CloudFront speaks TLS 1.3 with viewers',
    'disable-default-endpoint': 'origin access control: the URL answers the distribution only',
    'waf-native': 'on CloudFront; with origin access control, callers hash the body of each POST and PUT',
  },
  lacks: (workload, { webAcl }) => [
    ...(webAcl === null ? noWebAcl(workload, 'a function URL cannot host a web ACL; attacks start the function') : []),
    ...(workload.auth?.lambdaAuthorizer
      ? [{ what: 'the Lambda authorizer', because: 'a function URL has none; the function behind it must decide' }]
      : []),
    ...(workload.observability?.accessLogs ? [{ what: 'access logs', because: 'a function URL writes none; the function must' }] : []),
    ...restOnly(workload),
    ...facesInternet(workload),
  ],
};
