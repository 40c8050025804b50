import type { Quota } from './quota.ts';

const GUIDE = 'https://docs.aws.amazon.com/lambda/latest/dg';
const WEB = {
  appliesTo: ['web-function'],
  sources: [`${GUIDE}/gettingstarted-limits.html`, `${GUIDE}/web-functions-scaling.html`],
} as const;

/** Lambda Web Functions: as AWS's guide has them in October and November 2026. */
export const WEB_FUNCTION_QUOTAS = [
  {
    ...WEB,
    id: 'web-function-rate',
    name: 'Requests to one endpoint of a Web Function',
    value: '10000',
    unit: 'requests per second',
    adjustable: 'setting',
    note: 'at most; less in fixed steps, from 100',
  },
  {
    ...WEB,
    id: 'web-function-account-rate',
    name: 'Requests to all endpoints of Web Functions in a Region',
    value: '100000',
    unit: 'requests per second',
    adjustable: 'yes',
  },
  { ...WEB, id: 'web-function-vcpus', name: 'vCPUs of Web Functions in a Region', value: '2000', unit: 'vCPUs', adjustable: 'yes' },
  {
    ...WEB,
    id: 'web-function-concurrency',
    name: 'Requests at once in an environment of a Web Function',
    value: '128',
    unit: 'requests',
    adjustable: 'setting',
    note: 'at most; 64 unless set. An environment has 2 vCPUs and 2 GB',
  },
  {
    ...WEB,
    id: 'web-function-timeout',
    measured: 'wait',
    name: 'Answer of a Web Function, a stream included',
    value: '900',
    unit: 'seconds',
    adjustable: 'setting',
    note: 'at most; 30 unless set',
    sources: [`${GUIDE}/web-functions-configuration.html`],
  },
  { ...WEB, id: 'web-function-package', name: 'Package of a Web Function', value: '512', unit: 'MB', adjustable: 'no' },
  { ...WEB, id: 'web-function-endpoints', name: 'Endpoints of a Web Function', value: '10', unit: 'endpoints', adjustable: 'no' },
  {
    ...WEB,
    id: 'web-function-revisions',
    name: 'Revisions of a Web Function',
    value: '50',
    unit: 'revisions',
    adjustable: 'no',
    note: 'two of them behind one endpoint',
  },
] as const satisfies readonly Quota[];
