import { isAmong, RESERVED_MAPPING } from '../../facts/headers.ts';
import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const headerReservedHttp = defineRule({
  id: 'header-reserved-http',
  severity: 'caution',
  topic: 'integration',
  page: () => ({
    title: 'An HTTP API refuses a mapping of this header',
    rationale:
      'An HTTP API reserves headers such as Authorization, Via, X-Forwarded-* and everything that begins with x-amz- or access-control-: no mapping may add, overwrite or remove them, neither in requests nor in responses.',
    remedy: 'Map to a header of another name that the backend reads, set it in the backend, or use a REST API for these routes.',
    sources: [`${GUIDE}/http-api-parameter-mapping.html`],
    examples: [
      {
        candidate: 'http',
        reports: { headers: { mapped: ['X-Forwarded-For'] } },
        silent: { headers: { mapped: ['X-Client-Address'] } },
      },
    ],
  }),
  fields: ['headers.mapped'],
  frontDoors: ['http'],
  inspect({ workload: { headers } }) {
    return (headers?.mapped ?? []).flatMap((name, index) =>
      isAmong(RESERVED_MAPPING, name) ? [{ because: `${name} is reserved`, path: ['headers', 'mapped', index] }] : [],
    );
  },
});
