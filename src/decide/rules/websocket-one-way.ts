import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const websocketOneWay = defineRule({
  id: 'websocket-one-way',
  severity: 'note',
  topic: 'choosing',
  page: () => ({
    title: 'Only the server talks',
    rationale:
      'A WebSocket API brings connection ids to store, stale ones to forget, a two-hour limit, and a call for each message to each client. Where clients only listen to the answer of what they asked, tokens of a model or the progress of a job, a REST API that streams server-sent events does it with a plain request. Where many clients listen to the same, AppSync Events publishes once for all of them.',
    remedy:
      'Consider response streaming on a REST API for one listener, or AppSync Events for many; keep the WebSocket API if clients must talk back, or be reached hours later.',
    sources: [`${GUIDE}/response-transfer-mode.html`, 'https://docs.aws.amazon.com/appsync/latest/eventapi/event-api-welcome.html'],
    examples: [
      {
        candidate: 'websocket',
        reports: { realtime: { outbound: { rate: '10/min' } } },
        silent: { realtime: { outbound: { rate: '10/min' }, inbound: { rate: '1/min' } } },
      },
    ],
  }),
  fields: ['realtime.outbound', 'realtime.inbound'],
  frontDoors: ['websocket'],
  inspect({ workload: { realtime } }) {
    if (!realtime?.outbound || realtime.inbound) return [];
    return [{ because: 'the backend sends to clients, and nothing says that they send anything', path: ['realtime', 'outbound'] }];
  },
});
