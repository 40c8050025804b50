import { egress } from '../hops/egress.ts';
import { loadBalancer } from '../hops/load-balancer.ts';
import type { Workload } from '../workload/schema.ts';
import type { Candidate, Lack } from './candidate.ts';
import { backend, requests, webAcl } from './parts.ts';

/** An Application Load Balancer instead of API Gateway: no authorizer of ours, no throttling, no answer to preflights. */
export const alb: Candidate = {
  id: 'alb',
  title: 'Application Load Balancer',
  carries: 'requests',
  frontDoor: 'alb',
  supplies: {},
  breaks: byLambdaTarget,
  applies: requests,
  hops: (workload) => [
    egress,
    loadBalancer(workload.loadBalancer ?? {}, workload.traffic?.connections ?? {}, workload.backend?.lambda !== undefined),
    ...webAcl(workload, 'alb'),
    ...backend(workload),
  ],
  lacks: (workload) => [...noAuthorizer(workload), ...noLogs(workload)],
};

/** A Lambda target gets a whole request and gives a whole answer: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html */
function byLambdaTarget({ backend: stated, needs }: Workload): ReturnType<NonNullable<Candidate['breaks']>> {
  if (!stated?.lambda && needs?.['int-lambda-proxy'] !== true) return {};
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

function noLogs({ observability }: Workload): readonly Lack[] {
  if (!observability?.accessLogs) return [];
  return [{ what: 'access logs', because: 'a load balancer writes them to S3, which is not priced here' }];
}
