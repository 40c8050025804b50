import type { PlanId } from './edge-fields.ts';
import { COMPOSITIONS, OTHER_COMPOSITIONS, type FrontDoor } from './front-doors.ts';

/** What one could build, as data: hops, features, title and id follow from it. */
export interface Composition {
  readonly frontDoor: FrontDoor;
  /** A private one is reached from inside a VPC only, through a VPC endpoint. */
  readonly endpoint: 'public' | 'private';
  /** Your own CloudFront distribution in front; its plan is the one that the workload states, or one of its own. */
  readonly distribution: { readonly plan: 'as stated' | 'pay as you go' | PlanId } | null;
  /** What hosts the web ACL that a workload states; null where it has no place. */
  readonly webAcl: 'front door' | 'distribution' | null;
  readonly stageCache: boolean;
}

/** A short name such as `http+cloudfront+waf`, from the inside out. Never taken apart: what it stands for is in the composition. */
export function idOf(composition: Composition): string {
  const { frontDoor, endpoint, distribution, stageCache } = composition;
  const plan = distribution === null || distribution.plan === 'as stated' ? '' : `-${distribution.plan.replaceAll(' ', '-')}`;
  const named = namedWebAcl(composition);
  return [
    `${frontDoor}${endpoint === 'private' ? '-private' : ''}`,
    ...(stageCache ? ['cache'] : []),
    ...(named === 'front door' ? ['waf'] : []),
    ...(distribution ? [`cloudfront${plan}`] : []),
    ...(named === 'distribution' ? ['waf'] : []),
  ].join('+');
}

/**
 * The host of its web ACL, where its name must say so: the same is compared without one too, or the web ACL stays at the front door
 * behind a distribution. Null where it goes without saying.
 */
export function namedWebAcl({ webAcl, frontDoor, endpoint, stageCache, distribution }: Composition): Composition['webAcl'] {
  if (webAcl === 'front door') return distribution === null ? null : 'front door';
  const isOptional = COMPOSITIONS.some(
    (one) =>
      one.webAcl === null &&
      one.frontDoor === frontDoor &&
      one.endpoint === endpoint &&
      one.stageCache === stageCache &&
      (one.distribution === null) === (distribution === null),
  );
  return isOptional ? webAcl : null;
}

/** What a workload may name as in use today. */
export const CANDIDATE_IDS: readonly string[] = [...COMPOSITIONS, ...OTHER_COMPOSITIONS].map(idOf);
