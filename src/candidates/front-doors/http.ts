import type { FrontDoorParts } from '../candidate.ts';
import { facesInternet, http, logs, noWebAcl, restOnly } from '../parts.ts';

/** An HTTP API, which hosts no web ACL: only a distribution in front of it can. */
export const httpParts: FrontDoorParts = {
  applies: () => true,
  hops: (workload) => [...logs(workload), ...http(workload)],
  lacks: (workload, { webAcl, distribution }) => [
    ...(webAcl !== null
      ? []
      : noWebAcl(
          workload,
          distribution
            ? 'this candidate leaves it out; http+cloudfront+waf has it'
            : 'an HTTP API cannot host a web ACL; attacks reach the backend',
        )),
    ...restOnly(workload),
    ...facesInternet(workload),
  ],
};
