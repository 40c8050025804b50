import { factsOf } from '../facts/regions.ts';
import { FRONT_DOORS } from '../workload/front-doors.ts';
import { egress } from '../hops/egress.ts';
import type { Hop } from '../hops/hop.ts';
import { privateEndpoint } from '../hops/private-endpoint.ts';
import { idOf, namedWebAcl, type Composition } from '../workload/composition.ts';
import { requirementsOf } from '../workload/requirements.ts';
import type { Workload } from '../workload/schema.ts';
import { stageCache } from '../workload/stage-cache.ts';
import { BY_CLOUDFRONT, CONDITIONS_BY_CLOUDFRONT, WAF_BY_CLOUDFRONT } from './by-cloudfront.ts';
import type { Candidate, FrontDoorParts, Home, Notes } from './candidate.ts';
import { edge, hasWebAcl, vpcOnly, webAcl } from './parts.ts';

/** All that follows from a composition, with what its front door brings. */
export function compose(composition: Composition, parts: FrontDoorParts): Candidate {
  const { frontDoor, distribution, endpoint, stageCache: cached } = composition;
  const { title, carries } = FRONT_DOORS[frontDoor];
  const named = namedWebAcl(composition);
  return {
    composition,
    id: idOf(composition),
    title: [
      endpoint === 'private' ? `Private ${title}` : title,
      ...(cached ? ['with cache'] : []),
      ...(named === 'front door' ? ['with WAF'] : []),
      ...(distribution ? ['behind CloudFront'] : []),
      ...(named === 'distribution' ? ['and WAF'] : []),
    ].join(' '),
    carries,
    frontDoor,
    supplies: supplied(composition, parts),
    conditions: distribution ? CONDITIONS_BY_CLOUDFRONT : {},
    applies: (workload) =>
      (carries === 'requests' ? workload.traffic !== undefined : workload.realtime !== undefined) &&
      (!cached || stageCache(workload) !== null) &&
      (endpoint !== 'private' || vpcOnly(workload)) &&
      (named === null || hasWebAcl(workload) || requirementsOf(workload).has('resource-policy')) &&
      (!distribution || mayBeAdded(workload)) &&
      parts.applies(workload),
    hops: (workload, home) => [...entrance(composition, parts, workload, home), ...parts.hops(workload, composition)],
    lacks: (workload) => parts.lacks(workload, composition),
  };
}

/** In GovCloud CloudFront belongs to another account, outside the boundary: nobody adds it who was not asked for it. */
function mayBeAdded(workload: Workload): boolean {
  const asked = workload.edge !== undefined || requirementsOf(workload).has('endpoint-edge-optimized');
  return asked || factsOf(workload.region).distributions !== 'no';
}

function supplied({ distribution, webAcl: host, endpoint, stageCache: cached }: Composition, parts: FrontDoorParts): Notes {
  return {
    ...(endpoint === 'private' ? { 'endpoint-private': 'by its VPC endpoint' } : {}),
    ...(cached ? { 'response-cache': 'billed by the hour while it exists; a hit is billed as a request' } : {}),
    ...(distribution ? BY_CLOUDFRONT : {}),
    ...(distribution && host === 'distribution' ? WAF_BY_CLOUDFRONT : {}),
    ...(distribution ? parts.behindCloudfront : {}),
  };
}

function entrance(
  { distribution, endpoint, webAcl: host }: Composition,
  parts: FrontDoorParts,
  workload: Workload,
  home: Home,
): readonly Hop[] {
  if (distribution) {
    const plan =
      distribution.plan === 'as stated' ? (workload.edge?.plan ?? null) : distribution.plan === 'pay as you go' ? null : distribution.plan;
    return [...(host === 'distribution' ? webAcl(workload, 'cloudfront', plan) : []), edge(workload, home, plan)];
  }
  if (endpoint === 'private') return [privateEndpoint(workload.privateEndpoint ?? {})];
  return parts.entrance?.(workload) ?? [egress];
}
