import { defineRule } from '../rule.ts';

export const iamAcrossAccountsHttp = defineRule({
  id: 'iam-across-accounts-http',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'Callers of other accounts need a role in this account',
    rationale:
      'An HTTP API has no resource policy, so nothing on the API can let the principals of another account in. They have to assume a role in the account of the API first, and sign with that.',
    remedy: 'Create a role for each caller and let their accounts assume it, or take a REST API, whose resource policy names them.',
    sources: [
      'https://aws.amazon.com/premiumsupport/knowledge-center/api-gateway-iam-cross-account/',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
    ],
    examples: [{ candidate: 'http', reports: { auth: { iamAcrossAccounts: 'yes' } }, silent: { auth: { iamAcrossAccounts: 'no' } } }],
  }),
  fields: ['auth.iamAcrossAccounts'],
  frontDoors: ['http'],
  inspect({ workload: { auth } }) {
    if (auth?.iamAcrossAccounts !== true) return [];
    return [
      {
        because: 'callers sign in other accounts, and an HTTP API has no resource policy to name them in',
        path: ['auth', 'iamAcrossAccounts'],
      },
    ];
  },
});
