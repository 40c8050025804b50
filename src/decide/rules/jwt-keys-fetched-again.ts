import { defineRule } from '../rule.ts';
import { perSecondOf } from '../subject.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { requestsOf } from '../../workload/polling.ts';
import { durationInWords } from '../../workload/in-words.ts';

const longest = timeLimit('http-jwks-timeout');
const lifetime = timeLimit('http-jwks-cache');

export const jwtKeysFetchedAgain = defineRule({
  id: 'jwt-keys-fetched-again',
  severity: 'note',
  topic: 'auth',
  page: () => ({
    title: 'Some answers wait for the keys of the token issuer',
    rationale:
      'To verify a token, API Gateway fetches the public keys of the issuer and keeps them for up to two hours, best effort. In an API with few calls, many requests need this fetch and wait for it, up to 1,500 milliseconds.',
    remedy:
      'Measure the slowest one in a hundred answers, not the average; choose an issuer whose keys come from a nearby Region, or call the API every few minutes.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { traffic: { requests: '20K/month' }, auth: { latencyTarget: '200 ms' }, needs: { 'auth-jwt': 'yes' } },
        silent: { traffic: { requests: '200M/month' }, auth: { latencyTarget: '200 ms' }, needs: { 'auth-jwt': 'yes' } },
      },
      {
        candidate: 'http',
        reports: { traffic: { requests: '20K/month' }, auth: { latencyTarget: '200 ms' }, needs: { 'auth-jwt': 'yes' } },
        silent: { traffic: { requests: '20K/month' }, auth: { latencyTarget: '3 s' }, needs: { 'auth-jwt': 'yes' } },
      },
    ],
  }),
  fields: ['auth.jwt', 'auth.latencyTarget', 'needs.auth-jwt', 'traffic.requests'],
  frontDoors: ['http'],
  inspect({ workload: { traffic, auth }, units, needs }) {
    const target = auth?.latencyTarget;
    if (!target || !traffic || target.gte(longest) || !needs('auth-jwt')) return [];
    // One fetch in a hundred answers or more: then the slowest one in a hundred is the one that waits.
    const betweenFetches = perSecondOf(requestsOf(traffic), units).times(lifetime).div('1000');
    if (betweenFetches.gt('100')) return [];
    const because = `few requests share a fetch of the keys, which may take ${limitInWords('http-jwks-timeout')}, and an answer may take ${durationInWords(target)}`;
    return [{ because, path: ['auth', 'latencyTarget'] }];
  },
});
