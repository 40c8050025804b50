/** What clients of the API ultimately talk to: whose features and quotas apply. */
export type FrontDoor = 'rest' | 'http' | 'websocket' | 'alb';
