import { GUIDE } from '../../facts/quotas/quota.ts';
import { durationInWords } from '../../workload/in-words.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';
import { slowest } from '../subject.ts';

const most = timeLimit('ws-timeout');

export const timeoutWebsocket = defineRule({
  id: 'timeout-websocket',
  severity: 'caution',
  topic: 'time',
  page: () => ({
    title: 'A message is worked on for longer than a WebSocket API waits',
    rationale: `The connection lives for ${limitInWords('ws-duration')}, but each message has ${limitInWords('ws-timeout')}: then API Gateway reports an error to the client, though the function may work on and post its result later.`,
    remedy: 'Acknowledge the message at once, do the work behind a queue, and post the result to the connection when it is there.',
    sources: [
      `${GUIDE}/apigateway-execution-service-websocket-limits-table.html`,
      `${GUIDE}/apigateway-how-to-call-websocket-api-connections.html`,
    ],
    examples: [{ candidate: 'websocket', reports: { backend: { p99: '40 s' } }, silent: { backend: { p99: '2 s' } } }],
  }),
  fields: ['backend.p99', 'backend.lambda.duration'],
  frontDoors: ['websocket'],
  inspect({ workload }) {
    const found = slowest(workload);
    if (!found?.duration.gt(most)) return [];
    return [
      {
        because: `${found.says} ${durationInWords(found.duration)}, and a WebSocket API waits ${limitInWords('ws-timeout')} for a message to be answered`,
        path: found.path,
      },
    ];
  },
});
