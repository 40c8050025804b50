import type { Workload } from '../workload/schema.ts';

/** How much work it is to change one: a setting of what is there, something added or removed beside it, or another API. */
export const EFFORTS = ['setting', 'addition', 'migration'] as const;
export type Effort = (typeof EFFORTS)[number];

/** What can be chosen of an architecture, in the order in which it is chosen. */
export const LEVER_IDS = [
  'front-door',
  'endpoint',
  'distribution',
  'web-acl',
  'stage-cache',
  'private-link',
  'architecture',
  'provisioned',
] as const;
export type LeverId = (typeof LEVER_IDS)[number];

/** One value of each lever: what one could build. `none` where there is nothing of the kind. */
export type Setting = Readonly<Record<LeverId, string>>;

export const NONE = 'none';

export type Carries = 'requests' | 'realtime';

export interface Lever {
  readonly name: string;
  /** Every value that there is, for whoever writes one. */
  readonly all: readonly string[];
  /** The values that are possible for a workload beside those that were chosen before; one at least. */
  values(workload: Workload, chosen: Partial<Setting>, carries: Carries): readonly string[];
  /** Those that agree with what the workload states; null where it states nothing of it. */
  stated(workload: Workload): readonly string[] | null;
  effort(from: string, to: string): Effort;
}
