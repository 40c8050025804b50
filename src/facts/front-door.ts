/** What clients of the API ultimately talk to: whose features and quotas apply. */
export type FrontDoor = Gateway | 'alb' | 'function-url';

/** The API types of API Gateway. */
export type Gateway = 'rest' | 'http' | 'websocket';

/** Whether it is an API of API Gateway, with its limits and authorizers, and not what may take its place. */
export function isGateway(frontDoor: FrontDoor): frontDoor is Gateway {
  return frontDoor !== 'alb' && frontDoor !== 'function-url';
}
