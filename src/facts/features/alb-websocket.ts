import { ALB } from './alb.ts';
import { BY_SERVERS, BY_SERVERS_PAGES } from './by-servers.ts';
import { PAGES } from './pages.ts';
import type { FeaturePages } from './sources.ts';
import type { FeatureId } from '../../workload/features.ts';
import type { Setup } from '../setup.ts';
import { native, no, provided, unknown, via, type Support } from '../support.ts';
import { RS256_SIGNATURES } from './provisos.ts';

/**
 * What an Application Load Balancer has for WebSocket connections. A handshake is a request, to which all options of its listener
 * apply; of what follows it reads nothing.
 */
export const ALB_WEBSOCKET = {
  ...BY_SERVERS,
  'custom-domain': ALB['custom-domain'],
  'custom-domain-wildcard': ALB['custom-domain-wildcard'],
  'multi-level-api-mapping': ALB['multi-level-api-mapping'],
  'routing-rules': ALB['routing-rules'],
  'disable-default-endpoint': ALB['disable-default-endpoint'],
  'tls-1-3': ALB['tls-1-3'],
  'tls-policy-choice': ALB['tls-policy-choice'],
  'tls-enhanced-pq-fips': ALB['tls-enhanced-pq-fips'],
  mtls: ALB.mtls,
  'mtls-revocation': ALB['mtls-revocation'],
  'backend-client-certificate': ALB['backend-client-certificate'],
  'waf-native': native('it sees the handshake, not the messages'),
  'resource-policy': ALB['resource-policy'],
  'auth-cognito-native': unknown('AWS describes a sign-in of browsers, and does not say what a WebSocket handshake meets'),
  'auth-jwt': provided(
    native(
      'on the handshake only, from the Authorization header, which browsers cannot set there; at most 10 keys and 150 KB of key set',
      '2025-11-21',
    ),
    RS256_SIGNATURES,
  ),
  'auth-scopes-per-route': native('as a claim that a rule demands of the handshake; 10 claims, 10 values each', '2025-11-21'),
  'auth-several-per-route': ALB['auth-several-per-route'],
  canary: native('weighted target groups, for new connections'),
  'transform-params': native('of the handshake: host and path by regular expression; some headers renamed or set', '2025-10-15'),
  'metric-count': via('code in your servers', 'it counts handshakes, and no messages'),
  'metric-4xx': native('of handshakes, named HTTPCode_ELB_4XX_Count and HTTPCode_Target_4XX_Count'),
  'metric-5xx': native('of handshakes, named HTTPCode_ELB_5XX_Count and HTTPCode_Target_5XX_Count'),
  'metric-latency': no('it measures handshakes, and no messages'),
  'metric-integration-latency': via('code in your servers', 'it measures handshakes, and no messages'),
  'metrics-detailed': ALB['metrics-detailed'],
  'access-logs-cw': ALB['access-logs-cw'],
  'access-logs-firehose': ALB['access-logs-firehose'],
  'int-vpc-nlb': ALB['int-vpc-nlb'],
  'int-vpc-alb': ALB['int-vpc-alb'],
  'timeout-over-29s': native('nobody waits for an answer; the idle timeout is 60 seconds, and can be raised to 4,000'),
  'server-push': native('your servers hold the connections and send at any time'),
  'ws-connect-integration-required': native('a server answers every handshake'),
} as const satisfies Record<FeatureId, Support>;

/** The pages that settle it, feature by feature. */
export const ALB_WEBSOCKET_PAGES: FeaturePages = {
  ...BY_SERVERS_PAGES,
  'endpoint-regional': [PAGES.balancer],
  'endpoint-private': [PAGES.balancer],
  'custom-domain': [PAGES.balancerRecords, PAGES.balancerCertificates],
  'custom-domain-wildcard': [PAGES.balancerCertificates],
  'multi-level-api-mapping': [PAGES.balancerRules],
  'routing-rules': [PAGES.balancerRules],
  'dualstack-ipv6': [PAGES.balancer],
  'tls-1-3': [PAGES.balancerTls],
  'tls-policy-choice': [PAGES.balancerTls],
  'tls-enhanced-pq-fips': [PAGES.balancerTls],
  mtls: [PAGES.balancerMutualTls],
  'mtls-revocation': [PAGES.balancerMutualTls],
  'backend-client-certificate': [PAGES.balancerTargets],
  'auth-cognito-native': [PAGES.balancerSignIn],
  'auth-jwt': [PAGES.balancerJwt, PAGES.balancerListeners],
  'auth-scopes-per-route': [PAGES.balancerJwt],
  canary: [PAGES.balancerTargets],
  'transform-params': [PAGES.balancerHistory, PAGES.balancerHeaders],
  'metric-4xx': [PAGES.balancerMetrics],
  'metric-5xx': [PAGES.balancerMetrics],
  'metric-latency': [PAGES.balancerMetrics],
  'metric-data-processed': [PAGES.balancerMetrics],
  'metrics-detailed': [PAGES.balancerMetrics],
  'access-logs-cw': [PAGES.balancerLogs, PAGES.logDelivery],
  'access-logs-firehose': [PAGES.balancerLogs, PAGES.logDelivery],
  'execution-logs': [PAGES.balancerLogs],
  'int-vpc-alb': [PAGES.balancer],
  'timeout-over-29s': [PAGES.balancerAttributes],
  'server-push': [PAGES.balancerListeners],
  'ws-connect-integration-required': [PAGES.balancerListeners],
};

export const ALB_WEBSOCKET_SETUP: Setup = {
  endpoint: { usual: 'internet-facing', rules: [['endpoint-private', 'internal', 'it must be reachable only from inside a VPC']] },
  integration: ['servers', 'containers or instances of yours hold the connections; a Lambda target takes none'],
  authorizers: [
    ['auth-jwt', 'JWT verification', 'a listener rule checks the token of the handshake'],
    ['mtls', 'client certificates', 'the listener checks them against a trust store'],
    ['auth-lambda-request', 'your servers', 'they check the handshake'],
  ],
};
