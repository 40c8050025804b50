import { defineRule } from '../rule.ts';
import { peakLoad } from '../../journey/load.ts';
import { keepsDecisions } from '../authorizer.ts';
import { limitInWords } from '../limit.ts';
import { quotaOf } from '../../facts/quotas/index.ts';
import { decimal, quotient } from '../../money/decimal.ts';
import { formatQuantity } from '../../money/format.ts';

/** A judgement: half of what an account starts with. */
const MUCH = decimal(quotaOf('lambda-concurrency').value ?? '').times('0.5');

export const authorizerUncachedPeak = defineRule({
  id: 'authorizer-uncached-peak',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'At the peak the authorizer takes up much of the Lambda concurrency',
    rationale:
      'An authorizer that keeps no decision runs once for every request. Its executions come out of the same account-wide concurrency as the backend functions, and when that is used up, authorizer and backend fail together.',
    remedy:
      'Keep decisions for a minute or more, verify tokens with a JWT authorizer, or ask for more concurrency and reserve some for the authorizer.',
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: {
          traffic: { requests: '1B/month', peak: '5K rps' },
          auth: { lambdaAuthorizer: { memory: '256 MB', duration: '150 ms', cacheTtl: '0 s' } },
        },
        silent: {
          traffic: { requests: '1B/month', peak: '5K rps' },
          auth: { lambdaAuthorizer: { memory: '256 MB', duration: '150 ms', cacheTtl: '5 min' } },
        },
      },
      {
        candidate: 'rest',
        reports: {
          traffic: { requests: '1B/month', peak: '5K rps' },
          auth: { lambdaAuthorizer: { memory: '256 MB', duration: '150 ms', cacheHitRatio: '0%' } },
        },
        silent: {
          traffic: { requests: '1B/month', peak: '500 rps' },
          auth: { lambdaAuthorizer: { memory: '256 MB', duration: '150 ms', cacheHitRatio: '0%' } },
        },
      },
    ],
  }),
  fields: ['auth.lambdaAuthorizer', 'traffic.peak', 'edge.hitRatio'],
  frontDoors: ['rest', 'http'],
  inspect(subject) {
    const authorizer = subject.workload.auth?.lambdaAuthorizer;
    if (!authorizer || keepsDecisions(authorizer)) return [];
    if (authorizer.cacheTtl === undefined && authorizer.cacheHitRatio === undefined) return [];
    const peak = peakLoad(subject.journey(), 'front-door');
    if (!peak) return [];
    const concurrent = quotient(peak.times(authorizer.duration), decimal('1000'));
    if (concurrent.lt(MUCH)) return [];
    const because = `no decision is kept, so the authorizer runs ${formatQuantity(concurrent.ceil())} times at once at the peak, and an account starts with ${limitInWords('lambda-concurrency')} of all functions together`;
    return [{ because, path: ['auth', 'lambdaAuthorizer'] }];
  },
});
