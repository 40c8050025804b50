import type { FeatureId } from '../../workload/features.ts';
import type { FrontDoor } from '../../workload/front-doors.ts';
import { FEATURE_TABLES } from './index.ts';
import { native, no, via, type Support } from '../support.ts';

/** What it says otherwise of a front door, under the id of it, and where. */
interface Statement extends Readonly<Partial<Record<FrontDoor, Support>>> {
  /** Heading of the article. */
  readonly section: string;
  /** Front doors of which the article says what is so today. */
  readonly agrees?: readonly FrontDoor[];
}

/** What the article says of a front door, and whether it is so today. */
export interface ArticleSupport {
  readonly support: Support;
  readonly said: 'differs' | 'agrees' | 'silent';
  readonly section?: string;
}

const REST_ONLY = no('REST APIs only');

const BALANCER = 'Application Load Balancer';

/** Features that the article speaks of, by the section that does; of all others it is silent. */
const ARTICLE: Readonly<Partial<Record<FeatureId, Statement | readonly Statement[]>>> = {
  'endpoint-edge-optimized': { section: 'Endpoint Types', agrees: ['rest', 'http', 'websocket'] },
  'endpoint-regional': { section: 'Endpoint Types', agrees: ['rest', 'http', 'websocket'] },
  'endpoint-private': { section: 'Endpoint Types', agrees: ['rest', 'http', 'websocket'] },
  'custom-domain': { section: 'The Three API Gateway Types', agrees: ['rest', 'http', 'websocket'] },
  'http2-clients': { section: 'When to Use HTTP API', agrees: ['http'], rest: no('HTTP/1.1 only') },
  mtls: [
    { section: 'Mutual TLS (mTLS)', agrees: ['rest', 'http', 'websocket'] },
    { section: BALANCER, alb: no('it authenticates by Cognito and OIDC') },
  ],
  'mtls-revocation': {
    section: 'Mutual TLS (mTLS)',
    rest: native('revocation lists (CRL) beside the truststore in S3'),
    http: native('revocation lists (CRL) beside the truststore in S3'),
  },
  'waf-native': [
    { section: 'WAF', agrees: ['rest', 'http', 'websocket'] },
    { section: BALANCER, agrees: ['alb'] },
  ],
  'resource-policy': { section: 'When to Use REST API', agrees: ['rest', 'http', 'websocket'] },
  'auth-iam': [
    { section: 'IAM Authorization', agrees: ['rest'] },
    { section: BALANCER, http: no('JWT and Lambda authorizers only'), agrees: ['alb'] },
  ],
  'auth-cognito-native': [
    { section: 'Amazon Cognito Authorizers', agrees: ['rest', 'http'] },
    { section: 'The Three API Gateway Types', agrees: ['websocket'] },
    { section: BALANCER, agrees: ['alb'] },
  ],
  'auth-jwt': [
    { section: 'When to Use HTTP API', agrees: ['rest', 'http'] },
    { section: BALANCER, alb: no('it authenticates by Cognito and OIDC') },
  ],
  'auth-lambda-token': { section: 'Lambda Authorizers', agrees: ['rest', 'http', 'websocket'] },
  'auth-lambda-request': { section: 'Lambda Authorizers', agrees: ['rest', 'http', 'websocket'] },
  'auth-lambda-payload-formats': { section: 'The Three API Gateway Types', http: no('format 2.0 only') },
  'authorizer-cache': { section: 'Lambda Authorizers', agrees: ['rest', 'http'] },
  'api-keys': { section: 'API Keys and Usage Plans', agrees: ['rest', 'http'], websocket: REST_ONLY },
  'usage-plans': { section: 'API Keys and Usage Plans', agrees: ['rest', 'http'], websocket: REST_ONLY },
  'per-client-rate': { section: 'Stage-Level and Method-Level Throttling', agrees: ['rest', 'http'], websocket: REST_ONLY },
  'per-client-quota': { section: 'API Keys and Usage Plans', agrees: ['rest', 'http'], websocket: REST_ONLY },
  'throttle-account': [
    { section: 'Account-Level Limits', agrees: ['rest', 'http', 'websocket'] },
    { section: BALANCER, agrees: ['alb'] },
  ],
  'throttle-stage': [
    {
      section: 'Stage-Level and Method-Level Throttling',
      agrees: ['rest'],
      http: no('the limit of the account is the only one'),
      websocket: REST_ONLY,
    },
    { section: BALANCER, agrees: ['alb'] },
  ],
  'throttle-route-or-method': [
    {
      section: 'Stage-Level and Method-Level Throttling',
      agrees: ['rest'],
      http: no('the limit of the account is the only one'),
      websocket: REST_ONLY,
    },
    { section: BALANCER, agrees: ['alb'] },
  ],
  cors: { section: 'When to Use HTTP API', agrees: ['rest', 'http'] },
  'response-cache': [
    { section: 'Caching', agrees: ['rest', 'http', 'websocket'] },
    { section: BALANCER, agrees: ['alb'] },
  ],
  'cache-encryption': { section: 'Cache Configuration', agrees: ['rest'] },
  'cache-client-invalidation': { section: 'Cache Configuration', rest: native('off unless switched on; needs a permission of IAM') },
  'cache-default-key': { section: 'Cache Key Design', rest: native('method, path and query strings, unless you choose otherwise') },
  'deploy-explicit': { section: 'Deployment Gotchas', agrees: ['rest', 'http'] },
  'deploy-auto': { section: 'When to Use HTTP API', agrees: ['rest', 'http'] },
  'default-route': { section: 'Connection Management', agrees: ['websocket'] },
  canary: { section: 'When to Use REST API', agrees: ['rest', 'http', 'websocket'] },
  'stage-variables': [
    { section: 'Mapping Templates (VTL)', agrees: ['rest'] },
    { section: 'HTTP API Parameter Mapping', agrees: ['http'] },
  ],
  'validate-body': { section: 'Request Validation', agrees: ['rest', 'http'], websocket: REST_ONLY },
  'validate-params': { section: 'Request Validation', agrees: ['rest', 'http'], websocket: REST_ONLY },
  'transform-body-vtl': [
    { section: 'The Three API Gateway Types', agrees: ['rest', 'http', 'websocket'] },
    { section: BALANCER, agrees: ['alb'] },
  ],
  'transform-params': [
    { section: 'HTTP API Parameter Mapping', agrees: ['rest', 'http', 'websocket'] },
    { section: BALANCER, alb: no('it transforms no requests') },
  ],
  'metric-count': { section: 'CloudWatch Metrics', agrees: ['rest', 'http'], websocket: native('named Count') },
  'metric-4xx': { section: 'CloudWatch Metrics', agrees: ['rest'], http: native('named 4XXError'), websocket: native('named 4XXError') },
  'metric-5xx': { section: 'CloudWatch Metrics', agrees: ['rest'], http: native('named 5XXError'), websocket: native('named 5XXError') },
  'metric-latency': { section: 'CloudWatch Metrics', agrees: ['rest', 'http'], websocket: native('named Latency') },
  'metric-integration-latency': { section: 'CloudWatch Metrics', agrees: ['rest', 'http', 'websocket'] },
  'metric-cache': { section: 'CloudWatch Metrics', agrees: ['rest', 'http', 'websocket'] },
  'metric-connect-message': { section: 'CloudWatch Metrics', agrees: ['rest', 'http', 'websocket'] },
  'metric-disconnect': { section: 'CloudWatch Metrics', agrees: ['rest', 'http'], websocket: native('named DisconnectCount') },
  'access-logs-cw': { section: 'Access Logging', agrees: ['rest', 'http', 'websocket'] },
  'execution-logs': { section: 'Execution Logging', agrees: ['rest', 'http'], websocket: REST_ONLY },
  xray: { section: 'X-Ray Tracing', agrees: ['rest', 'http', 'websocket'] },
  'int-lambda-proxy': [
    { section: 'Lambda Proxy Integration', agrees: ['rest', 'http'] },
    { section: 'Connection Management', agrees: ['websocket'] },
    { section: BALANCER, agrees: ['alb'] },
  ],
  'int-lambda-custom': { section: 'Lambda Proxy Integration', agrees: ['rest', 'http'] },
  'int-lambda-async': { section: 'Lambda', rest: native('non-proxy; it answers 202 at once') },
  'int-http-proxy': [
    { section: 'HTTP Proxy Integration', agrees: ['rest', 'http'] },
    { section: 'Connection Management', agrees: ['websocket'] },
    { section: BALANCER, agrees: ['alb'] },
  ],
  'int-http-custom': { section: 'HTTP Proxy Integration', agrees: ['rest', 'http'] },
  'int-mock': { section: 'Mock Integration', agrees: ['rest', 'http'], websocket: REST_ONLY },
  'int-aws-any': {
    section: 'When to Use REST API',
    agrees: ['rest'],
    http: REST_ONLY,
    websocket: no('REST APIs only; but among the integrations of $connect it lists AWS services'),
  },
  'int-aws-sqs-send': { section: 'AWS Service Integrations', agrees: ['rest'], http: REST_ONLY, websocket: REST_ONLY },
  'int-aws-sqs-send-batch': { section: 'AWS Service Integrations', agrees: ['rest', 'http'], websocket: REST_ONLY },
  'int-aws-eventbridge-put': { section: 'AWS Service Integrations', agrees: ['rest'], http: REST_ONLY, websocket: REST_ONLY },
  'int-aws-kinesis-put-record': { section: 'AWS Service Integrations', agrees: ['rest'], http: REST_ONLY, websocket: REST_ONLY },
  'int-aws-kinesis-put-records': { section: 'AWS Service Integrations', agrees: ['rest', 'http'], websocket: REST_ONLY },
  'int-aws-sfn-start': { section: 'AWS Service Integrations', agrees: ['rest'], http: REST_ONLY, websocket: REST_ONLY },
  'int-aws-sfn-start-sync': { section: 'AWS Service Integrations', agrees: ['rest'], http: REST_ONLY, websocket: REST_ONLY },
  'int-aws-dynamodb': { section: 'AWS Service Integrations', agrees: ['rest', 'http'], websocket: REST_ONLY },
  'int-aws-sns-publish': { section: 'AWS Service Integrations', agrees: ['rest', 'http'], websocket: REST_ONLY },
  'int-aws-s3-get-put': { section: 'AWS Service Integrations', agrees: ['rest', 'http'], websocket: REST_ONLY },
  'int-vpc-nlb': { section: 'The Three API Gateway Types', agrees: ['rest', 'http'], websocket: no('it has no private integrations') },
  'int-vpc-alb': {
    section: 'When to Use HTTP API',
    agrees: ['http'],
    rest: via('a Network Load Balancer in front of the service', 'about $16 a month more'),
    websocket: no('it has no private integrations'),
  },
  'int-vpc-cloudmap': { section: 'When to Use HTTP API', agrees: ['rest', 'http', 'websocket'] },
  'vpclink-sharing': { section: 'Integration Types', agrees: ['http'], rest: no('one VPC link for each Network Load Balancer') },
  'response-streaming': {
    section: 'The 29-Second Timeout Limit',
    rest: no('HTTP APIs only'),
    http: native('the first byte within 29 seconds, then up to 20 minutes'),
  },
  'timeout-over-29s': {
    section: 'The 29-Second Timeout Limit',
    agrees: ['websocket'],
    rest: via('an answer at once with a job id', '29 seconds is a hard limit for every type'),
    http: via('an answer at once with a job id', '29 seconds is a hard limit for every type'),
  },
  'response-over-10mb': {
    section: 'Payload Size Limits',
    agrees: ['http', 'websocket'],
    rest: via('a presigned S3 URL', 'the client fetches from a second address'),
  },
  'server-push': [
    { section: 'WebSocket APIs', agrees: ['rest', 'http', 'websocket'] },
    { section: BALANCER, agrees: ['alb'] },
  ],
  'ws-connection-mgmt': { section: 'Connection Management', agrees: ['websocket'] },
  'ws-connect-integration-required': { section: 'Connection Management', websocket: native('$connect needs an integration') },
  'ws-broadcast': { section: 'WebSocket API Architectural Considerations', agrees: ['websocket'] },
};

/** A feature as the article sees it; where it is silent, as it is today. */
export function articleSupport(type: FrontDoor, feature: FeatureId): ArticleSupport {
  const statements = [ARTICLE[feature] ?? []].flat();
  for (const statement of statements) {
    const otherwise = statement[type];
    if (otherwise) return { support: otherwise, said: 'differs', section: statement.section };
  }
  const support = FEATURE_TABLES[type][feature];
  const agreed = statements.find((one) => one.agrees?.includes(type));
  return agreed ? { support, said: 'agrees', section: agreed.section } : { support, said: 'silent' };
}
