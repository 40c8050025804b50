import { defineRule } from '../rule.ts';

export const iamAcrossAccountsRest = defineRule({
  id: 'iam-across-accounts-rest',
  severity: 'note',
  topic: 'auth',
  page: () => ({
    title: 'Both accounts must let a caller in',
    rationale:
      'A caller of another AWS account needs two permissions for a REST API with IAM authorization: one from a policy of its own account, and one from the resource policy of the API. One alone ends in a 403.',
    remedy:
      'Name the other accounts or roles in the resource policy, and deploy the API afterwards: the policy takes effect with a deployment.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html',
    ],
    examples: [{ candidate: 'rest', reports: { auth: { iamAcrossAccounts: 'yes' } }, silent: { auth: { iamAcrossAccounts: 'no' } } }],
  }),
  fields: ['auth.iamAcrossAccounts'],
  frontDoors: ['rest'],
  inspect({ workload: { auth } }) {
    if (auth?.iamAcrossAccounts !== true) return [];
    return [
      {
        because: 'callers sign in other accounts, so the API needs a resource policy that names them',
        path: ['auth', 'iamAcrossAccounts'],
      },
    ];
  },
});
