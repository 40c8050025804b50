import { GATEWAYS } from '../../workload/front-doors.ts';
import { regionsWith } from '../regions.ts';
import { GENERAL_REFERENCE, GUIDE, type Quota } from './quota.ts';

/**
 * Regions whose default AWS states as 10,000 a second, and those with a quarter of it: 13 by the footnote of limits.html, and Taipei
 * and New Zealand by the table of the General Reference (both read 2026-08-10).
 */
const FULL_RATE = regionsWith('usual');
const LOW_RATE = regionsWith('quarter');

const UNLISTED = 'AWS lists the Regions with a lower default, and its list may be older than this Region';
const OTHER = `AWS states this default for ${LOW_RATE.length} other Regions`;
/** The footnote lists the UAE, and the table does not. */
const PAGES_DIFFER = 'of me-central-1 AWS’s pages differ: the General Reference does not list it here';

const SHARED = {
  appliesTo: GATEWAYS,
  sources: [`${GUIDE}/limits.html`, GENERAL_REFERENCE],
} as const;

/** What all APIs of an account share in a Region. */
export const ACCOUNT_QUOTAS = [
  {
    ...SHARED,
    id: 'account-rate',
    name: 'Requests of all APIs together, steady',
    value: '10000',
    unit: 'requests per second',
    adjustable: 'yes',
    code: 'L-8A5B8E43',
    note: 'one pool for REST, HTTP and WebSocket APIs and for messages pushed to connections',
    regional: {
      defaults: [
        { value: '10000', regions: FULL_RATE },
        { value: '2500', regions: LOW_RATE },
      ],
      elsewhere: UNLISTED,
    },
  },
  {
    ...SHARED,
    id: 'account-burst',
    name: 'Requests of all APIs together, in a burst',
    value: '5000',
    unit: 'requests',
    adjustable: 'no',
    note: 'the size of the token bucket; AWS derives it from the rate, and takes no requests for it',
    regional: {
      defaults: [
        { value: '5000', regions: FULL_RATE },
        { value: '1250', regions: LOW_RATE },
      ],
      elsewhere: UNLISTED,
    },
  },
  {
    ...SHARED,
    id: 'account-rate-low-regions',
    name: `Requests of all APIs together, steady, in ${LOW_RATE.length} newer Regions`,
    value: '2500',
    unit: 'requests per second',
    adjustable: 'yes',
    code: 'L-8A5B8E43',
    // Seen in ap-southeast-3: https://repost.aws/questions/QU47u_cBTCQcy2qTmoR6q91w/api-gateway-throttling-discrepancy
    note: 'the Service Quotas console may show 10,000 there; the API Gateway console shows what applies',
    regional: { defaults: [{ value: '2500', regions: LOW_RATE }], elsewhere: OTHER },
  },
  {
    ...SHARED,
    id: 'account-burst-low-regions',
    name: `Requests of all APIs together, in a burst, in ${LOW_RATE.length} newer Regions`,
    value: '1250',
    unit: 'requests',
    adjustable: 'no',
    note: PAGES_DIFFER,
    regional: { defaults: [{ value: '1250', regions: LOW_RATE }], elsewhere: OTHER },
  },
] as const satisfies readonly Quota[];
