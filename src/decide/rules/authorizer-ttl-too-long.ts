import { defineRule } from '../rule.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { durationInWords } from '../../workload/in-words.ts';

/** The same for HTTP APIs. */
const most = timeLimit('rest-authorizer-ttl');

export const authorizerTtlTooLong = defineRule({
  id: 'authorizer-ttl-too-long',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'The lifetime of decisions is longer than API Gateway allows',
    rationale:
      'API Gateway keeps a decision of a Lambda authorizer for at most an hour. A longer lifetime is refused when the authorizer is configured; the hit ratio will then be lower than expected.',
    remedy:
      'Set at most 1 hour, and calculate the hit ratio again; consider a shorter one, because a caller who loses access keeps it that long.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/api/API_Authorizer.html',
      'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html',
    ],
    examples: [
      {
        candidate: 'rest',
        reports: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', cacheTtl: '2 h' } } },
        silent: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', cacheTtl: '30 min' } } },
      },
      {
        candidate: 'http',
        reports: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', cacheTtl: '2 h' } } },
        silent: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', cacheTtl: '1 h' } } },
      },
    ],
  }),
  fields: ['auth.lambdaAuthorizer.cacheTtl'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { auth } }) {
    const ttl = auth?.lambdaAuthorizer?.cacheTtl;
    if (!ttl?.gt(most)) return [];
    return [
      {
        because: `the stated lifetime of decisions is ${durationInWords(ttl)}, and API Gateway keeps them for at most ${limitInWords('rest-authorizer-ttl')}`,
        path: ['auth', 'lambdaAuthorizer', 'cacheTtl'],
      },
    ];
  },
});
