import { egress } from '../../hops/egress.ts';
import { loadBalancer } from '../../hops/load-balancer.ts';
import { requirementsOf } from '../../workload/requirements.ts';
import type { Workload } from '../../workload/schema.ts';
import { balancerOf, exposed, internal } from '../balancers.ts';
import type { FrontDoorParts, Lack, Notes } from '../candidate.ts';
import { backend, logs, restOnly, webAcl } from '../parts.ts';

/**
 * An Application Load Balancer instead of API Gateway: no authorizer of ours, no throttling, no answer to preflights.
 * It reaches a service in the VPC by itself, without a VPC link. Where only a VPC may reach the API it is internal, and
 * then nothing goes out to the internet.
 */
export const albParts: FrontDoorParts = {
  applies: () => true,
  entrance: (workload) => (internal(workload) ? [] : [egress]),
  breaks: byLambdaTarget,
  hops: (workload) => [
    ...logs(workload, 'load balancer'),
    loadBalancer(balancerOf(workload), workload.traffic?.connections ?? {}, workload.backend?.lambda !== undefined),
    ...webAcl(workload, 'alb'),
    // A function must make the calls to a service.
    ...backend(
      { ...workload, backend: { lambda: workload.backend?.lambda, service: workload.backend?.service } },
      { traced: 'by the backend' },
    ),
  ],
  lacks: (workload) => [...noAuthorizer(workload), ...restOnly(workload), ...exposed(workload)],
};

/** A Lambda target gets a whole request and gives a whole answer: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html */
function byLambdaTarget(workload: Workload): Notes {
  if (!workload.backend?.lambda && !requirementsOf(workload).has('int-lambda-proxy')) return {};
  const whole = 'a Lambda target answers whole, with 1 MB at most';
  return {
    'response-streaming': whole,
    sse: whole,
    'response-over-10mb': whole,
    'server-push': 'a Lambda target takes no WebSocket connections',
  };
}

function noAuthorizer({ auth }: Workload): readonly Lack[] {
  if (!auth?.lambdaAuthorizer) return [];
  return [{ what: 'the Lambda authorizer', because: 'a load balancer has none; the backend must decide' }];
}
