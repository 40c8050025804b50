import { requirementsOf } from '../../workload/requirements.ts';
import type { Workload } from '../../workload/schema.ts';
import { unknown } from '../../facts/support.ts';
import { responsesStream } from '../../workload/streaming.ts';
import type { Breaks, FrontDoorParts } from '../candidate.ts';
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
  breaks: (workload, { endpoint, distribution, stageCache }) => ({
    ...(stageCache ? byStreaming(workload) : {}),
    ...(endpoint === 'private' ? PRIVATE : distribution ? {} : byEndpoint(workload)),
  }),
  lacks: (workload, { endpoint }) => (endpoint === 'private' ? [] : facesInternet(workload)),
};

/** A streamed response is not cached: https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html */
function byStreaming(workload: Workload): Breaks {
  return responsesStream(workload) === 'stated'
    ? { 'response-cache': 'traffic.streaming is yes, and a streamed response is not cached' }
    : {};
}

const REGIONAL_FAILOVER = unknown('AWS describes it for Regional endpoints');

/**
 * What a private API lacks: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html and
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html
 */
const PRIVATE: Breaks = {
  mtls: 'a private API takes no client certificates',
  'http2-clients': 'a private API speaks HTTP/1.1',
  'tls-1-3': 'a private API stays on TLS 1.2',
  'custom-domain-wildcard': 'not for private domains',
  'multi-level-api-mapping': 'base paths of a private domain have one level',
  'domain-shared-by-types': 'a private domain serves private REST APIs only',
  'multi-region-failover': REGIONAL_FAILOVER,
};

/**
 * An API has one endpoint type, and each lacks something of the others:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html
 */
function byEndpoint(workload: Workload): Breaks {
  if (!requirementsOf(workload).has('endpoint-edge-optimized')) return {};
  return {
    mtls: 'Regional custom domains only, not edge-optimized ones',
    'multi-level-api-mapping': 'Regional domains only, not edge-optimized ones',
    'domain-shared-by-types': 'only REST APIs attach to an edge-optimized domain',
    'multi-region-failover': REGIONAL_FAILOVER,
    'timeout-over-29s': 'the timeout of an edge-optimized API cannot be raised',
  };
}
