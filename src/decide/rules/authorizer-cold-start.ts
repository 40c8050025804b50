import { isThere } from '../../workload/share.ts';
import { defineRule } from '../rule.ts';
import { decimal } from '../../money/decimal.ts';
import { durationInWords } from '../../workload/in-words.ts';

/** A judgement, not an AWS figure: what the authorizer takes beyond half of the time, the backend lacks. */
const HALF = decimal('0.5');

export const authorizerColdStart = defineRule({
  id: 'authorizer-cold-start',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'A cold authorizer takes up the time for an answer',
    rationale:
      'The authorizer runs before the backend, so its cold start is added to every answer that meets one. It meets one after quiet hours, after each deployment, and whenever more callers arrive at once than environments are warm.',
    remedy:
      'Keep the authorizer warm with provisioned concurrency, keep its package small, keep decisions in the authorizer cache, or let a JWT authorizer decide without a function.',
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: {
          auth: {
            latencyTarget: '300 ms',
            lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', coldStarts: { share: '1%', duration: '900 ms' } },
          },
        },
        silent: {
          auth: {
            latencyTarget: '300 ms',
            lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', coldStarts: { share: '1%', duration: '100 ms' } },
          },
        },
      },
      {
        candidate: 'rest',
        reports: {
          auth: {
            latencyTarget: '300 ms',
            lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', coldStarts: { share: '1%', duration: '900 ms' } },
          },
        },
        silent: {
          auth: {
            latencyTarget: '300 ms',
            lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', coldStarts: { share: '0%', duration: '900 ms' } },
          },
        },
      },
      {
        candidate: 'rest',
        reports: {
          auth: {
            latencyTarget: '300 ms',
            lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', coldStarts: { share: '1%', duration: '900 ms' } },
          },
        },
        silent: {
          auth: {
            latencyTarget: '300 ms',
            lambdaAuthorizer: {
              memory: '256 MB',
              duration: '30 ms',
              coldStarts: { share: '1%', duration: '900 ms' },
              provisioned: { concurrency: '10' },
            },
          },
        },
      },
    ],
  }),
  fields: ['auth.latencyTarget', 'auth.lambdaAuthorizer'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { auth } }) {
    const { latencyTarget, lambdaAuthorizer } = auth ?? {};
    const starts = lambdaAuthorizer?.coldStarts;
    if (!latencyTarget || !starts || !isThere(starts) || lambdaAuthorizer.provisioned) return [];
    const start = starts.duration;
    if (start.lt(latencyTarget.times(HALF)) || lambdaAuthorizer.cacheHitRatio?.eq('1')) return [];
    const because = `a cold start of the authorizer takes ${durationInWords(start)}, and an answer may take ${durationInWords(latencyTarget)}`;
    return [{ because, path: ['auth', 'lambdaAuthorizer', 'coldStarts'] }];
  },
});
