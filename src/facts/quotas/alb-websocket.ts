import { used, SILENCE } from './held.ts';
import type { Quota } from './quota.ts';

/** An Application Load Balancer before servers that hold connections. */
export const ALB_WEBSOCKET_QUOTAS = [
  {
    id: 'alb-websocket-idle',
    held: used(SILENCE, 'rule websocket-idle'),
    measured: 'silence of a connection in seconds',
    name: 'Silence on a WebSocket connection of an Application Load Balancer',
    value: '4000',
    unit: 'seconds',
    appliesTo: ['alb-websocket'],
    adjustable: 'setting',
    note: '60 seconds unless set; nothing limits how long a connection lives',
    sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html'],
  },
] as const satisfies readonly Quota[];
