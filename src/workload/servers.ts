import { FRONT_DOORS, type FrontDoor } from './front-doors.ts';
import { requirementsOf } from './requirements.ts';
import type { Workload } from './schema.ts';

/** Whether it states what servers of one's own cost. */
export function statesServers({ backend }: Workload): boolean {
  return backend?.monthly !== undefined || backend?.fargate !== undefined;
}

/**
 * The workload as a front door serves it. Where it states a function and servers too, the servers stand behind a load
 * balancer, and the function answers everywhere else; beside connections they are those that hold them.
 */
export function servedBehind(frontDoor: FrontDoor, workload: Workload): Workload {
  const { backend, realtime } = workload;
  // What is nothing without servers has them, and no function.
  if (backend?.lambda === undefined || !statesServers(workload) || FRONT_DOORS[frontDoor].beside !== null) return workload;
  const { lambda: _lambda, passThrough: _passThrough, ...servers } = backend;
  const { monthly: _monthly, fargate: _fargate, ...own } = backend;
  const byServers = frontDoor === 'alb' && realtime === undefined && !requirementsOf(workload).has('int-lambda-proxy');
  return { ...workload, backend: byServers ? servers : own };
}

/** Whether the servers that hold the connections answer the requests too, so that they are counted there. */
export function countedWithRequests({ traffic, backend }: Workload): boolean {
  return traffic !== undefined && backend?.lambda === undefined;
}
