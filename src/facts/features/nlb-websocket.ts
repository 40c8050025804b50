import { BY_SERVERS, BY_SERVERS_PAGES } from './by-servers.ts';
import { PAGES } from './pages.ts';
import type { FeaturePages } from './sources.ts';
import type { FeatureId } from '../../workload/features.ts';
import type { Setup } from '../setup.ts';
import { native, no, via, type Support } from '../support.ts';

const servers = (caveat: string) => via('code in your servers', caveat);
const ENDS_TLS = 'TLS passes through the load balancer and ends at them';

/** What a Network Load Balancer with a TCP listener has for WebSocket connections: it reads nothing of what it passes on. */
export const NLB_WEBSOCKET = {
  ...BY_SERVERS,
  'custom-domain': native('a DNS record; your servers hold the certificate'),
  'custom-domain-wildcard': native('a wildcard record; your servers hold the certificate'),
  'multi-level-api-mapping': servers('it reads no paths'),
  'routing-rules': servers('it reads no hosts, paths or headers'),
  'disable-default-endpoint': servers('they refuse other host names; its own name still resolves'),
  'tls-1-3': servers(ENDS_TLS),
  'tls-policy-choice': servers(ENDS_TLS),
  'tls-enhanced-pq-fips': servers(ENDS_TLS),
  mtls: servers(ENDS_TLS),
  'mtls-revocation': servers(ENDS_TLS),
  'backend-client-certificate': no('it presents no certificate to its targets'),
  'waf-native': no('it cannot host a web ACL'),
  'resource-policy': via('security groups on the source address', 'no AWS accounts'),
  'auth-cognito-native': servers('they check the handshake'),
  'auth-jwt': servers('they check the handshake'),
  'auth-scopes-per-route': servers('they check the handshake'),
  'auth-several-per-route': servers('they accept each kind'),
  canary: servers('some of the targets run the new version'),
  'transform-params': servers('it changes nothing'),
  'metric-count': servers('it counts connections, and no messages'),
  'metric-4xx': servers('it reads no answers'),
  'metric-5xx': servers('it reads no answers'),
  'metric-latency': no('it measures none'),
  'metric-integration-latency': servers('it measures none'),
  'metrics-detailed': native('by zone'),
  'access-logs-cw': no('it logs connections of TLS listeners only, to CloudWatch Logs too since 2025-11-19'),
  'access-logs-firehose': no('it logs connections of TLS listeners only, to Data Firehose too since 2025-11-19'),
  'int-vpc-nlb': native('it is that load balancer'),
  'int-vpc-alb': via('the targets of that load balancer, registered directly', 'it takes the place of the other'),
  'timeout-over-29s': native('nobody waits for an answer; the idle timeout is 350 seconds, and can be raised to 6,000'),
  'server-push': native('your servers hold the connections and send at any time'),
  'ws-connect-integration-required': native('a server answers every handshake'),
} as const satisfies Record<FeatureId, Support>;

/** The pages that settle it, feature by feature. */
export const NLB_WEBSOCKET_PAGES: FeaturePages = {
  ...BY_SERVERS_PAGES,
  'endpoint-regional': [PAGES.networkBalancer],
  'endpoint-private': [PAGES.networkBalancer],
  'custom-domain': [PAGES.balancerRecords, PAGES.networkListeners],
  'custom-domain-wildcard': [PAGES.balancerRecords, PAGES.networkListeners],
  'dualstack-ipv6': [PAGES.networkBalancer],
  'tls-1-3': [PAGES.networkListeners],
  'backend-client-certificate': [PAGES.networkTargets],
  'waf-native': [PAGES.wafResources],
  sigv4a: [PAGES.networkListeners],
  'auth-iam': [PAGES.networkListeners],
  binary: [PAGES.networkListeners],
  'metric-latency': [PAGES.networkMetrics],
  'metric-data-processed': [PAGES.networkMetrics],
  'metrics-detailed': [PAGES.networkMetrics],
  'access-logs-cw': [PAGES.networkLogs],
  'access-logs-firehose': [PAGES.networkLogs],
  'execution-logs': [PAGES.networkLogs],
  'int-lambda-proxy': [PAGES.networkTargets],
  'int-lambda-custom': [PAGES.networkTargets],
  'int-vpc-nlb': [PAGES.networkBalancer],
  'timeout-over-29s': [PAGES.networkIdle],
  'server-push': [PAGES.networkListeners],
  'ws-connect-integration-required': [PAGES.networkListeners],
};

export const NLB_WEBSOCKET_SETUP: Setup = {
  endpoint: { usual: 'internet-facing', rules: [['endpoint-private', 'internal', 'it must be reachable only from inside a VPC']] },
  integration: ['servers', 'containers or instances of yours end TLS and hold the connections'],
  authorizers: [
    ['auth-jwt', 'your servers', 'they check the token of the handshake'],
    ['mtls', 'your servers', 'TLS ends at them'],
    ['auth-lambda-request', 'your servers', 'they check the handshake'],
  ],
};
