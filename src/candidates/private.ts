import { privateEndpoint } from '../hops/private-endpoint.ts';
import type { Workload } from '../workload/schema.ts';
import { stageCache } from '../workload/stage-cache.ts';
import type { Candidate } from './candidate.ts';
import { cache, logs, requests, rest, restBackend, vpcOnly, webAcl } from './parts.ts';

const endpoint = (workload: Workload) => [
  privateEndpoint(workload.privateEndpoint ?? {}),
  ...logs(workload),
  ...webAcl(workload, 'gateway'),
];

/** What a private API lacks: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html */
const breaks: Candidate['breaks'] = () => ({
  mtls: 'a private API takes no client certificates',
  'http2-clients': 'a private API speaks HTTP/1.1',
  'tls-1-3': 'a private API stays on TLS 1.2',
  'custom-domain-wildcard': 'not for private domains',
});

/** A private REST API, which clients reach through a VPC endpoint. */
export const restPrivate: Candidate = {
  id: 'rest-private',
  title: 'Private REST API',
  carries: 'requests',
  frontDoor: 'rest',
  supplies: { 'endpoint-private': 'by its VPC endpoint' },
  breaks,
  applies: (workload) => requests(workload) && vpcOnly(workload),
  hops: (workload) => [...endpoint(workload), ...rest(workload), ...restBackend(workload)],
  lacks: () => [],
};

/** The same with a stage cache of the stated size. */
export const restPrivateWithCache: Candidate = {
  id: 'rest-private+cache',
  title: 'Private REST API with cache',
  carries: 'requests',
  frontDoor: 'rest',
  supplies: { 'endpoint-private': 'by its VPC endpoint', 'response-cache': 'by the cache of the stage' },
  breaks,
  applies: (workload) => requests(workload) && vpcOnly(workload) && stageCache(workload) !== null,
  hops: (workload) => [...endpoint(workload), ...rest(workload, 'rest+cache'), ...cache(workload), ...restBackend(workload)],
  lacks: () => [],
};
