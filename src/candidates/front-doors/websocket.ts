import { authorizer } from '../../hops/authorizer.ts';
import { connectionStore, unstatedStore } from '../../hops/connection-store.ts';
import { websocketGateway } from '../../hops/websocket-gateway.ts';
import type { Workload } from '../../workload/schema.ts';
import type { FrontDoorParts, Lack } from '../candidate.ts';
import { backend, delivered, logs, observed } from '../parts.ts';

/** A WebSocket API: carries the part of a workload that stays connected. */
export const websocketParts: FrontDoorParts = {
  applies: () => true,
  hops: (workload) => [
    ...logs(workload),
    websocketGateway,
    ...observed(workload, 'websocket'),
    authorizer(workload.auth ?? {}),
    workload.realtime?.connectionStore ? connectionStore(workload.realtime.connectionStore, workload.realtime.fanOut) : unstatedStore,
    ...backend(reachable(workload), { traced: 'by the backend' }),
  ],
  lacks: (workload) => [...noAlb(workload), ...noDelivery(workload)],
};

/** A WebSocket API has VPC links of version 1 only, which end at an NLB. */
const behindAlb = ({ backend: stated }: Workload): boolean => stated?.vpc?.balancer === 'alb';

const reachable = (workload: Workload): Workload => (behindAlb(workload) ? { ...workload, backend: {} } : workload);

function noDelivery({ observability }: Workload): readonly Lack[] {
  if (!delivered(observability)) return [];
  return [{ what: 'execution logs by a log delivery', because: 'a WebSocket API has standard logging only' }];
}

function noAlb(workload: Workload): readonly Lack[] {
  if (!behindAlb(workload)) return [];
  return [{ what: 'a VPC link to an ALB', because: 'a WebSocket API reaches a VPC by an NLB only' }];
}
