import type { Workload } from '../workload/schema.ts';
import { cloudMap } from './cloud-map.ts';
import type { Hop } from './hop.ts';
import { loadBalancer } from './load-balancer.ts';
import { networkLoadBalancer } from './network-load-balancer.ts';

type Vpc = NonNullable<NonNullable<Workload['backend']>['vpc']>;

/**
 * A VPC link and what is at its end. The link has no price of its own; a load balancer has. A link of the first version (REST,
 * WebSocket) ends at an NLB, one of the second (HTTP, and REST since November 2025) at an ALB or an NLB, or, of an HTTP API, at what
 * AWS Cloud Map finds: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-links-v2.html
 */
export function vpcLink(vpc: Vpc): Hop {
  const end = endOf(vpc);
  return {
    ...end,
    meter: (routed, at) => [...(end.meter?.(routed, at) ?? []), { type: 'assumed', id: 'vpc-link-free' }],
  };
}

function endOf(vpc: Vpc): Hop {
  switch (vpc.balancer) {
    case 'nlb':
      return networkLoadBalancer(vpc);
    case 'alb':
      return loadBalancer({ internetFacing: false, rules: vpc.rules, sharedBy: vpc.sharedBy }, vpc.connections ?? {}, false, 'vpc-link');
    case 'none':
      return cloudMap(vpc);
  }
}
