import type { Workload } from '../workload/schema.ts';
import type { Hop } from './hop.ts';
import { addresses, balancerHours, capacity } from './load-balancer.ts';
import { nlcuHours } from './network-load-balancer.ts';
import { MESSAGE_SIZES, openAssumed, openOf } from './open-connections.ts';

/**
 * A Network Load Balancer that passes TCP connections to servers, which end TLS and speak WebSocket: hours, NLCUs of TCP by the
 * binding dimension, and the addresses it holds (https://aws.amazon.com/elasticloadbalancing/pricing/).
 */
export function nlbWebsocket(balancer: NonNullable<Workload['loadBalancer']>): Hop {
  return {
    id: 'nlb-websocket',
    side: 'front-door',
    meter({ realtime }, { units: { hoursPerMonth } }) {
      if (!realtime) return [];
      return [
        balancerHours('nlb/hours', hoursPerMonth, balancer.sharedBy),
        ...capacity('nlb/nlcu', nlcuHours({ ...openOf(realtime), tls: false }), MESSAGE_SIZES),
        ...addresses(balancer, hoursPerMonth),
        { type: 'assumed', id: 'alb-mean' },
        { type: 'assumed', id: 'nlb-passes-tls' },
        ...openAssumed(realtime),
      ];
    },
  };
}
