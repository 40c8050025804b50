import type { PlanId } from './edge-fields.ts';
import { COMPOSITIONS, type FrontDoor } from './front-doors.ts';

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
  /** Load balancers in a VPC that it reaches by a VPC link, where the workload states one; null where it needs no link. */
  readonly privateLink: 'any' | 'nlb' | null;
}

/** A short name such as `http+cloudfront+waf`. Never taken apart: what it stands for is in the composition. */
export function idOf(composition: Composition): string {
  const { frontDoor, endpoint, distribution, stageCache } = composition;
  const plan = distribution === null || distribution.plan === 'as stated' ? '' : `-${distribution.plan.replaceAll(' ', '-')}`;
  return [
    `${frontDoor}${endpoint === 'private' ? '-private' : ''}`,
    ...(stageCache ? ['cache'] : []),
    ...(distribution ? [`cloudfront${plan}`] : []),
    ...(withOptionalWebAcl(composition) ? ['waf'] : []),
  ].join('+');
}

/** Whether the same is compared without its web ACL too, so that its name must tell them apart. */
export function withOptionalWebAcl({ webAcl, frontDoor, endpoint, stageCache, distribution }: Composition): boolean {
  if (webAcl === null) return false;
  return COMPOSITIONS.some(
    (one) =>
      one.webAcl === null &&
      one.frontDoor === frontDoor &&
      one.endpoint === endpoint &&
      one.stageCache === stageCache &&
      (one.distribution === null) === (distribution === null),
  );
}

/** What a workload may name as in use today. */
export const CANDIDATE_IDS: readonly string[] = COMPOSITIONS.map(idOf);
