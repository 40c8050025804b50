import { defineRule } from '../rule.ts';
import { largestMessage } from '../largest-message.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { sizeInWords } from '../../workload/in-words.ts';

const most = sizeLimit('ws-frame');

export const websocketFrameTooLarge = defineRule({
  id: 'websocket-frame-too-large',
  severity: 'caution',
  topic: 'websocket',
  page: () => ({
    title: 'Messages do not fit into one frame',
    rationale: `A frame may have ${limitInWords('ws-frame')}. A longer message has to come in several frames, and a client library that sends it in one has its connection closed with code 1009. Each started 32 KB is billed as a message, too.`,
    remedy: `Let clients split messages over ${limitInWords('ws-frame')} into frames and put them together again, or keep messages below that.`,
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html',
      'https://aws.amazon.com/api-gateway/pricing/',
    ],
    examples: [
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '1K', largestMessage: '60 KB' } },
        silent: { realtime: { connections: '1K', largestMessage: '20 KB' } },
      },
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '1K', inbound: { rate: '1/min', size: '60 KB' }, splitFrames: 'no' } },
        silent: { realtime: { connections: '1K', inbound: { rate: '1/min', size: '60 KB' }, splitFrames: 'yes' } },
      },
    ],
  }),
  fields: ['realtime.largestMessage', 'realtime.inbound.size', 'realtime.outbound.size', 'realtime.splitFrames'],
  frontDoors: ['websocket'],
  inspect({ workload: { realtime }, units }) {
    if (realtime?.splitFrames) return [];
    const found = largestMessage(realtime, units);
    if (!found?.bytes.gt(most(units))) return [];
    return [{ because: `a message can have ${sizeInWords(found.size)}, and a frame holds ${limitInWords('ws-frame')}`, path: found.path }];
  },
});
