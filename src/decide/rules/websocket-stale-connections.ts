import { defineRule } from '../rule.ts';

export const websocketStaleConnections = defineRule({
  id: 'websocket-stale-connections',
  severity: 'caution',
  topic: 'websocket',
  page: () => ({
    title: 'The backend pushes to connections that are gone',
    rationale:
      'API Gateway calls $disconnect when a connection ends, on a best-effort basis: the call may never come. A backend that deletes connections only then keeps closed ones for ever, and every push to one costs a call and is answered 410 Gone.',
    remedy:
      'Delete the record of a connection when a push answers 410, and let records expire after the two hours that a connection can live (DynamoDB TTL).',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html',
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html',
    ],
    examples: [
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '1K', forgetting: 'disconnect-only' } },
        silent: { realtime: { connections: '1K', forgetting: 'gone-or-expired' } },
      },
    ],
  }),
  fields: ['realtime.forgetting'],
  frontDoors: ['websocket'],
  inspect({ workload: { realtime } }) {
    if (realtime?.forgetting !== 'disconnect-only') return [];
    return [{ because: 'connections are deleted on $disconnect only, which may never be called', path: ['realtime', 'forgetting'] }];
  },
});
