import { defineRule } from '../rule.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { durationInWords } from '../../workload/in-words.ts';

/** From four fifths of the limit on, a client that is a little late is closed too. */
const near = timeLimit('ws-idle').times('0.8');

export const websocketIdle = defineRule({
  id: 'websocket-idle',
  severity: 'caution',
  topic: 'websocket',
  page: () => ({
    title: 'Silent connections are closed',
    rationale:
      'API Gateway closes a connection on which nothing was sent for 10 minutes, with code 1001. This cannot be raised, and AWS sends no warning to either side. Silence of eight minutes or more is so close that a slightly late message comes too late.',
    remedy: 'Let each client send a small message every five minutes or so; it is billed as a message.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-overview.html',
    ],
    examples: [
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '1K', longestSilence: '25 min' } },
        silent: { realtime: { connections: '1K', longestSilence: '4 min' } },
      },
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '1K', longestSilence: '25 min', heartbeat: '15 min' } },
        silent: { realtime: { connections: '1K', longestSilence: '25 min', heartbeat: '5 min' } },
      },
    ],
  }),
  fields: ['realtime.longestSilence', 'realtime.heartbeat'],
  frontDoors: ['websocket'],
  inspect({ workload: { realtime } }) {
    const silence = realtime?.longestSilence;
    if (!silence?.gte(near) || realtime?.heartbeat?.lt(near)) return [];
    const because = `${realtime?.heartbeat ? `a client sends something every ${durationInWords(realtime.heartbeat)} only` : `nothing may be sent for ${durationInWords(silence)}`}, and a connection is closed after ${limitInWords('ws-idle')} of silence`;
    return [{ because, path: ['realtime', realtime?.heartbeat ? 'heartbeat' : 'longestSilence'] }];
  },
});
