import { egress } from '../hops/egress.ts';
import { functionUrl as url } from '../hops/function-url.ts';
import type { Workload } from '../workload/schema.ts';
import { BROKEN_BY_CLOUDFRONT, BY_CLOUDFRONT, CONDITIONS_BY_CLOUDFRONT } from './by-cloudfront.ts';
import type { Candidate, Lack } from './candidate.ts';
import { backend, edge, facesInternet, noWebAcl, requests, restOnly, webAcl } from './parts.ts';

/** The URL of a Lambda function, without an API in front: no charge of its own, and IAM as the only check. */
export const functionUrl: Candidate = {
  id: 'function-url',
  title: 'Lambda function URL',
  carries: 'requests',
  frontDoor: 'function-url',
  supplies: {},
  applies: byFunction,
  hops: (workload) => [egress, url({ checks: workload.needs?.['auth-iam'] ? 'iam' : 'nothing' }), ...answer(workload)],
  lacks: (workload) => [...noWebAcl(workload, 'a function URL cannot host a web ACL; attacks start the function'), ...ofUrl(workload)],
};

/**
 * The same behind an own CloudFront distribution, which alone may call it (origin access control) and hosts the web ACL:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html
 */
export const functionUrlBehindCloudfront: Candidate = {
  id: 'function-url+cloudfront',
  title: 'Lambda function URL behind CloudFront',
  carries: 'requests',
  frontDoor: 'function-url',
  supplies: {
    ...BY_CLOUDFRONT,
    'custom-domain': 'an alternate name of the distribution',
    'custom-domain-wildcard': 'an alternate name of the distribution',
    'tls-1-3': 'CloudFront speaks TLS 1.3 with viewers',
    'disable-default-endpoint': 'origin access control: the URL answers the distribution only',
    'waf-native': 'on CloudFront; with origin access control, callers hash the body of each POST and PUT',
  },
  conditions: CONDITIONS_BY_CLOUDFRONT,
  breaks: (workload) => ({
    ...BROKEN_BY_CLOUDFRONT(workload),
    'auth-iam': 'the distribution signs for its viewers, so IAM does not see who calls',
  }),
  applies: byFunction,
  hops: (workload, home) => [...webAcl(workload, 'cloudfront'), edge(workload, home), url({ checks: 'nothing' }), ...answer(workload)],
  lacks: ofUrl,
};

function byFunction(workload: Workload): boolean {
  return requests(workload) && workload.backend?.lambda !== undefined;
}

const answer = (workload: Workload) => backend(workload, { traced: 'by the backend', streams: true });

function ofUrl(workload: Workload): readonly Lack[] {
  const { auth, observability } = workload;
  return [
    ...(auth?.lambdaAuthorizer
      ? [{ what: 'the Lambda authorizer', because: 'a function URL has none; the function behind it must decide' }]
      : []),
    ...(observability?.accessLogs ? [{ what: 'access logs', because: 'a function URL writes none; the function must' }] : []),
    ...restOnly(workload),
    ...facesInternet(workload),
  ];
}
