import { defineRule } from '../rule.ts';
import { keepsDecisions } from '../authorizer.ts';

export const authorizerPolicyEverything = defineRule({
  id: 'authorizer-policy-everything',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'One cached decision opens every route',
    rationale:
      'A policy that allows * is a grant for the whole API. While it is kept, the caller can use every route, also those that the function would have refused; and what is taken from the caller meanwhile stays open until the decision expires.',
    remedy: 'Name in the policy the routes that this caller may use, or check the rest in the backend.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html',
    ],
    examples: [
      {
        candidate: 'rest',
        reports: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', cacheHitRatio: '80%', policy: 'everything' } } },
        silent: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', cacheHitRatio: '80%', policy: 'caller-routes' } } },
      },
    ],
  }),
  fields: ['auth.lambdaAuthorizer'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { auth } }) {
    const authorizer = auth?.lambdaAuthorizer;
    if (authorizer?.policy !== 'everything' || !keepsDecisions(authorizer)) return [];
    return [{ because: 'decisions are kept, and each opens every route', path: ['auth', 'lambdaAuthorizer', 'policy'] }];
  },
});
