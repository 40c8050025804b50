import { defineRule } from '../rule.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { durationInWords } from '../../workload/in-words.ts';

const most = timeLimit('ws-duration');

export const websocketTwoHours = defineRule({
  id: 'websocket-two-hours',
  severity: 'caution',
  topic: 'websocket',
  page: () => ({
    title: 'Clients stay longer than a connection lives',
    rationale:
      'After two hours API Gateway closes a connection, busy or not. The client gets a new connection id when it comes back, and misses what was pushed in between.',
    remedy:
      'Connect again before the two hours are over, each client at a moment of its own; let it say what it has seen last, and send it the rest.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html'],
    examples: [
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '1K', stays: '8 h' } },
        silent: { realtime: { connections: '1K', stays: '1 h' } },
      },
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '1K', stays: '8 h', reconnects: 'no' } },
        silent: { realtime: { connections: '1K', stays: '8 h', reconnects: 'yes' } },
      },
    ],
  }),
  fields: ['realtime.stays', 'realtime.reconnects'],
  frontDoors: ['websocket'],
  inspect({ workload: { realtime } }) {
    const stays = realtime?.stays;
    if (!stays?.gt(most) || realtime?.reconnects) return [];
    return [
      {
        because: `clients want to stay for ${durationInWords(stays)}, and a connection lives ${limitInWords('ws-duration')}`,
        path: ['realtime', 'stays'],
      },
    ];
  },
});
