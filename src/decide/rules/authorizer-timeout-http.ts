import { defineRule } from '../rule.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { durationInWords } from '../../workload/in-words.ts';

const most = timeLimit('http-lambda-authorizer-timeout');

export const authorizerTimeoutHttp = defineRule({
  id: 'authorizer-timeout-http',
  severity: 'blocker',
  topic: 'auth',
  page: () => ({
    title: 'The authorizer takes longer than an HTTP API waits for it',
    rationale: `An HTTP API gives a Lambda authorizer ${limitInWords('http-lambda-authorizer-timeout')}; then the request fails. This cannot be raised.`,
    remedy: 'Make the decision faster: keep keys and permissions in memory between calls, and avoid remote lookups.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '12 s' } } },
        silent: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms' } } },
      },
    ],
  }),
  fields: ['auth.lambdaAuthorizer.duration'],
  frontDoors: ['http'],
  inspect({ workload: { auth } }) {
    const authorizer = auth?.lambdaAuthorizer;
    if (!authorizer?.duration.gt(most)) return [];
    const because = `the authorizer takes, on average, ${durationInWords(authorizer.duration)}, and an HTTP API waits ${limitInWords('http-lambda-authorizer-timeout')}`;
    return [{ because, path: ['auth', 'lambdaAuthorizer', 'duration'] }];
  },
});
