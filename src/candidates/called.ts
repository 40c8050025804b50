import { FRONT_DOORS } from '../workload/front-doors.ts';
import type { Candidate } from './candidate.ts';

/** Its title within a sentence: `a Private REST API`, `an HTTP API behind CloudFront`. */
export function called({ composition, frontDoor, title }: Candidate): string {
  return `${composition.endpoint === 'private' ? 'a' : FRONT_DOORS[frontDoor].article} ${title}`;
}
