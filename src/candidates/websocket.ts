import { authorizer } from '../hops/authorizer.ts';
import { egress } from '../hops/egress.ts';
import { websocketGateway } from '../hops/websocket-gateway.ts';
import type { Candidate } from './candidate.ts';
import { backend, logs } from './parts.ts';

/** A WebSocket API: carries the part of a workload that stays connected. */
export const websocketApi: Candidate = {
  id: 'websocket',
  title: 'WebSocket API',
  carries: 'realtime',
  frontDoor: 'websocket',
  supplies: {},
  applies: (workload) => workload.realtime !== undefined,
  hops: (workload) => [egress, ...logs(workload), websocketGateway, authorizer(workload.auth ?? {}), ...backend(workload)],
  lacks: () => [],
};
