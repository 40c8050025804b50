import type { Quota } from './quota.ts';

/** The URL of a function; what limits the function itself stands behind an API too. */
export const FUNCTION_URL_QUOTAS = [
  {
    id: 'function-url-rate',
    name: 'Requests by the URL of a function, for each unit of its reserved concurrency',
    value: '10',
    unit: 'requests per second',
    appliesTo: ['function-url'],
    adjustable: 'no',
    note: 'reserved concurrency of 100 lets 1,000 a second pass; more are refused with 429',
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html'],
  },
] as const satisfies readonly Quota[];
