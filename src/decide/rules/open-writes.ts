import { defineRule } from '../rule.ts';

export const openWrites = defineRule({
  id: 'open-writes',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'Anybody may write',
    rationale:
      'A route without authorization answers every caller who finds it. If it writes, strangers can fill your tables and increase your bill. AWS Security Hub looks for such routes (APIGateway.8).',
    remedy:
      'Give each route that writes an authorizer. Where the public must write (a form, a sign-up), put a web ACL with a rate rule and a throttle of its own before it.',
    sources: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    ],
    examples: [{ candidate: 'http', reports: { auth: { open: 'writes' } }, silent: { auth: { open: 'reads' } } }],
  }),
  fields: ['auth.open'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { auth } }) {
    if (auth?.open !== 'writes') return [];
    return [{ because: 'some routes that write demand no authorization', path: ['auth', 'open'] }];
  },
});
