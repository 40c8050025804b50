import type { FrontDoor } from '../workload/front-doors.ts';
import type { Hop } from '../hops/hop.ts';
import type { Composition } from '../workload/composition.ts';
import type { FeatureId } from '../workload/features.ts';
import type { Workload } from '../workload/schema.ts';

/** Something that the workload states and a candidate does not have, and what that leaves unpriced. */
export interface Lack {
  readonly what: string;
  readonly because: string;
}

/** The CloudFront geography of the Region. */
export interface Home {
  readonly id: string;
  readonly title: string;
}

export type Notes = Readonly<Partial<Record<FeatureId, string>>>;

/** A thing one could build: a composition with all that follows from it. */
export interface Candidate {
  readonly composition: Composition;
  readonly id: string;
  readonly title: string;
  /** Which part of a workload it carries; a WebSocket API and a REST API are no alternatives to each other. */
  readonly carries: 'requests' | 'realtime';
  readonly frontDoor: FrontDoor;
  /** Features that hops in front of the front door, or parts of it that are provisioned apart, add to it; on what condition. */
  readonly supplies: Notes;
  /** Features that the front door has by itself, and here only if something more is done. */
  readonly conditions: Notes;
  /** Whether the workload says enough for it to make sense. */
  applies(workload: Workload): boolean;
  /** What a request meets, in this order. */
  hops(workload: Workload, home: Home): readonly Hop[];
  lacks(workload: Workload): readonly Lack[];
}

/** What one front door brings to a composition. */
export interface FrontDoorParts {
  /** Whether the workload says enough for it, whatever it is composed with. */
  applies(workload: Workload): boolean;
  /** What a client meets first where no distribution and no VPC endpoint stands in front. */
  entrance?(workload: Workload): readonly Hop[];
  /** From there to what answers, a web ACL and a cache of its own included. */
  hops(workload: Workload, composition: Composition): readonly Hop[];
  /** What it gains behind a distribution besides what every API does. */
  readonly behindCloudfront?: Notes;
  lacks(workload: Workload, composition: Composition): readonly Lack[];
}
