import type { Composition } from './composition.ts';

/** What is true of one type wherever it is spoken of; its features and quotas stand in their own tables. */
interface FrontDoorFacts {
  readonly title: string;
  readonly article: 'a' | 'an';
  /** In a narrow column. */
  readonly short: string;
  readonly plural: string;
  readonly family: 'API Gateway' | 'load balancer' | 'function' | 'web function';
  readonly carries: 'requests' | 'realtime';
  /**
   * The quota on how much of a body a web ACL on it sees; null where it can host none:
   * https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html
   */
  readonly webAclSees: 'waf-body' | 'waf-body-alb' | null;
  /** Whether it can send a response on while the backend still writes it. */
  readonly streams: boolean;
  /** How skus begin that it bills for what it carries; null where it costs nothing by itself. Caches and portals are billed apart. */
  readonly billedAs: string | null;
  /** What ends requests at itself; null where parts of it do, an authorizer or a throttle, or nothing. */
  readonly refusesBy: string | null;
  /** Its metrics in the namespace AWS/ApiGateway; null where alarms on it watch another namespace, which is not judged. */
  readonly metrics: readonly string[] | null;
  /** Null where limits of API Gateway throttle; else that nothing does, and what could. */
  readonly throttlesNothing: string | null;
  /** What no feature of a workload may ask for, and everybody expects of an API. */
  readonly without: string | null;
  /** No rate of it was found in any Region: it is compared, and never picked. */
  readonly unrated?: true;
  /** What it is nothing without, whatever is asked of it, and nobody can price from a workload. */
  readonly beside: 'servers that hold the connections' | null;
}

const API_GATEWAY = {
  family: 'API Gateway',
  refusesBy: null,
  throttlesNothing: null,
  without: null,
  beside: null,
} as const;

/** A load balancer before servers of one's own, which hold the connections, and push and throttle themselves. */
const BALANCER = {
  family: 'load balancer',
  carries: 'realtime',
  streams: false,
  refusesBy: null,
  metrics: null,
  throttlesNothing: 'A load balancer throttles nothing; the servers behind it could.',
  beside: 'servers that hold the connections',
} as const;

/** What clients of an API ultimately talk to, whose features and quotas apply: one record each. */
const RECORDS = {
  rest: {
    ...API_GATEWAY,
    title: 'REST API',
    article: 'a',
    short: 'REST',
    billedAs: 'apigateway/rest-',
    plural: 'REST APIs',
    carries: 'requests',
    webAclSees: 'waf-body',
    streams: true,
    metrics: ['Count', 'Latency', 'IntegrationLatency', '4XXError', '5XXError', 'CacheHitCount', 'CacheMissCount'],
  },
  http: {
    ...API_GATEWAY,
    title: 'HTTP API',
    article: 'an',
    short: 'HTTP',
    billedAs: 'apigateway/http-',
    plural: 'HTTP APIs',
    carries: 'requests',
    webAclSees: null,
    streams: false,
    metrics: ['Count', 'Latency', 'IntegrationLatency', '4xx', '5xx', 'DataProcessed'],
  },
  websocket: {
    ...API_GATEWAY,
    title: 'WebSocket API',
    article: 'a',
    short: 'WebSocket',
    billedAs: 'apigateway/websocket-',
    plural: 'WebSocket APIs',
    carries: 'realtime',
    webAclSees: null,
    streams: false,
    metrics: ['ConnectCount', 'MessageCount', 'IntegrationError', 'ClientError', 'ExecutionError', 'IntegrationLatency'],
  },
  alb: {
    title: 'Application Load Balancer',
    article: 'an',
    short: 'ALB',
    plural: 'load balancers',
    family: 'load balancer',
    carries: 'requests',
    webAclSees: 'waf-body-alb',
    streams: false,
    billedAs: 'alb/',
    refusesBy: null,
    metrics: null,
    throttlesNothing: 'A load balancer throttles nothing; a rate-based rule of a web ACL could.',
    without: 'it has no throttling, stages or API keys',
    beside: null,
  },
  'function-url': {
    title: 'Lambda function URL',
    article: 'a',
    short: 'function URL',
    plural: 'function URLs',
    family: 'function',
    carries: 'requests',
    webAclSees: null,
    streams: true,
    billedAs: null,
    refusesBy: 'IAM',
    metrics: null,
    throttlesNothing:
      'A function URL throttles nothing by itself. Reserved concurrency of its function does: ten requests a second for each unit of it.',
    without: 'it has no throttling but reserved concurrency, no routes, stages or API keys',
    beside: null,
  },
  'web-function': {
    title: 'Lambda Web Function',
    article: 'a',
    short: 'Web Function',
    plural: 'Lambda Web Functions',
    family: 'web function',
    carries: 'requests',
    webAclSees: null,
    streams: true,
    billedAs: 'lambda-web/',
    refusesBy: 'IAM',
    metrics: null,
    throttlesNothing:
      'A Web Function has a rate limit for each of its endpoints, and for all endpoints of the account in a Region together.',
    without: 'it has no routes, stages, authorizers or API keys',
    unrated: true,
    beside: null,
  },
  'alb-websocket': {
    ...BALANCER,
    title: 'Application Load Balancer for connections',
    article: 'an',
    short: 'ALB, WebSocket',
    plural: 'Application Load Balancers for connections',
    webAclSees: 'waf-body-alb',
    billedAs: 'alb/',
    without: 'you run the servers that hold the connections and push',
  },
  'nlb-websocket': {
    ...BALANCER,
    title: 'Network Load Balancer for connections',
    article: 'a',
    short: 'NLB, WebSocket',
    plural: 'Network Load Balancers for connections',
    webAclSees: null,
    billedAs: 'nlb/',
    without: 'you run the servers that hold the connections, push and end TLS',
  },
} as const satisfies Record<string, FrontDoorFacts>;

