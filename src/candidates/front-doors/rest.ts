import { requirementsOf } from '../../workload/requirements.ts';
import type { Workload } from '../../workload/schema.ts';
import type { FrontDoorParts, Notes } from '../candidate.ts';
import { cache, facesInternet, logs, rest, restBackend, webAcl } from '../parts.ts';

/** A REST API: Regional, private behind a VPC endpoint, with a stage cache, or behind a distribution. */
export const restParts: FrontDoorParts = {
  applies: () => true,
  hops: (workload, { webAcl: host, stageCache }) => [
    ...logs(workload),
    ...(host === 'front door' ? webAcl(workload, 'gateway') : []),
    ...rest(workload, stageCache ? 'cached rest' : 'rest'),
    ...(stageCache ? cache(workload) : []),
    ...restBackend(workload),
  ],
  breaks: (workload, { endpoint, distribution }) => (endpoint === 'private' ? PRIVATE : distribution ? {} : byEndpoint(workload)),
  lacks: (workload, { endpoint }) => (endpoint === 'private' ? [] : facesInternet(workload)),
};

/** What a private API lacks: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html */
const PRIVATE: Notes = {
  mtls: 'a private API takes no client certificates',
  'http2-clients': 'a private API speaks HTTP/1.1',
  'tls-1-3': 'a private API stays on TLS 1.2',
  'custom-domain-wildcard': 'not for private domains',
};

/**
 * An API has one endpoint type, and each lacks something of the others:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html
 */
function byEndpoint(workload: Workload): Notes {
  if (!requirementsOf(workload).has('endpoint-edge-optimized')) return {};
  return {
    mtls: 'Regional custom domains only, not edge-optimized ones',
    'timeout-over-29s': 'the timeout of an edge-optimized API cannot be raised',
  };
}
