import { PAGES } from '../features/pages.ts';
import { via } from '../support.ts';
import type { Exclusion } from './exclusion.ts';

/**
 * What reads or shapes a whole response, where all responses stream. Where only some must, methods differ: one streams, another
 * is cached or shaped.
 */
const STREAMED = { on: ['rest'], beside: [], given: 'streams', page: PAGES.streaming } as const;

const WHOLE = 'a Lambda target answers whole, with 1 MB at most';

export const STREAMING: readonly Exclusion[] = [
  {
    ...STREAMED,
    id: 'streaming-cache',
    where: 'itself',
    lost: ['response-cache', 'cache-encryption', 'cache-client-invalidation', 'metric-cache'],
    says: 'traffic.streaming is yes, and a stage cache keeps no streamed response',
    becomes: 'no',
  },
  {
    ...STREAMED,
    id: 'streaming-templates',
    lost: ['transform-body-vtl', 'transform-status'],
    says: 'traffic.streaming is yes, and nothing shapes a streamed response',
    becomes: 'no',
  },
  {
    ...STREAMED,
    id: 'streaming-compression',
    where: 'itself',
    lost: ['compression'],
    says: 'a REST API compresses no streamed response',
    becomes: via('compression in the backend or CloudFront', 'a REST API compresses no streamed response; its backend can'),
  },
  {
    ...STREAMED,
    id: 'streaming-integrations',
    lost: ['int-lambda-custom', 'int-lambda-async', 'int-http-custom'],
    says: 'traffic.streaming is yes, and only proxy integrations stream',
    becomes: 'no',
  },
  {
    id: 'lambda-target-streaming',
    on: ['alb'],
    lost: ['response-streaming', 'sse', 'response-over-10mb'],
    beside: [],
    given: 'function',
    says: WHOLE,
    becomes: 'no',
    page: PAGES.balancerLambda,
  },
  {
    id: 'lambda-target-connections',
    on: ['alb'],
    lost: ['server-push'],
    beside: [],
    given: 'function',
    says: 'a Lambda target takes no WebSocket connections',
    becomes: 'no',
    page: PAGES.balancerLambda,
  },
  {
    id: 'lambda-target-grpc',
    on: ['alb'],
    lost: ['grpc'],
    beside: [],
    given: 'function',
    says: 'targets for gRPC are instances and addresses, not functions',
    becomes: 'no',
    page: PAGES.balancerTargets,
  },
  {
    id: 'function-in-vpc-streaming',
    on: ['function-url'],
    lost: ['response-streaming', 'sse', 'response-over-10mb'],
    beside: ['int-vpc-nlb', 'int-vpc-alb', 'int-vpc-cloudmap'],
    given: 'function',
    says: 'a function in a VPC does not stream over its URL',
    becomes: 'no',
    page: PAGES.functionStreaming,
  },
];
