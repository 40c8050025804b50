import { defineRule } from '../rule.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { durationInWords } from '../../workload/in-words.ts';

const QUOTAS = { rest: 'rest-authorizer-ttl', http: 'http-authorizer-ttl' } as const;
const MOST = { rest: timeLimit(QUOTAS.rest), http: timeLimit(QUOTAS.http) };

export const authorizerTtlTooLong = defineRule({
  id: 'authorizer-ttl-too-long',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'The lifetime of decisions is longer than API Gateway allows',
    rationale: `API Gateway keeps a decision of a Lambda authorizer for at most ${limitInWords('rest-authorizer-ttl')}. A longer lifetime is refused when the authorizer is configured; the hit ratio will then be lower than expected.`,
    remedy: `Set at most ${limitInWords('rest-authorizer-ttl')}, and calculate the hit ratio again; consider a shorter one, because a caller who loses access keeps it that long.`,
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
  inspect({ workload: { auth }, candidate: { frontDoor } }) {
    const ttl = auth?.lambdaAuthorizer?.cacheTtl;
    if ((frontDoor !== 'rest' && frontDoor !== 'http') || !ttl?.gt(MOST[frontDoor])) return [];
    return [
      {
        because: `the stated lifetime of decisions is ${durationInWords(ttl)}, and API Gateway keeps them for at most ${limitInWords(QUOTAS[frontDoor])}`,
        path: ['auth', 'lambdaAuthorizer', 'cacheTtl'],
      },
    ];
  },
});
