import { webFunction } from '../../hops/web-function.ts';
import { requirementsOf } from '../../workload/requirements.ts';
import type { FrontDoorParts } from '../candidate.ts';
import { facesInternet, noWebAcl, restOnly } from '../parts.ts';

/** A Lambda Web Function in place of a function behind an API, where that may be an HTTP server in Node.js. */
export const webFunctionParts: FrontDoorParts = {
  applies: ({ backend }) => backend?.lambda?.nodeServer === true,
  hops: (workload) => [webFunction({ checks: requirementsOf(workload).has('auth-iam') ? 'iam' : 'nothing' })],
  lacks: (workload, { webAcl }) => [
    ...(webAcl === null ? noWebAcl(workload, 'a Web Function cannot host a web ACL; attacks reach the server') : []),
    ...(workload.auth?.lambdaAuthorizer
      ? [{ what: 'the Lambda authorizer', because: 'a Web Function has none; its server must decide' }]
      : []),
    ...(workload.observability?.accessLogs ? [{ what: 'access logs', because: 'a Web Function writes none; its server must' }] : []),
    ...restOnly(workload),
    ...facesInternet(workload),
  ],
};
