import type { FrontDoor } from '../workload/composition.ts';

export type { FrontDoor };

/** What is true of one type wherever it is spoken of; its features and quotas stand in their own tables. */
interface FrontDoorFacts {
  readonly title: string;
  readonly article: 'a' | 'an';
  /** In a narrow column. */
  readonly short: string;
  readonly plural: string;
  readonly family: 'API Gateway' | 'load balancer' | 'function';
  readonly carries: 'requests' | 'realtime';
  /** Whether it can host a web ACL itself: https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html */
  readonly hostsWebAcl: boolean;
  /** Whether it can send a response on while the backend still writes it. */
  readonly streams: boolean;
  /** Null where limits of API Gateway throttle; else that nothing does, and what could. */
  readonly throttlesNothing: string | null;
  /** What no feature of a workload may ask for, and everybody expects of an API. */
  readonly without: string | null;
}

const API_GATEWAY = { family: 'API Gateway', throttlesNothing: null, without: null } as const;

/** One record for each type; a new one does not compile until all that is asked of it is answered. */
export const FRONT_DOORS = {
  rest: {
    ...API_GATEWAY,
    title: 'REST API',
    article: 'a',
    short: 'REST',
    plural: 'REST APIs',
    carries: 'requests',
    hostsWebAcl: true,
    streams: true,
  },
  http: {
    ...API_GATEWAY,
    title: 'HTTP API',
    article: 'an',
    short: 'HTTP',
    plural: 'HTTP APIs',
    carries: 'requests',
    hostsWebAcl: false,
    streams: false,
  },
  websocket: {
    ...API_GATEWAY,
    title: 'WebSocket API',
    article: 'a',
    short: 'WebSocket',
    plural: 'WebSocket APIs',
    carries: 'realtime',
    hostsWebAcl: false,
    streams: false,
  },
  alb: {
    title: 'Application Load Balancer',
    article: 'an',
    short: 'ALB',
    plural: 'load balancers',
    family: 'load balancer',
    carries: 'requests',
    hostsWebAcl: true,
    streams: false,
    throttlesNothing: 'A load balancer throttles nothing; a rate-based rule of a web ACL could.',
    without: 'it has no throttling, stages or API keys',
  },
  'function-url': {
    title: 'Lambda function URL',
    article: 'a',
    short: 'function URL',
    plural: 'function URLs',
    family: 'function',
    carries: 'requests',
    hostsWebAcl: false,
    streams: true,
    throttlesNothing:
      'A function URL throttles nothing by itself. Reserved concurrency of its function does: ten requests a second for each unit of it.',
    without: 'it has no throttling but reserved concurrency, no routes, stages or API keys',
  },
} as const satisfies Record<FrontDoor, FrontDoorFacts>;

/** The API types of API Gateway. */
export type Gateway = { [K in FrontDoor]: (typeof FRONT_DOORS)[K]['family'] extends 'API Gateway' ? K : never }[FrontDoor];

/** Whether it is an API of API Gateway, with its limits and authorizers, and not what may take its place. */
export function isGateway(frontDoor: FrontDoor): frontDoor is Gateway {
  return FRONT_DOORS[frontDoor].family === 'API Gateway';
}
