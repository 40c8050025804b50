import { GUIDE } from '../../facts/quotas/quota.ts';
import { perSecond } from '../../workload/units.ts';
import { rateInWords } from '../../workload/in-words.ts';
import { fraction, less, times } from '../../money/fraction.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';

/** Clients that send less than one message for a hundred that they get could send it as a request. */
const NEGLIGIBLE = fraction(100n);

export const websocketOneWay = defineRule({
  id: 'websocket-one-way',
  severity: 'note',
  topic: 'choosing',
  page: () => ({
    title: 'Only the server sends messages',
    rationale: `A WebSocket API requires you to store connection ids and to delete stale ones. Its connections end after ${limitInWords('ws-duration')}, and each message to each client is a call. Where clients only listen, such as to tokens of a model, the progress of a job or a dashboard, a REST API that streams server-sent events does it with a plain request, which bills one request for each started 10 MB and no minutes; what clients seldom send is a request of its own. Where many clients listen to the same, AppSync Events publishes once for all of them.`,
    remedy: `Consider server-sent events from a REST API with response streaming: a stream lives ${limitInWords('rest-stream-duration')} at most, so clients ask again, and something must write it for so long. For many listeners of the same, consider AppSync Events. Keep the WebSocket API if clients send messages often, or must be reached hours later.`,
    sources: [`${GUIDE}/response-transfer-mode.html`, 'https://docs.aws.amazon.com/appsync/latest/eventapi/event-api-welcome.html'],
    examples: [
      {
        candidate: 'websocket',
        reports: { realtime: { outbound: { rate: '10/min' } } },
        silent: { realtime: { outbound: { rate: '10/min' }, inbound: { rate: '1/min' } } },
      },
      {
        candidate: 'websocket',
        reports: { realtime: { outbound: { rate: '1/s' }, inbound: { rate: '1/hour' } } },
        silent: { realtime: { outbound: { rate: '1/s' }, inbound: { rate: '1/min' } } },
      },
    ],
  }),
  fields: ['realtime.outbound', 'realtime.inbound', 'realtime.fanOut'],
  frontDoors: ['websocket'],
  inspect({ workload: { realtime }, units: { hoursPerMonth } }) {
    const { outbound, inbound, fanOut } = realtime ?? {};
    if (!outbound || fanOut) return [];
    if (!inbound)
      return [{ because: 'the backend sends to clients, and nothing states that they send messages', path: ['realtime', 'outbound'] }];
    if (!less(times(perSecond(inbound.rate, hoursPerMonth), NEGLIGIBLE), perSecond(outbound.rate, hoursPerMonth))) return [];
    const because = `each client gets messages (${rateInWords(outbound.rate)}) and sends few (${rateInWords(inbound.rate)})`;
    return [{ because, path: ['realtime', 'inbound', 'rate'] }];
  },
});
