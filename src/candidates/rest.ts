import { egress } from '../hops/egress.ts';
import type { Workload } from '../workload/schema.ts';
import { stageCache } from '../workload/stage-cache.ts';
import { BROKEN_BY_CLOUDFRONT, BY_CLOUDFRONT, CONDITIONS_BY_CLOUDFRONT, WAF_BY_CLOUDFRONT } from './by-cloudfront.ts';
import type { Candidate } from './candidate.ts';
import { cache, edge, facesInternet, logs, requests, rest, restBackend, webAcl } from './parts.ts';

/** A Regional REST API that clients call directly. */
export const restApi: Candidate = {
  id: 'rest',
  title: 'REST API',
  carries: 'requests',
  frontDoor: 'rest',
  supplies: {},
  breaks: byEndpoint,
  applies: requests,
  hops: (workload) => [egress, ...logs(workload), ...webAcl(workload, 'gateway'), ...rest(workload), ...restBackend(workload)],
  lacks: facesInternet,
};

/**
 * An API has one endpoint type, and each lacks something of the others:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html
 */
function byEndpoint({ needs }: Workload): ReturnType<NonNullable<Candidate['breaks']>> {
  if (needs?.['endpoint-edge-optimized'] !== true) return {};
  return {
    mtls: 'Regional custom domains only, not edge-optimized ones',
    'timeout-over-29s': 'the timeout of an edge-optimized API cannot be raised',
  };
}

/** The same with a stage cache of the stated size. */
export const restWithCache: Candidate = {
  id: 'rest+cache',
  title: 'REST API with cache',
  carries: 'requests',
  frontDoor: 'rest',
  supplies: { 'response-cache': 'billed by the hour while it exists; a hit is billed as a request' },
  breaks: byEndpoint,
  applies: (workload) => requests(workload) && stageCache(workload) !== null,
  hops: (workload) => [
    egress,
    ...logs(workload),
    ...webAcl(workload, 'gateway'),
    ...rest(workload, 'rest+cache'),
    ...cache(workload),
    ...restBackend(workload),
  ],
  lacks: facesInternet,
};

/** A Regional REST API behind an own CloudFront distribution, which hosts the web ACL. */
export const restBehindCloudfront: Candidate = {
  id: 'rest+cloudfront',
  title: 'REST API behind CloudFront',
  carries: 'requests',
  frontDoor: 'rest',
  supplies: { ...BY_CLOUDFRONT, ...WAF_BY_CLOUDFRONT },
  conditions: CONDITIONS_BY_CLOUDFRONT,
  breaks: BROKEN_BY_CLOUDFRONT,
  applies: requests,
  hops: (workload, home) => [
    ...webAcl(workload, 'cloudfront'),
    edge(workload, home),
    ...logs(workload),
    ...rest(workload),
    ...restBackend(workload),
  ],
  lacks: facesInternet,
};
