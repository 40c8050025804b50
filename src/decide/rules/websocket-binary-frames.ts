import { decimal } from '../../money/decimal.ts';
import { largestMessage } from '../largest-message.ts';
import { sizeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';

const most = sizeLimit('ws-message');
/** Base64 writes three bytes as four characters: https://www.rfc-editor.org/rfc/rfc4648 */
const [WRITTEN, READ] = [decimal('4'), decimal('3')];
const BALANCER = 'a load balancer passes binary frames through to servers of your own.';

export const websocketBinaryFrames = defineRule({
  id: 'websocket-binary-frames',
  severity: 'blocker',
  topic: 'websocket',
  page: () => ({
    title: 'Clients send binary frames',
    rationale: 'A WebSocket API takes text frames from clients. A binary frame closes the connection with code 1003.',
    remedy: `Put binary content into S3; ${BALANCER}`,
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
  fields: ['realtime.binary', 'realtime.largestMessage', 'realtime.inbound.size', 'realtime.outbound.size'],
  frontDoors: ['websocket'],
  inspect({ workload: { realtime }, units }) {
    if (realtime?.binary !== true) return [];
    const largest = largestMessage(realtime, units);
    const asText = largest === null || largest.bytes.times(WRITTEN).lte(most(units).times(READ));
    return [
      {
        because: 'clients send binary frames, and a WebSocket API takes text',
        path: ['realtime', 'binary'],
        ...(asText ? { remedy: `Send binary content as base64 text, a third larger. Or put it into S3; ${BALANCER}` } : {}),
      },
    ];
  },
});
