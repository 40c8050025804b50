import { isThere } from '../../workload/share.ts';
import { defineRule } from '../rule.ts';

export const openWritesUnthrottled = defineRule({
  id: 'open-writes-unthrottled',
  severity: 'caution',
  topic: 'throttling',
  page: () => ({
    title: 'Anybody may write, as fast as the account allows',
    rationale:
      'Anybody can fill your tables and cause costs through a route that writes without authorization. Without a limit of its own it takes requests up to the rate of the whole account.',
    remedy: 'Set a low rate and burst on this route or method; on a web ACL, add a rate rule per address.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html',
      'https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { auth: { open: 'writes' }, throttling: { accountUsedByOthers: '100 rps' } },
        silent: { auth: { open: 'reads' }, throttling: { accountUsedByOthers: '100 rps' } },
      },
    ],
  }),
  fields: ['auth.open', 'throttling'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { auth, throttling } }) {
    if (auth?.open !== 'writes' || !throttling) return [];
    if (throttling?.stage?.rate !== undefined || throttling?.methods?.some((one) => isThere(one) && one.rate !== undefined)) return [];
    return [{ because: 'routes that write are open to anybody, and no limit is set on them', path: ['auth', 'open'] }];
  },
});
