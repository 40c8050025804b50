import { GATEWAYS } from '../../workload/front-doors.ts';
import { defineRule } from '../rule.ts';

export const retriesWithoutBackoff = defineRule({
  id: 'retries-without-backoff',
  severity: 'caution',
  topic: 'throttling',
  page: () => ({
    title: 'Throttled clients all come back at once',
    rationale:
      'Clients that are refused at the same moment and wait equally long, or not at all, come back at the same moment too. Their retries add to the requests of that second, and meet the limit again, together with requests of clients that were not refused before; an API can stay throttled long after the peak.',
    remedy:
      'Let clients wait longer with every retry, with a random part in each delay, and give up after a few retries: the retry modes of AWS SDKs do so. apigw-advisor throttle shows the effect on your peak.',
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
