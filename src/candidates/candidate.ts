import type { FrontDoor } from '../facts/front-door.ts';
import type { Hop } from '../hops/hop.ts';
import type { FeatureId } from '../workload/features.ts';
import type { Workload } from '../workload/schema.ts';

/** Something that the workload states and a candidate does not have, and what that leaves unpriced. */
export interface Lack {
  readonly what: string;
  readonly because: string;
}

/** A thing one could build: hops in the order a request meets them. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  /** Which part of a workload it carries; a WebSocket API and a REST API are no alternatives to each other. */
  readonly carries: 'requests' | 'realtime';
  readonly frontDoor: FrontDoor;
  /** Features that hops in front of the front door, or parts of it that are provisioned apart, add to it; on what condition. */
  readonly supplies: Readonly<Partial<Record<FeatureId, string>>>;
  /** Features that the front door has by itself, and here only if something more is done. */
  readonly conditions?: Readonly<Partial<Record<FeatureId, string>>>;
  /** Features that the front door has and this composition, or what the workload puts behind it, takes away; why. */
  readonly breaks?: (workload: Workload) => Readonly<Partial<Record<FeatureId, string>>>;
  /** Whether the workload says enough for it to make sense. */
  applies(workload: Workload): boolean;
  hops(workload: Workload, home: { readonly id: string; readonly title: string }): readonly Hop[];
  lacks(workload: Workload): readonly Lack[];
}
