import { used, SILENCE } from './held.ts';
import type { Quota } from './quota.ts';

/** A Network Load Balancer before servers that hold connections. */
export const NLB_WEBSOCKET_QUOTAS = [
  {
    id: 'nlb-websocket-idle',
    held: used(SILENCE, 'rule websocket-idle'),
    measured: 'silence of a connection in seconds',
    name: 'Silence on a TCP connection of a Network Load Balancer',
    value: '6000',
    unit: 'seconds',
    appliesTo: ['nlb-websocket'],
    adjustable: 'setting',
    note: '350 seconds unless set; a TLS listener always has 350',
    sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html'],
  },
] as const satisfies readonly Quota[];
