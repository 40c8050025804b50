import { idOf, type Composition } from '../workload/composition.ts';
import { COMPOSITIONS, OTHER_COMPOSITIONS, type FrontDoor } from '../workload/front-doors.ts';
import type { Workload } from '../workload/schema.ts';
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

const built = (one: Composition): Candidate => compose(one, PARTS[one.frontDoor]);

/** Every candidate that is compared, in the order in which data lists them. */
export const CANDIDATES: readonly Candidate[] = COMPOSITIONS.map(built);

/** What else has a name: compared where it is in use or asked for. */
const OTHERS: readonly Candidate[] = OTHER_COMPOSITIONS.map(built);

/** Everything that has a name. */
export const NAMED: readonly Candidate[] = [...CANDIDATES, ...OTHERS];

/** The candidates for a workload: those that are compared, with what is in use and what is asked for; where they apply. */
export function candidatesFor(workload: Workload, asked: readonly string[] = []): readonly Candidate[] {
  const others = OTHERS.filter(({ id }) => id === workload.inUse || asked.includes(id));
  return [...CANDIDATES, ...others].filter((one) => one.applies(workload));
}

export function candidateNamed(id: string): Candidate | undefined {
  return NAMED.find((one) => one.id === id);
}

/** Any composition as a candidate: the same one each time where it has a name. */
export function candidateOf(composition: Composition): Candidate {
  const named = candidateNamed(idOf(composition));
  return named?.composition.webAcl === composition.webAcl ? named : built(composition);
}
