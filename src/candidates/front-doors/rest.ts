import type { FrontDoorParts } from '../candidate.ts';
import { cache, facesInternet, logs, noDistribution, rest, restBackend, webAcl } from '../parts.ts';

/** A REST API: Regional, private behind a VPC endpoint, with a stage cache, or behind a distribution. */
export const restParts: FrontDoorParts = {
  applies: () => true,
  hops: (workload, { webAcl: host, stageCache }) => [
    ...logs(workload),
    ...(host === 'front door' ? webAcl(workload, 'gateway') : []),
    ...rest(workload, stageCache ? 'cached rest' : 'rest'),
    ...(stageCache ? cache(workload) : []),
    ...restBackend(workload),
  ],
  lacks: (workload, { endpoint }) => (endpoint === 'private' ? noDistribution(workload) : facesInternet(workload)),
};
