import type { Composition } from '../workload/composition.ts';
import { COMPOSITIONS, type FrontDoor } from '../workload/front-doors.ts';
import type { Candidate, FrontDoorParts } from './candidate.ts';
import { compose } from './compose.ts';
import { albParts } from './front-doors/alb.ts';
import { albWebsocketParts } from './front-doors/alb-websocket.ts';
import { functionUrlParts } from './front-doors/function-url.ts';
import { httpParts } from './front-doors/http.ts';
import { nlbWebsocketParts } from './front-doors/nlb-websocket.ts';
import { restParts } from './front-doors/rest.ts';
import { webFunctionParts } from './front-doors/web-function.ts';
import { websocketParts } from './front-doors/websocket.ts';

const PARTS: Readonly<Record<FrontDoor, FrontDoorParts>> = {
  rest: restParts,
  http: httpParts,
  websocket: websocketParts,
  alb: albParts,
  'function-url': functionUrlParts,
  'web-function': webFunctionParts,
  'alb-websocket': albWebsocketParts,
  'nlb-websocket': nlbWebsocketParts,
};

/** Every candidate, in the order in which data lists them. */
export const CANDIDATES: readonly Candidate[] = COMPOSITIONS.map((one) => compose(one, PARTS[one.frontDoor]));

/** Any composition as a candidate, also one that is not among those compared. */
export function candidateOf(composition: Composition): Candidate {
  return compose(composition, PARTS[composition.frontDoor]);
}
