import { GUIDE, type Quota } from './quota.ts';

const REST_PAGE = `${GUIDE}/api-gateway-execution-service-limits-table.html` as const;
const REST = { appliesTo: ['rest'], sources: [REST_PAGE] } as const;
const BOTH = { appliesTo: ['rest', 'http'], sources: [REST_PAGE, `${GUIDE}/http-api-quotas.html`] } as const;

/** Domain names, what is mapped to them, and the certificates on either side. */
export const DOMAIN_QUOTAS = [
  {
    ...BOTH,
    id: 'domains-public',
    name: 'Public domain names in a Region',
    value: '120',
    unit: 'domains',
    adjustable: 'yes',
    code: 'L-A93447B8',
  },
  { ...REST, id: 'domains-private', name: 'Private domain names', value: '50', unit: 'domains', adjustable: 'yes', code: 'L-24E7E662' },
  {
    ...REST,
    id: 'domain-access-associations',
    name: 'Links from VPC endpoints to private domain names',
    value: '100',
    unit: 'associations',
    adjustable: 'yes',
    code: 'L-4D98A8A5',
    note: 'AWS calls them domain name access associations',
  },
  {
    ...BOTH,
    id: 'api-mappings-multilevel',
    name: 'Base paths of several levels on a domain',
    value: '200',
    unit: 'mappings',
    adjustable: 'no',
  },
  {
    ...BOTH,
    id: 'api-mapping-path',
    name: 'Length of a base path',
    value: '300',
    unit: 'characters',
    adjustable: 'no',
    sources: [`${GUIDE}/rest-api-mappings.html`],
  },
  { ...REST, id: 'routing-rules', name: 'Routing rules of a domain', value: '50', unit: 'rules', adjustable: 'yes', code: 'L-68B79FF0' },
  {
    ...BOTH,
    id: 'truststore',
    name: 'Certificates in a truststore for mutual TLS',
    value: '1000',
    unit: 'certificates',
    adjustable: 'no',
    note: 'of at most 1 MB together, in chains of at most 4',
    sources: [REST_PAGE, `${GUIDE}/rest-api-mutual-tls.html`],
  },
  {
    ...REST,
    id: 'client-certs',
    name: 'Client certificates that AWS generates',
    value: '60',
    unit: 'certificates',
    adjustable: 'yes',
    code: 'L-824C9E42',
  },
] as const satisfies readonly Quota[];
