import { defineRule } from '../rule.ts';
import { keepsDecisions } from '../authorizer.ts';

export const authorizerPolicyOneRoute = defineRule({
  id: 'authorizer-policy-one-route',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'A kept decision covers only the route that was called first',
    rationale:
      'The authorizer cache keeps a policy for a caller, not for a route. If the policy names only the route of the first call, the next route of the same caller is answered from the cache and refused, for as long as the decision is kept. It works in tests, where nobody calls two routes in a row.',
    remedy:
      'Let the function return a policy for every route this caller may use. On an HTTP API, adding $context.routeKey to the identity sources keeps a decision for each route instead.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html',
    ],
    examples: [
      {
        candidate: 'rest',
        reports: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', cacheTtl: '5 min', policy: 'one-route' } } },
        silent: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', cacheTtl: '5 min', policy: 'caller-routes' } } },
      },
      {
        candidate: 'http',
        reports: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', cacheTtl: '5 min', policy: 'one-route' } } },
        silent: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', cacheTtl: '0 s', policy: 'one-route' } } },
      },
    ],
  }),
  fields: ['auth.lambdaAuthorizer'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { auth } }) {
    const authorizer = auth?.lambdaAuthorizer;
    if (authorizer?.policy !== 'one-route' || !keepsDecisions(authorizer)) return [];
    return [{ because: 'decisions are kept, and each names one route only', path: ['auth', 'lambdaAuthorizer', 'policy'] }];
  },
});
