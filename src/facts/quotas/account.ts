import { GUIDE, type Quota } from './quota.ts';

/** Regions whose default AWS states as 10,000 a second: all but those it lists, as far as they were open when it wrote so. */
const FULL_RATE = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'us-gov-east-1',
  'us-gov-west-1',
  'ca-central-1',
  'sa-east-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'me-south-1',
  'ap-east-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
] as const;

/** The 13 Regions that AWS lists with a quarter of it, in the footnote of limits.html. */
const LOW_RATE = [
  'af-south-1',
  'eu-south-1',
  'ap-southeast-3',
  'me-central-1',
  'ap-south-2',
  'ap-southeast-4',
  'eu-south-2',
  'eu-central-2',
  'il-central-1',
  'ca-west-1',
  'ap-southeast-5',
  'ap-southeast-7',
  'mx-central-1',
] as const;

const UNLISTED = 'AWS lists the Regions with a lower default, and its list may be older than this Region';
const OTHER = 'AWS states this default for 13 other Regions';

const SHARED = { appliesTo: ['rest', 'http', 'websocket'], sources: [`${GUIDE}/limits.html`] } as const;

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
    name: 'Requests of all APIs together, steady, in 13 newer Regions',
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
    name: 'Requests of all APIs together, in a burst, in 13 newer Regions',
    value: '1250',
    unit: 'requests',
    adjustable: 'no',
    regional: { defaults: [{ value: '1250', regions: LOW_RATE }], elsewhere: OTHER },
  },
] as const satisfies readonly Quota[];
