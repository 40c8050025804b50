import { PAGES } from '../features/pages.ts';
import { via } from '../support.ts';
import type { Exclusion } from './exclusion.ts';

const ITSELF = { where: 'itself', becomes: 'no' } as const;

/** What a public domain name of an API does not do at once; a distribution in front has a domain name of its own. */
export const DOMAINS: readonly Exclusion[] = [
  {
    ...ITSELF,
    id: 'enhanced-tls-mtls',
    on: ['rest'],
    lost: ['mtls', 'mtls-revocation'],
    beside: ['tls-enhanced-pq-fips'],
    given: 'enhancedTls',
    says: 'a domain name with an enhanced TLS policy takes no client certificates',
    page: PAGES.restDomainTls,
  },
  {
    ...ITSELF,
    id: 'enhanced-tls-domain-shared',
    on: ['rest'],
    lost: ['domain-shared-by-types'],
    beside: ['tls-enhanced-pq-fips'],
    given: 'enhancedTls',
    says: 'no HTTP API is mapped to a domain name with an enhanced TLS policy',
    page: PAGES.restDomainTls,
  },
  {
    ...ITSELF,
    id: 'domain-shared-routing-rules',
    on: ['rest'],
    lost: ['routing-rules'],
    beside: ['domain-shared-by-types'],
    says: 'a domain that maps HTTP APIs too has no routing rules',
    page: PAGES.restRoutingRules,
  },
  {
    ...ITSELF,
    id: 'domain-shared-connections',
    on: ['rest', 'http'],
    lost: ['domain-shared-by-types'],
    beside: [],
    given: 'both',
    says: 'a domain of WebSocket APIs serves no other type',
    becomes: via(
      'your own CloudFront distribution',
      'a domain of WebSocket APIs serves no other type; behaviors send each path to its API',
    ),
    page: PAGES.restMappings,
  },
];
