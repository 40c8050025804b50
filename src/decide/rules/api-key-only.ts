import { defineRule } from '../rule.ts';

export const apiKeyOnly = defineRule({
  id: 'api-key-only',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'A caller needs only an API key',
    rationale:
      'API keys identify clients for usage plans; they are not meant for access control. They do not expire, are sent in a header that is often logged and copied, and one key opens every API of its usage plan.',
    remedy: 'Authorize callers by IAM, Cognito, a JWT or a Lambda authorizer, and keep the key for counting and limiting.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/serverless-applications-lens/identity-and-access-management.html',
    ],
    examples: [
      { candidate: 'rest', reports: { auth: { apiKeys: { onlyCheck: 'yes' } } }, silent: { auth: { apiKeys: { onlyCheck: 'no' } } } },
    ],
  }),
  fields: ['auth.apiKeys.onlyCheck'],
  frontDoors: ['rest', 'websocket'],
  inspect({ workload: { auth } }) {
    if (auth?.apiKeys?.onlyCheck !== true) return [];
    return [{ because: 'a caller needs only a valid API key', path: ['auth', 'apiKeys', 'onlyCheck'] }];
  },
});
