import { accessLogs } from '../hops/access-logs.ts';
import { authorizer } from '../hops/authorizer.ts';
import { cloudfront } from '../hops/cloudfront.ts';
import { detailedMetrics } from '../hops/detailed-metrics.ts';
import { executionLogs } from '../hops/execution-logs.ts';
import { functionNetwork } from '../hops/function-network.ts';
import { gatewayCache } from '../hops/gateway-cache.ts';
import { preflight, throttle, validation } from '../hops/gateway-checks.ts';
import type { Hop } from '../hops/hop.ts';
import { httpGateway } from '../hops/http-gateway.ts';
import { lambdaBackend } from '../hops/lambda-backend.ts';
import { lambdaStreaming } from '../hops/lambda-streaming.ts';
import { portal } from '../hops/portal.ts';
import { restGateway } from '../hops/rest-gateway.ts';
import { servers } from '../hops/servers.ts';
import { serviceBackend } from '../hops/service-backend.ts';
import { vpcLink } from '../hops/vpc-link.ts';
import { waf } from '../hops/waf.ts';
import { xray } from '../hops/xray.ts';
import { ONE, type Decimal } from '../money/decimal.ts';
import type { PlanId } from '../workload/edge-fields.ts';
import type { Workload } from '../workload/schema.ts';
import { stageCache } from '../workload/stage-cache.ts';
import { statesServers } from '../workload/servers.ts';
import { responsesStream } from '../workload/streaming.ts';
import { requirementsOf } from '../workload/requirements.ts';
import type { Home, Lack } from './candidate.ts';

/** Hops that only exist when the workload says so. */
export const logs = ({ observability }: Workload, of?: Parameters<typeof accessLogs>[1]): readonly Hop[] =>
  observability?.accessLogs ? [accessLogs(observability.accessLogs, of)] : [];

/** What answers the requests, and the traces that it starts where nothing in front of it does. */
export const backend = (
  workload: Workload,
  { traced, streams }: { readonly traced: 'by the gateway' | 'by the backend'; readonly streams?: true },
): readonly Hop[] => {
  const { backend: stated, observability } = workload;
  return [
    ...(observability?.xray && traced === 'by the backend' ? [xray(observability.xray, 'the backend')] : []),
    ...(stated?.lambda ? [lambdaBackend(stated.lambda)] : []),
    ...(stated?.lambda?.vpc ? [functionNetwork(stated.lambda.vpc)] : []),
    ...(stated?.lambda && streams && responsesStream(workload) !== 'no' ? [lambdaStreaming] : []),
    ...(stated?.service ? [serviceBackend(stated.service)] : []),
    ...(stated?.vpc ? [vpcLink(stated.vpc)] : []),
    ...held(workload),
  ];
};

/** Servers of one's own, where the workload states what they cost. */
export const held = (workload: Workload): readonly Hop[] => (statesServers(workload) ? [servers(workload)] : []);

/** The web ACL: as stated, or without a rule where `needs` asks for one. */
export const webAcl = (workload: Workload, host: Parameters<typeof waf>[1], plan: PlanId | null = null): readonly Hop[] =>
  hasWebAcl(workload) ? [waf(workload.waf ?? {}, host, plan)] : [];

export const hasWebAcl = (workload: Workload): boolean => requirementsOf(workload).has('waf-native');

/** Whether execution logs go by a log delivery, which only REST APIs have. */
export const delivered = (observability: Workload['observability']): boolean =>
  (observability?.executionLogs?.delivery ?? 'standard') !== 'standard';

/** Execution logs and detailed metrics of a gateway. */
export const observed = ({ observability }: Workload, kind: Parameters<typeof detailedMetrics>[1]): readonly Hop[] => [
  ...(observability?.executionLogs &&
  observability.executionLogs.level !== 'off' &&
  kind !== 'http' &&
  !(kind === 'websocket' && delivered(observability))
    ? [executionLogs(observability.executionLogs)]
    : []),
  ...(observability?.detailedMetrics ? [detailedMetrics(observability.detailedMetrics.routes, kind)] : []),
];

/** A REST API from its gateway to the door of its cache or backend. */
export const rest = (workload: Workload, kind: 'rest' | 'cached rest' = 'rest'): readonly Hop[] => [
  restGateway({ streaming: responsesStream(workload) }),
  ...observed(workload, kind),
  ...(workload.observability?.xray ? [xray(workload.observability.xray, 'the gateway')] : []),
  ...(requirementsOf(workload).has('dev-portal') ? [portal(workload.portal ?? {})] : []),
  preflight,
  authorizer(workload.auth ?? {}),
  throttle,
  validation,
];

/** A stage cache, where the workload has one. */
export const cache = (workload: Workload): readonly Hop[] => {
  const stage = stageCache(workload);
  return stage ? [gatewayCache(stage)] : [];
};

/** What answers a REST API: it traces and streams itself. */
export const restBackend = (workload: Workload): readonly Hop[] => backend(workload, { traced: 'by the gateway', streams: true });

/** An HTTP API likewise; it validates nothing, and leaves traces to its backend. */
export const http = (workload: Workload): readonly Hop[] => [
  httpGateway,
  ...observed(workload, 'http'),
  preflight,
  authorizer(workload.auth ?? {}),
  throttle,
  ...backend(workload, { traced: 'by the backend' }),
];

export const edge = ({ edge: stated }: Workload, home: Home, plan: PlanId | null): Hop =>
  cloudfront({ hitRatio: stated?.hitRatio ?? null, plan, geography: geographyShares(stated?.geography), home });

function geographyShares(stated: NonNullable<Workload['edge']>['geography']): Readonly<Record<string, Decimal>> | null {
  if (stated === undefined) return null;
  return typeof stated === 'string' ? { [stated]: ONE } : (stated as Record<string, Decimal>);
}

/** Whether clients reach it only from inside a VPC. */
export const vpcOnly = (workload: Workload): boolean => requirementsOf(workload).has('endpoint-private');

/** What a candidate lacks that only a VPC reaches, where the workload states a distribution. */
export const noDistribution = ({ edge }: Workload): readonly Lack[] =>
  edge === undefined
    ? []
    : [{ what: 'the distribution that edge states', because: 'a distribution is public, and only a VPC may reach the API' }];

/** What a candidate lacks that faces the internet, where only a VPC may reach the API. */
export const facesInternet = (workload: Workload): readonly Lack[] =>
  vpcOnly(workload) ? [{ what: 'a private endpoint', because: 'it faces the internet' }] : [];

/** What only a REST API writes and publishes. */
export const restOnly = ({ observability, portal: stated }: Workload): readonly Lack[] => [
  ...(observability?.executionLogs && observability.executionLogs.level !== 'off'
    ? [{ what: 'execution logs', because: 'only REST and WebSocket APIs write them' }]
    : []),
  ...(stated ? [{ what: 'a portal', because: 'portals publish REST APIs only' }] : []),
];

export const noWebAcl = (workload: Workload, because: string): readonly Lack[] =>
  hasWebAcl(workload) ? [{ what: 'AWS WAF', because }] : [];
