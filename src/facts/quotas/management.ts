import { GENERAL_REFERENCE, GUIDE, type Quota } from './quota.ts';

const REST = { appliesTo: ['rest'], sources: [`${GUIDE}/api-gateway-execution-service-limits-table.html`] } as const;
const PORTAL = { appliesTo: ['rest'], sources: [`${GUIDE}/api-gateway-portal-quotas.html`] } as const;

/** Keys, plans and portals: what REST APIs have for managing clients. */
export const MANAGEMENT_QUOTAS = [
  { ...REST, id: 'rest-api-keys', name: 'API keys in a Region', value: '10000', unit: 'keys', adjustable: 'no' },
  {
    ...REST,
    id: 'rest-api-key-length',
    name: 'Length of an API key',
    value: '128',
    unit: 'characters',
    adjustable: 'no',
    note: 'and at least 20',
    sources: [`${GUIDE}/api-gateway-api-usage-plans.html`],
  },
  { ...REST, id: 'rest-usage-plans', name: 'Usage plans in a Region', value: '300', unit: 'plans', adjustable: 'yes', code: 'L-E8693075' },
  {
    ...REST,
    id: 'rest-usage-plans-per-key',
    name: 'Usage plans of one API key',
    value: '10',
    unit: 'plans',
    adjustable: 'yes',
    code: 'L-985EB478',
  },
  {
    ...REST,
    id: 'rest-usage-plan-method-throttles',
    name: 'Methods with a rate of their own, for each stage of a usage plan',
    value: '20',
    unit: 'settings',
    adjustable: 'by support',
    note: 'another page of AWS has it in Service Quotas, as L-A9DBC573',
    sources: [...REST.sources, GENERAL_REFERENCE],
  },
  { ...PORTAL, id: 'portals', name: 'Developer portals of an account', value: '15', unit: 'portals', adjustable: 'yes' },
  {
    ...PORTAL,
    id: 'portal-products',
    name: 'Portal products of an account',
    value: '500',
    unit: 'products',
    adjustable: 'no',
    note: '200 in one portal',
  },
  {
    ...PORTAL,
    id: 'portal-pages',
    name: 'Pages of a portal product',
    value: '40',
    unit: 'pages',
    adjustable: 'yes',
    note: '40 for endpoints, and 40 more for the product itself',
  },
  {
    ...PORTAL,
    id: 'portal-rate-no-auth',
    name: 'Requests to a portal that is open to all',
    value: '250000',
    unit: 'requests per second',
    adjustable: 'no',
    sources: [`${GUIDE}/limits.html`],
  },
  {
    ...PORTAL,
    id: 'portal-rate-auth',
    name: 'Requests to a portal with sign-in',
    value: '10000',
    unit: 'requests per second',
    adjustable: 'no',
    sources: [`${GUIDE}/limits.html`],
  },
] as const satisfies readonly Quota[];
