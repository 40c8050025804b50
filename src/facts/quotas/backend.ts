import { CLOUDFRONT_QUOTAS } from './cloudfront.ts';
import { LAMBDA_QUOTAS } from './lambda.ts';
import { MESSAGE_QUOTAS } from './messages.ts';
import { unheld, NO_CANDIDATE, NO_LIMIT } from './held.ts';
import { type Quota } from './quota.ts';

const APPSYNC = { appliesTo: ['backend'], sources: ['https://docs.aws.amazon.com/general/latest/gr/appsync.html'] } as const;

/** What stands behind or beside an API. */
export const BACKEND_QUOTAS = [
  ...LAMBDA_QUOTAS,
  ...MESSAGE_QUOTAS,
  ...CLOUDFRONT_QUOTAS,
  {
    id: 's3-object',
    held: unheld('a body that passes an API is smaller, and one that goes to S3 by itself is no part of the workload'),
    name: 'Object in S3',
    value: '48.8',
    unit: 'TiB',
    appliesTo: ['backend'],
    adjustable: 'no',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html'],
  },
  {
    ...APPSYNC,
    id: 'appsync-events-connect',
    held: unheld(NO_CANDIDATE),
    name: 'New connections of an AppSync Events API',
    value: '2000',
    unit: 'connections per second',
    adjustable: 'yes',
  },
  {
    ...APPSYNC,
    id: 'appsync-events-outbound',
    held: unheld(NO_CANDIDATE),
    name: 'Messages that an AppSync Events API delivers',
    value: '1000000',
    unit: 'messages per second',
    adjustable: 'yes',
    note: 'in units of 5 kB',
  },
  {
    ...APPSYNC,
    id: 'appsync-events-inbound',
    held: unheld(NO_CANDIDATE),
    name: 'Events published to an AppSync Events API',
    value: '10000',
    unit: 'events per second',
    adjustable: 'yes',
  },
  {
    ...APPSYNC,
    id: 'appsync-timeout',
    held: unheld(NO_CANDIDATE),
    name: 'Run of an AppSync request',
    value: '30',
    unit: 'seconds',
    adjustable: 'no',
  },
  {
    id: 'cf-edge-locations',
    held: unheld(`${NO_LIMIT}, but a number that is often quoted`),
    name: 'Edge locations of CloudFront',
    value: '750',
    unit: 'locations',
    appliesTo: ['backend'],
    adjustable: 'no',
    note: 'or more: it is not a limit, but a number that is often quoted',
    sources: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html'],
  },
] as const satisfies readonly Quota[];
