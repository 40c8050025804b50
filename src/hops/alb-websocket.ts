import { decimal } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import type { Hop } from './hop.ts';
import { addresses, balancerHours, capacity, openLcuHours, trustStore } from './load-balancer.ts';
import { MESSAGE_SIZES, openAssumed, openOf } from './open-connections.ts';

const FREE_RULES = decimal('10');

/**
 * An Application Load Balancer that passes WebSocket connections to servers: hours, LCUs by the binding dimension, and the
 * addresses it holds. Its rules look at each handshake once (https://aws.amazon.com/elasticloadbalancing/pricing/).
 */
export function albWebsocket(balancer: NonNullable<Workload['loadBalancer']>): Hop {
  return {
    id: 'alb-websocket',
    side: 'front-door',
    meter({ realtime }, { units: { hoursPerMonth } }) {
      if (!realtime) return [];
      const dimensions = openLcuHours({
        ...openOf(realtime),
        requests: realtime.connects,
        rules: balancer.rules ?? FREE_RULES,
        mutualTls: balancer.mutualTls ?? false,
        lambdaTarget: false,
      });
      return [
        balancerHours('alb/hours', hoursPerMonth, balancer.sharedBy),
        ...capacity('alb/lcu', dimensions, MESSAGE_SIZES),
        ...addresses(balancer, hoursPerMonth),
        ...(balancer.mutualTls ? trustStore(hoursPerMonth) : []),
        { type: 'assumed', id: 'alb-mean' },
        ...(balancer.rules === undefined ? ([{ type: 'assumed', id: 'alb-free-rules' }] as const) : []),
        ...openAssumed(realtime),
      ];
    },
  };
}
