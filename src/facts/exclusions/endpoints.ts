import { PAGES } from '../features/pages.ts';
import { via } from '../support.ts';
import type { Exclusion } from './exclusion.ts';

const EDGE = { on: ['rest'], where: 'public', beside: ['endpoint-edge-optimized'], becomes: 'no' } as const;
const PRIVATE = { on: ['rest'], where: 'private', beside: ['endpoint-private'], becomes: 'no' } as const;

/** An API has one endpoint type, and each lacks something of the others. */
export const ENDPOINTS: readonly Exclusion[] = [
  {
    ...EDGE,
    id: 'edge-regional',
    lost: ['endpoint-regional'],
    says: 'an API has one endpoint type, and edge-optimized is needed',
    page: PAGES.endpointTypes,
  },
  {
    ...EDGE,
    id: 'edge-mapping-levels',
    lost: ['multi-level-api-mapping'],
    says: 'Regional domains only, not edge-optimized ones',
    page: PAGES.restMappings,
  },
  {
    ...EDGE,
    id: 'edge-domain-shared',
    lost: ['domain-shared-by-types'],
    says: 'only REST APIs attach to an edge-optimized domain',
    page: PAGES.restMappings,
  },
  {
    ...EDGE,
    id: 'edge-mtls',
    lost: ['mtls', 'mtls-revocation'],
    says: 'client certificates are for Regional custom domains, not edge-optimized ones',
    page: PAGES.restMutualTls,
  },
  {
    ...EDGE,
    id: 'edge-failover',
    lost: ['multi-region-failover'],
    says: 'an edge-optimized domain name stands for all Regions; only Regional ones can be the same in several',
    page: PAGES.endpointTypes,
  },
  {
    ...EDGE,
    id: 'edge-timeout',
    lost: ['timeout-over-29s'],
    given: 'buffers',
    says: 'the timeout of an edge-optimized API cannot be raised',
    page: PAGES.restQuotas,
  },
  {
    ...EDGE,
    id: 'edge-tls-policies',
    lost: ['tls-enhanced-pq-fips'],
    given: 'enhancedTls',
    says: 'policies of edge-optimized endpoints have forward secrecy, and neither post-quantum key exchange nor FIPS',
    page: PAGES.restTlsPolicies,
  },
  {
    ...PRIVATE,
    id: 'private-edge',
    lost: ['endpoint-edge-optimized', 'endpoint-regional'],
    says: 'an API has one endpoint type, and private is needed',
    page: PAGES.endpointTypes,
  },
  {
    ...PRIVATE,
    id: 'private-mtls',
    lost: ['mtls', 'mtls-revocation'],
    says: 'a private API takes no client certificates',
    page: PAGES.restMutualTls,
  },
  { ...PRIVATE, id: 'private-http2', lost: ['http2-clients'], says: 'a private API speaks HTTP/1.1', page: PAGES.privateApis },
  {
    ...PRIVATE,
    id: 'private-tls-1-3',
    lost: ['tls-1-3'],
    becomes: 'unknown',
    says: 'one page of AWS has private APIs on TLS 1.2 only, another has policies with TLS 1.3 for them',
    page: PAGES.restTlsPolicies,
  },
  {
    ...PRIVATE,
    id: 'private-domain-tls',
    lost: ['tls-policy-choice', 'tls-enhanced-pq-fips'],
    beside: ['custom-domain', 'custom-domain-private'],
    becomes: 'unknown',
    says: 'one page of AWS has private domain names on the TLS 1.2 policy only, another has other policies for them',
    page: PAGES.privateDomains,
  },
  { ...PRIVATE, id: 'private-wildcard', lost: ['custom-domain-wildcard'], says: 'not for private domains', page: PAGES.privateDomains },
  {
    ...PRIVATE,
    id: 'private-mapping-levels',
    lost: ['multi-level-api-mapping'],
    says: 'base paths of a private domain have one level',
    becomes: via('a routing rule of the domain', 'base paths of a private domain have one level, conditions of a rule have several'),
    page: PAGES.privateDomains,
  },
  {
    ...PRIVATE,
    id: 'private-domain-shared',
    lost: ['domain-shared-by-types'],
    says: 'a private domain serves private REST APIs only',
    page: PAGES.privateDomains,
  },
  {
    ...PRIVATE,
    id: 'private-failover',
    lost: ['multi-region-failover'],
    becomes: 'unknown',
    says: 'AWS describes it for Regional endpoints',
    page: PAGES.endpointTypes,
  },
  {
    id: 'internal-distribution',
    on: ['alb', 'alb-websocket', 'nlb-websocket'],
    lost: [
      'endpoint-edge-optimized',
      'domain-shared-by-types',
      'response-cache',
      'cache-encryption',
      'cache-client-invalidation',
      'gateway-responses',
      'metric-cache',
    ],
    beside: ['endpoint-private'],
    becomes: 'no',
    says: 'only a distribution has it, and a distribution is public',
    page: PAGES.cloudfrontBalancer,
  },
];
