import { albWebsocket } from '../../hops/alb-websocket.ts';
import { egress } from '../../hops/egress.ts';
import { balancerOf, behindAnother, exposed, internal, noLogs } from '../balancers.ts';
import type { FrontDoorParts } from '../candidate.ts';
import { backend, held, restOnly, webAcl } from '../parts.ts';

/** An Application Load Balancer before servers of one's own, which hold the connections: no function takes their place. */
export const albWebsocketParts: FrontDoorParts = {
  applies: () => true,
  entrance: (workload) => (internal(workload) ? [] : [egress]),
  hops: (workload) => [
    // Beside requests, the web ACL is theirs.
    ...(workload.traffic ? [] : webAcl(workload, 'alb')),
    albWebsocket(balancerOf(workload)),
    ...backend({ ...workload, backend: { service: workload.backend?.service } }, { traced: 'by the backend' }),
    ...held(workload),
  ],
  lacks: (workload) => [...behindAnother(workload, 'alb'), ...noLogs(workload), ...restOnly(workload), ...exposed(workload)],
};
