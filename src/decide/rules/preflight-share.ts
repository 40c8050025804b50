import { GUIDE } from '../../facts/quotas/quota.ts';
import { decimal } from '../../money/decimal.ts';
import { shareInWords } from '../../workload/in-words.ts';
import { defineRule } from '../rule.ts';

/** A judgement: more than every fifth request is worth a header. */
const MUCH = decimal('0.2');

export const preflightShare = defineRule({
  id: 'preflight-share',
  severity: 'note',
  topic: 'operations',
  page: () => ({
    title: 'Many requests only ask for permission',
    rationale:
      'A browser asks before a request of another origin (OPTIONS), unless it remembers the answer. Each such question is a billed request, counts against the rate, and makes the caller wait for two round trips.',
    remedy:
      'Answer preflights with Access-Control-Max-Age, so that browsers remember (an HTTP API has a setting for it), or serve the API under the domain of the page, where there are none.',
    sources: [`${GUIDE}/http-api-cors.html`, `${GUIDE}/how-to-cors.html`],
    examples: [
      {
        candidate: 'http',
        reports: { traffic: { fates: { preflight: '40%' } } },
        silent: { traffic: { fates: { preflight: '5%' } } },
      },
    ],
  }),
  fields: ['traffic.fates.preflight'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { traffic } }) {
    const share = traffic?.fates?.preflight;
    if (!share?.gt(MUCH)) return [];
    return [{ because: `${shareInWords(share)} of the requests are preflights`, path: ['traffic', 'fates', 'preflight'] }];
  },
});
