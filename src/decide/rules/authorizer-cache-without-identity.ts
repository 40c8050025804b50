import { defineRule } from '../rule.ts';
import { keepsDecisions } from '../authorizer.ts';

export const authorizerCacheWithoutIdentity = defineRule({
  id: 'authorizer-cache-without-identity',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'The authorizer cache has no key to identify the caller',
    rationale:
      'The identity sources of an authorizer are the key under which its decisions are kept. Without one, API Gateway cannot find the decision for a caller: it requires at least one when decisions are kept.',
    remedy: 'Name the header that carries the token as identity source, or set the lifetime of decisions to 0.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html',
      'https://docs.aws.amazon.com/apigateway/latest/api/API_Authorizer.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', cacheTtl: '5 min', identity: 'none' } } },
        silent: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', cacheTtl: '5 min', identity: 'header' } } },
      },
    ],
  }),
  fields: ['auth.lambdaAuthorizer'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { auth } }) {
    const authorizer = auth?.lambdaAuthorizer;
    if (authorizer?.identity !== 'none' || !keepsDecisions(authorizer)) return [];
    return [{ because: 'decisions are kept, and the authorizer has no identity source', path: ['auth', 'lambdaAuthorizer', 'identity'] }];
  },
});
