import type { Workload } from '../workload/schema.ts';
import type { Hop } from './hop.ts';
import { loadBalancer } from './load-balancer.ts';
import { networkLoadBalancer } from './network-load-balancer.ts';

/**
 * A VPC link and the internal load balancer at its end. The link has no price of its own; the load balancer has. A link
 * of the first version (REST, WebSocket) ends at an NLB, one of the second (HTTP, and REST since November 2025) at an
 * ALB or an NLB: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-links-v2.html
 */
export function vpcLink(vpc: NonNullable<NonNullable<Workload['backend']>['vpc']>): Hop {
  const balancer =
    vpc.balancer === 'nlb'
      ? networkLoadBalancer(vpc)
      : loadBalancer({ internetFacing: false, rules: vpc.rules, sharedBy: vpc.sharedBy }, vpc.connections ?? {}, false, 'vpc-link');
  return {
    ...balancer,
    meter: (routed, at) => [...(balancer.meter?.(routed, at) ?? []), { type: 'assumed', id: 'vpc-link-free' }],
  };
}
