import { egress } from '../hops/egress.ts';
import type { Workload } from '../workload/schema.ts';
import { BROKEN_BY_CLOUDFRONT, BY_CLOUDFRONT, CONDITIONS_BY_CLOUDFRONT, WAF_BY_CLOUDFRONT } from './by-cloudfront.ts';
import type { Candidate, Lack } from './candidate.ts';
import { edge, facesInternet, http, logs, noWebAcl, requests, restOnly, webAcl } from './parts.ts';

const ofHttp = (workload: Workload): readonly Lack[] => [...restOnly(workload), ...facesInternet(workload)];

/** An HTTP API that clients call directly. */
export const httpApi: Candidate = {
  id: 'http',
  title: 'HTTP API',
  carries: 'requests',
  frontDoor: 'http',
  supplies: {},
  applies: requests,
  hops: (workload) => [egress, ...logs(workload), ...http(workload)],
  lacks: (workload) => [...noWebAcl(workload, 'an HTTP API cannot host a web ACL; attacks reach the backend'), ...ofHttp(workload)],
};

/** An HTTP API behind an own CloudFront distribution, without a web ACL. */
export const httpBehindCloudfront: Candidate = {
  id: 'http+cloudfront',
  title: 'HTTP API behind CloudFront',
  carries: 'requests',
  frontDoor: 'http',
  supplies: BY_CLOUDFRONT,
  conditions: CONDITIONS_BY_CLOUDFRONT,
  breaks: BROKEN_BY_CLOUDFRONT,
  applies: requests,
  hops: (workload, home) => [edge(workload, home), ...logs(workload), ...http(workload)],
  lacks: (workload) => [...noWebAcl(workload, 'this candidate leaves it out; http+cloudfront+waf has it'), ...ofHttp(workload)],
};

/** The same with the web ACL on the distribution: how an HTTP API gets one. */
export const httpBehindCloudfrontWithWaf: Candidate = {
  id: 'http+cloudfront+waf',
  title: 'HTTP API behind CloudFront and WAF',
  carries: 'requests',
  frontDoor: 'http',
  supplies: { ...BY_CLOUDFRONT, ...WAF_BY_CLOUDFRONT },
  conditions: CONDITIONS_BY_CLOUDFRONT,
  breaks: BROKEN_BY_CLOUDFRONT,
  applies: (workload) => requests(workload) && workload.waf !== undefined,
  hops: (workload, home) => [...webAcl(workload, 'cloudfront'), edge(workload, home), ...logs(workload), ...http(workload)],
  lacks: ofHttp,
};
