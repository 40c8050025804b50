import { used, PEAK } from './held.ts';
import type { Quota } from './quota.ts';

/** The URL of a function; what limits the function itself stands behind an API too. */
export const FUNCTION_URL_QUOTAS = [
  {
    id: 'function-url-rate',
    held: used(`${PEAK} backend.lambda.reserved`),
    name: 'Requests by the URL of a function, ten for each unit of its concurrency',
    value: '10000',
    unit: 'requests per second',
    appliesTo: ['function-url'],
    adjustable: 'yes',
    code: 'L-B99A9384',
    note: 'of an account’s 1,000 units, raised with them; reserved concurrency of 100 passes 1,000, more get 429',
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    ],
  },
] as const satisfies readonly Quota[];
