import { defineRule } from '../rule.ts';

export const apiKeyOnly = defineRule({
  id: 'api-key-only',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'An API key is all that is asked of a caller',
    rationale:
      'API keys tell clients apart for usage plans; they are not made to keep anybody out. They do not expire, travel in a header that gets logged and copied, and one key opens every API of its usage plan.',
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
    return [{ because: 'nothing but a valid API key is asked of a caller', path: ['auth', 'apiKeys', 'onlyCheck'] }];
  },
});
