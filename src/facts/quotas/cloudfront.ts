import { by, used, WAIT } from './held.ts';
import { type Quota } from './quota.ts';

/** Past it nothing is charged: see the rule edge-plan-exceeded. Each plan's own figures stand in src/facts/cloudfront-plans.ts. */
const PLANS = {
  value: null,
  appliesTo: ['backend'],
  adjustable: 'setting',
  sources: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html'],
} as const;

/** Of a CloudFront distribution in front of an API. */
export const CLOUDFRONT_QUOTAS = [
  {
    // Raised from 60 seconds: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomOriginConfig.html
    id: 'cf-origin-timeout',
    held: used(`${WAIT} traffic.streamPause`, 'rule timeout-cloudfront'),
    name: 'Wait of CloudFront for its origin',
    value: '120',
    unit: 'seconds',
    appliesTo: ['backend'],
    adjustable: 'yes',
    code: 'L-AECE9FA7',
    note: 'for the first byte, and between later ones; 30 unless set, and up to 120 without a quota request',
    sources: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
    ],
  },
  {
    id: 'cf-request-headers',
    held: used('traffic.largestHeaders', 'rule headers-too-large-cloudfront'),
    name: 'A request to CloudFront without its body: headers and query string',
    value: '20480',
    unit: 'bytes',
    appliesTo: ['backend'],
    adjustable: 'no',
    sources: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html'],
  },
  {
    id: 'cf-url',
    held: used('traffic.longestUrl', 'rule url-too-long'),
    name: 'URL of a request to CloudFront',
    value: '8192',
    unit: 'bytes',
    appliesTo: ['backend'],
    adjustable: 'no',
    sources: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html'],
  },
  {
    ...PLANS,
    id: 'cf-plan-requests',
    held: by('edge.plan traffic.requests', 'rule edge-plan-exceeded'),
    name: 'Requests of a month that a flat-rate plan of CloudFront allows',
    unit: 'requests',
    note: 'none pay as you go; 1M with Free, 10M with Pro, 125M with Business, 500M to 6B with Premium, by usage level',
  },
  {
    ...PLANS,
    id: 'cf-plan-data',
    held: by('edge.plan traffic.response', 'rule edge-plan-exceeded'),
    name: 'Data to viewers of a month that a flat-rate plan of CloudFront allows',
    unit: 'GB',
    note: 'none pay as you go; 100 GB with Free, 50 TB with Pro and Business, 50 to 600 TB with Premium, by usage level',
  },
] as const satisfies readonly Quota[];
