import type { FeatureId } from '../../workload/features.ts';
import { defineQuestion, derived } from '../question.ts';

/** Features of connections that stay open: no request has them. */
const OF_CONNECTIONS: readonly FeatureId[] = [
  'auth-per-message',
  'metric-connect-message',
  'metric-disconnect',
  'ws-connection-mgmt',
  'ws-subprotocols',
  'ws-connect-integration-required',
  'ws-broadcast',
];

export const serverPush = defineQuestion({
  id: 'server-push',
  ask: 'Does the server push to clients, or do both sides talk at any time over one connection?',
  because: 'only a WebSocket API keeps a connection open and lets the backend post to it',
  features: ['server-push'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-overview.html'],
  derivedFrom: [
    ['realtime', 'yes, or no beside traffic: then its connections get an API of their own'],
    ...OF_CONNECTIONS.map((feature) => [`needs.${feature}`, 'yes, where neither realtime nor needs.server-push says anything'] as const),
  ],
  // A workload with requests beside its connections needs both: the WebSocket API carries the connections.
  derive: ({ realtime, traffic, needs }) => {
    if (!realtime) {
      const feature = OF_CONNECTIONS.find((one) => needs?.[one] === true);
      return feature && needs?.['server-push'] === undefined ? derived('yes', `needs.${feature}`) : null;
    }
    return traffic ? derived('no', 'realtime, whose connections get an API of their own') : derived('yes', 'realtime');
  },
});
