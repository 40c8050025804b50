import { defineRule } from '../rule.ts';

export const failoverWebsocketConnections = defineRule({
  id: 'failover-websocket-connections',
  severity: 'note',
  topic: 'operations',
  page: () => ({
    title: 'Connections do not move to another Region',
    rationale:
      'A connection belongs to the API that accepted it: its id means nothing in another Region, and @connections has to be called where it lives. In a failover every client connects again, all in the same minutes.',
    remedy:
      'Keep the Region beside each connection id, and size the rate of new connections in the second Region for all clients coming at once.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/dns-failover.html',
    ],
    examples: [
      {
        candidate: 'websocket',
        reports: { needs: { 'multi-region-failover': 'yes' } },
        silent: { needs: { 'multi-region-failover': 'no' } },
      },
    ],
  }),
  fields: ['needs.multi-region-failover'],
  frontDoors: ['websocket'],
  inspect({ needs }) {
    if (!needs('multi-region-failover')) return [];
    return [
      { because: 'clients should fail over between Regions, and their connections stay behind', path: ['needs', 'multi-region-failover'] },
    ];
  },
});
