import { defineRule } from '../rule.ts';

export const websocketBinaryFrames = defineRule({
  id: 'websocket-binary-frames',
  severity: 'blocker',
  topic: 'websocket',
  page: () => ({
    title: 'Clients send binary frames',
    rationale: 'A WebSocket API takes text frames from clients. A binary frame closes the connection with code 1003.',
    remedy:
      'Send binary content as base64 text, a third larger, or put it into S3; a load balancer passes binary frames through to servers of your own.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-binary-media-types.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html',
    ],
    examples: [
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '1K', binary: 'yes' } },
        silent: { realtime: { connections: '1K', binary: 'no' } },
      },
    ],
  }),
  fields: ['realtime.binary'],
  frontDoors: ['websocket'],
  inspect({ workload: { realtime } }) {
    if (realtime?.binary !== true) return [];
    return [{ because: 'clients send binary frames, and a WebSocket API takes text', path: ['realtime', 'binary'] }];
  },
});
