import { defineQuestion, derived } from '../question.ts';

export const serverPush = defineQuestion({
  id: 'server-push',
  ask: 'Does the server push to clients, or do both sides talk at any time over one connection?',
  because: 'of all types of API Gateway, only a WebSocket API keeps a connection open and lets the backend send messages on it',
  features: ['server-push'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-overview.html'],
  derivedFrom: [['realtime', 'yes, or no together with traffic: then its connections get their own API']],
  // A workload with requests beside its connections needs both: the WebSocket API carries the connections.
  derive({ realtime, traffic }) {
    if (!realtime) return null;
    return traffic ? derived('no', 'realtime, whose connections get their own API') : derived('yes', 'realtime');
  },
});
