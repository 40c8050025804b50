import { GATEWAYS } from '../../workload/front-doors.ts';
import { defineRule } from '../rule.ts';

export const retriesWithoutBackoff = defineRule({
  id: 'retries-without-backoff',
  severity: 'caution',
  topic: 'throttling',
  page: () => ({
    title: 'Throttled clients all come back at once',
    rationale:
      'Clients that are refused in the same moment and wait equally long, or not at all, come back in the same moment too. Their retries add to the requests of that second, and meet the limit again, with those of clients that did nothing wrong; an API can stay throttled long after the peak that began it.',
    remedy:
      'Let clients wait longer with every retry, a random part of that each, and give up after a few: the retry modes of AWS SDKs do so. apigw-advisor throttle shows what it makes of your peak.',
    sources: [
      'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/',
      'https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { throttling: { retries: { attempts: '5', backoff: 'none' } } },
        silent: { throttling: { retries: { attempts: '5', backoff: 'exponential' } } },
      },
      {
        candidate: 'rest',
        reports: { throttling: { retries: { attempts: '5', jitter: 'none' } } },
        silent: { throttling: { retries: { attempts: '5', jitter: 'full' } } },
      },
    ],
  }),
  fields: ['throttling.retries'],
  frontDoors: GATEWAYS,
  inspect({ workload: { throttling } }) {
    const retries = throttling?.retries;
    if (retries === undefined || retries.attempts?.lt('2') === true) return [];
    if (retries.backoff === 'none')
      return [
        { because: 'clients wait no longer before a second retry than before the first', path: ['throttling', 'retries', 'backoff'] },
      ];
    if (retries.jitter === 'none')
      return [{ because: 'clients that are refused together wait equally long', path: ['throttling', 'retries', 'jitter'] }];
    return [];
  },
});
