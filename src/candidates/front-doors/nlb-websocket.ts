import { egress } from '../../hops/egress.ts';
import { nlbWebsocket } from '../../hops/nlb-websocket.ts';
import { balancerOf, behindAnother, exposed, internal, noLogs } from '../balancers.ts';
import type { FrontDoorParts } from '../candidate.ts';
import { backend, held, noWebAcl, restOnly } from '../parts.ts';

/** A Network Load Balancer before servers of one's own, which end TLS, speak WebSocket and hold the connections. */
export const nlbWebsocketParts: FrontDoorParts = {
  applies: () => true,
  entrance: (workload) => (internal(workload) ? [] : [egress]),
  hops: (workload) => [
    nlbWebsocket(balancerOf(workload)),
    ...backend({ ...workload, backend: { service: workload.backend?.service } }, { traced: 'by the backend' }),
    ...held(workload),
  ],
  lacks: (workload) => [
    ...(workload.traffic ? [] : noWebAcl(workload, 'a Network Load Balancer cannot host a web ACL')),
    ...behindAnother(workload, 'nlb'),
    ...noLogs(workload),
    ...restOnly(workload),
    ...exposed(workload),
  ],
};
