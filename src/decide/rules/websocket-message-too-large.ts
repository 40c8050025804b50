import { defineRule } from '../rule.ts';
import { largestMessage } from '../largest-message.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { sizeInWords } from '../../workload/in-words.ts';

const most = sizeLimit('ws-message');

export const websocketMessageTooLarge = defineRule({
  id: 'websocket-message-too-large',
  severity: 'blocker',
  topic: 'websocket',
  page: () => ({
    title: 'Messages are larger than a WebSocket API passes on',
    rationale: `A message may have ${limitInWords('ws-message')}, whichever way it goes, and in however many frames it comes. A larger one from a client closes the connection with code 1009; a larger push is refused with 413.`,
    remedy: 'Put the content into S3 and send a presigned URL, or send it in parts that the receiver puts together.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html'],
    examples: [
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '1K', largestMessage: '200 KB' } },
        silent: { realtime: { connections: '1K', largestMessage: '20 KB' } },
      },
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '1K', outbound: { rate: '1/min', size: '200 KB' } } },
        silent: { realtime: { connections: '1K', outbound: { rate: '1/min', size: '20 KB' } } },
      },
    ],
  }),
  fields: ['realtime.largestMessage', 'realtime.inbound.size', 'realtime.outbound.size'],
  frontDoors: ['websocket'],
  inspect({ workload: { realtime }, units }) {
    const found = largestMessage(realtime, units);
    if (!found?.bytes.gt(most(units))) return [];
    return [
      {
        because: `a message can have ${sizeInWords(found.size)}, and a WebSocket API passes on ${limitInWords('ws-message')}`,
        path: found.path,
      },
    ];
  },
});
