import { isThere } from '../../workload/share.ts';
import { defineRule } from '../rule.ts';

export const throttlingAccountOnly = defineRule({
  id: 'throttling-account-only',
  severity: 'caution',
  topic: 'throttling',
  page: () => ({
    title: 'Only the account’s limit protects this API',
    rationale:
      'Without a limit on the stage or its methods, one client, or one loop in a script, can use the request rate of the whole account, and every other API in the Region then answers 429.',
    remedy: 'Set a default rate and burst on the stage, a little above what the busiest method needs.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/serverless-applications-lens/rest-api.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { throttling: { accountUsedByOthers: '100 rps', retries: { attempts: '3' } } },
        silent: { throttling: { retries: { attempts: '3' } } },
      },
    ],
  }),
  fields: ['throttling'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { throttling } }) {
    if (!throttling || throttling.stage?.rate !== undefined) return [];
    const limited = [...(throttling.methods ?? []), ...(throttling.clients ?? [])].some((one) => isThere(one) && one.rate !== undefined);
    if (limited || (throttling.account === undefined && throttling.accountUsedByOthers === undefined)) return [];
    const path = ['throttling', throttling.account ? 'account' : 'accountUsedByOthers'];
    return [{ because: 'limits are stated for the account, and none for the stage, its methods or its clients', path }];
  },
});
