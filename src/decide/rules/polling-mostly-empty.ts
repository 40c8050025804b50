import { CARRYING_REQUESTS } from '../../workload/front-doors.ts';
import { formatQuantity } from '../../money/format.ts';
import { ONE } from '../../money/decimal.ts';
import { shareInWords } from '../../workload/in-words.ts';
import { pollsOf } from '../../workload/polling.ts';
import { perMonth } from '../../workload/units.ts';
import { defineRule } from '../rule.ts';

/** Where most answers bring something, asking is no waste. */
const MOST = '0.5';

export const pollingMostlyEmpty = defineRule({
  id: 'polling-mostly-empty',
  severity: 'note',
  topic: 'choosing',
  page: () => ({
    title: 'Most polls bring no news',
    rationale:
      'Each poll is billed as a request, with what answers it, whether it brings news or not. A connection that stays open is billed by the minute, and by messages only when there is news. Which costs less depends on how often clients ask.',
    remedy:
      'Compare with pushing: recommend says what both cost and at which interval they cost the same. Or ask less often, or let CloudFront answer polls that are alike.',
    sources: [
      'https://aws.amazon.com/api-gateway/pricing/',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { traffic: { requests: '6B/month', polling: { clients: '10K', interval: '5 s', news: '2%' } } },
        silent: { traffic: { requests: '6B/month', polling: { clients: '10K', interval: '5 s', news: '80%' } } },
      },
    ],
  }),
  fields: ['traffic.polling'],
  frontDoors: CARRYING_REQUESTS,
  inspect({ workload: { traffic }, units }) {
    const polling = traffic?.polling;
    if (!polling?.news?.lt(MOST)) return [];
    const polls = formatQuantity(perMonth(pollsOf(polling), units.hoursPerMonth).floor());
    return [
      { because: `${shareInWords(ONE.minus(polling.news))} of ${polls} polls a month bring no news`, path: ['traffic', 'polling', 'news'] },
    ];
  },
});
