import { egress } from '../../hops/egress.ts';
import { loadBalancer } from '../../hops/load-balancer.ts';
import type { Workload } from '../../workload/schema.ts';
import { balancerOf, exposed, internal } from '../balancers.ts';
import type { FrontDoorParts, Lack } from '../candidate.ts';
import { backend, facesInternet, logs, noDistribution, restOnly, vpcOnly, webAcl } from '../parts.ts';

/**
 * An Application Load Balancer instead of API Gateway: no authorizer of ours, no throttling, no answer to preflights.
 * It reaches a service in the VPC by itself, without a VPC link. Where only a VPC may reach the API it is internal, and
 * then nothing goes out to the internet.
 */
export const albParts: FrontDoorParts = {
  applies: () => true,
  entrance: (workload) => (internal(workload) ? [] : [egress]),
  hops: (workload, { webAcl: host }) => [
    ...logs(workload, 'load balancer'),
    loadBalancer(balancerOf(workload), workload.traffic?.connections ?? {}, workload.backend?.lambda !== undefined),
    ...(host === 'front door' ? webAcl(workload, 'alb') : []),
    // A function must make the calls to a service.
    ...backend({ ...workload, backend: { ...workload.backend, vpc: undefined } }, { traced: 'by the backend' }),
  ],
  lacks: (workload, { distribution }) => [
    ...noAuthorizer(workload),
    ...restOnly(workload),
    ...exposed(workload),
    ...(distribution ? facesInternet(workload) : vpcOnly(workload) ? noDistribution(workload) : []),
  ],
};

function noAuthorizer({ auth }: Workload): readonly Lack[] {
  if (!auth?.lambdaAuthorizer) return [];
  return [{ what: 'the Lambda authorizer', because: 'a load balancer has none; the backend must decide' }];
}