export type FrontDoor = keyof typeof RECORDS;
export const FRONT_DOORS: Readonly<Record<FrontDoor, FrontDoorFacts>> = RECORDS;
export const FRONT_DOOR_IDS = Object.keys(RECORDS) as readonly FrontDoor[];

/** The API types of API Gateway. */
export type Gateway = { [K in FrontDoor]: (typeof RECORDS)[K]['family'] extends 'API Gateway' ? K : never }[FrontDoor];

/** Whether it is an API of API Gateway, with its limits and authorizers, and not what may take its place. */
export function isGateway(frontDoor: FrontDoor): frontDoor is Gateway {
  return FRONT_DOORS[frontDoor].family === 'API Gateway';
}

/** Those of API Gateway; those that answer requests, whatever family they are of. */
export const GATEWAYS = FRONT_DOOR_IDS.filter(isGateway);
export const CARRYING_REQUESTS = FRONT_DOOR_IDS.filter((id) => FRONT_DOORS[id].carries === 'requests');

const PLAIN = { endpoint: 'public', distribution: null, webAcl: null, stageCache: false } as const;
const REST = { ...PLAIN, frontDoor: 'rest', webAcl: 'front door' } as const;
const HTTP = { ...PLAIN, frontDoor: 'http' } as const;
const URL = { ...PLAIN, frontDoor: 'function-url' } as const;
const WEB = { ...PLAIN, frontDoor: 'web-function' } as const;
const CLOUDFRONT = { distribution: { plan: 'as stated' } } as const;
const CLOUDFRONT_AND_WAF = { ...CLOUDFRONT, webAcl: 'distribution' } as const;

/** Every composition that is compared, in the order in which data lists them. */
export const COMPOSITIONS: readonly Composition[] = [
  REST,
  HTTP,
  { ...PLAIN, frontDoor: 'websocket' },
  { ...PLAIN, frontDoor: 'alb', webAcl: 'front door' },
  { ...REST, stageCache: true },
  { ...REST, ...CLOUDFRONT_AND_WAF },
  { ...REST, endpoint: 'private' },
  { ...REST, endpoint: 'private', stageCache: true },
  { ...HTTP, ...CLOUDFRONT },
  { ...HTTP, ...CLOUDFRONT_AND_WAF },
  URL,
  { ...URL, ...CLOUDFRONT_AND_WAF },
  WEB,
  { ...PLAIN, frontDoor: 'alb-websocket', webAcl: 'front door' },
  { ...PLAIN, frontDoor: 'nlb-websocket' },
];

/** What one could build besides: compared where it is in use or asked for, and tried by whoever looks for the cheapest. */
export const OTHER_COMPOSITIONS: readonly Composition[] = [
  { ...REST, ...CLOUDFRONT },
  { ...REST, ...CLOUDFRONT_AND_WAF, stageCache: true },
  { ...REST, ...CLOUDFRONT, stageCache: true },
  { ...PLAIN, frontDoor: 'alb', ...CLOUDFRONT_AND_WAF },
  { ...PLAIN, frontDoor: 'alb', ...CLOUDFRONT, webAcl: 'front door' },
  { ...WEB, ...CLOUDFRONT_AND_WAF },
];
