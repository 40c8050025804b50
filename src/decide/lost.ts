import { behindCloudfront } from '../candidates/by-cloudfront.ts';
import { CANDIDATES } from '../candidates/index.ts';
import type { Exclusion } from '../facts/exclusions/exclusion.ts';
import { exclusionOf } from '../facts/exclusions/index.ts';
import type { FeatureId } from '../workload/features.ts';
import type { FrontDoor } from '../workload/front-doors.ts';
import type { Workload } from '../workload/schema.ts';

/**
 * Why a front door does not have a feature for a workload, in whatever it is composed into, or has it only by a distribution, which
 * any other can stand behind; undefined where nothing takes it.
 */
export function lostBy(frontDoor: FrontDoor, feature: FeatureId, workload: Workload): Exclusion | undefined {
  let lost: Exclusion | undefined;
  for (const one of CANDIDATES) {
    if (one.frontDoor !== frontDoor || !one.applies(workload)) continue;
    const exclusion = exclusionOf(one.composition, feature, workload);
    if (exclusion === undefined && !(behindCloudfront(one) && one.supplies[feature] !== undefined)) return undefined;
    lost ??= exclusion;
  }
  return lost;
}
