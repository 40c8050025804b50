import { egress } from '../hops/egress.ts';
import { gatewayCache } from '../hops/gateway-cache.ts';
import type { Candidate } from './candidate.ts';
import { BY_CLOUDFRONT } from './by-cloudfront.ts';
import { backend, edge, logs, requests, rest, webAcl } from './parts.ts';

/** A Regional REST API that clients call directly. */
export const restApi: Candidate = {
  id: 'rest',
  title: 'REST API',
  carries: 'requests',
  frontDoor: 'rest',
  supplies: {},
  applies: requests,
  hops: (workload) => [egress, ...logs(workload), ...webAcl(workload, 'gateway'), ...rest(workload), ...backend(workload)],
  lacks: () => [],
};

/** The same with a stage cache of the stated size. */
export const restWithCache: Candidate = {
  id: 'rest+cache',
  title: 'REST API with cache',
  carries: 'requests',
  frontDoor: 'rest',
  supplies: { 'response-cache': 'billed by the hour while it exists; a hit is billed as a request' },
  applies: (workload) => requests(workload) && workload.cache !== undefined,
  hops: (workload) => [
    egress,
    ...logs(workload),
    ...webAcl(workload, 'gateway'),
    ...rest(workload),
    ...(workload.cache ? [gatewayCache(workload.cache)] : []),
    ...backend(workload),
  ],
  lacks: () => [],
};

/** A Regional REST API behind an own CloudFront distribution, which hosts the web ACL. */
export const restBehindCloudfront: Candidate = {
  id: 'rest+cloudfront',
  title: 'REST API behind CloudFront',
  carries: 'requests',
  frontDoor: 'rest',
  supplies: BY_CLOUDFRONT,
  applies: requests,
  hops: (workload, home) => [
    ...webAcl(workload, 'cloudfront'),
    edge(workload, home),
    ...logs(workload),
    ...rest(workload),
    ...backend(workload),
  ],
  lacks: () => [],
};
