import { hasWebAcl } from '../candidates/parts.ts';
import { FEATURE_TABLES } from '../facts/features/index.ts';
import { BY_WEB_ACL } from '../facts/suppliers.ts';
import { supportFor } from '../facts/support.ts';
import { PLAN_IDS } from '../workload/edge-fields.ts';
import { CACHE_SIZES } from '../workload/field.ts';
import { FRONT_DOOR_IDS, FRONT_DOORS, type FrontDoor } from '../workload/front-doors.ts';
import { requirementsOf } from '../workload/requirements.ts';
import type { Workload } from '../workload/schema.ts';
import { cacheSizes } from '../workload/stage-cache.ts';
import { NONE, type Lever, type LeverId, type Setting } from './lever.ts';

export const PAY_AS_YOU_GO = 'pay-as-you-go';
export const KEPT = 'kept';

const frontDoorOf = (chosen: Partial<Setting>) => chosen['front-door'] as FrontDoor;

const WANTED = new WeakMap<Workload, boolean>();

/** Whether a web ACL is needed, or rules of one would supply something that is needed: then one may be wanted. */
export function mayWantWebAcl(workload: Workload): boolean {
  const known = WANTED.get(workload);
  if (known !== undefined) return known;
  const supports = requirementsOf(workload).all.flatMap(({ feature }) =>
    FRONT_DOOR_IDS.map((id) => supportFor(FEATURE_TABLES[id][feature], workload)),
  );
  const wanted = hasWebAcl(workload) || supports.some((one) => one.type === 'via' && BY_WEB_ACL.has(one.by));
  WANTED.set(workload, wanted);
  return wanted;
}

export const LEVERS: Readonly<Record<LeverId, Lever>> = {
  'front-door': {
    name: 'front door',
    all: FRONT_DOOR_IDS,
    values: (_workload, _chosen, carries) => FRONT_DOOR_IDS.filter((id) => FRONT_DOORS[id].carries === carries),
    stated: () => null,
    effort: () => 'migration',
  },
  endpoint: {
    name: 'endpoint',
    all: ['public', 'private'],
    // A load balancer is internal by what the workload states; nothing else has a private endpoint.
    values: (_workload, chosen) => (frontDoorOf(chosen) === 'rest' ? ['public', 'private'] : ['public']),
    stated: () => null,
    effort: () => 'migration',
  },
  distribution: {
    name: 'CloudFront distribution',
    all: [NONE, PAY_AS_YOU_GO, ...PLAN_IDS],
    values: (_workload, chosen, carries) =>
      carries === 'realtime' || chosen.endpoint === 'private' ? [NONE] : [NONE, PAY_AS_YOU_GO, ...PLAN_IDS],
    stated: ({ edge }) => {
      if (edge === undefined) return null;
      return edge.plan === undefined ? [PAY_AS_YOU_GO, ...PLAN_IDS] : [edge.plan];
    },
    effort: (from, to) => (from === NONE || to === NONE ? 'addition' : 'setting'),
  },
  'web-acl': {
    name: 'web ACL',
    all: [NONE, 'front-door', 'distribution'],
    values(workload, chosen) {
      if (!mayWantWebAcl(workload)) return [NONE];
      const hosts = [
        ...(FRONT_DOORS[frontDoorOf(chosen)].webAclSees === null ? [] : ['front-door']),
        ...(chosen.distribution === NONE ? [] : ['distribution']),
      ];
      return hasWebAcl(workload) && hosts.length > 0 ? hosts : [NONE, ...hosts];
    },
    stated: () => null,
    effort: () => 'addition',
  },
  'stage-cache': {
    name: 'stage cache, in GB',
    all: [NONE, ...CACHE_SIZES],
    values: (workload, chosen) => (frontDoorOf(chosen) === 'rest' ? [NONE, ...cacheSizes(workload)] : [NONE]),
    stated: () => null,
    effort: () => 'setting',
  },
  'private-link': {
    name: 'end of the VPC link',
    all: [NONE, 'alb', 'nlb', 'cloud-map'],
    values: ({ backend }) => (backend?.vpc === undefined ? [NONE] : ['alb', 'nlb', 'cloud-map']),
    stated: ({ backend }) => (backend?.vpc ? [backend.vpc.balancer === 'none' ? 'cloud-map' : backend.vpc.balancer] : null),
    effort: () => 'addition',
  },
  architecture: {
    name: 'instruction set of the function',
    all: [NONE, 'x86', 'arm64'],
    values: ({ backend }) => (backend?.lambda === undefined ? [NONE] : ['x86', 'arm64']),
    stated: ({ backend }) => (backend?.lambda?.architecture ? [backend.lambda.architecture] : null),
    effort: () => 'setting',
  },
  provisioned: {
    name: 'provisioned concurrency',
    all: [NONE, KEPT],
    values: ({ backend }) => (backend?.lambda?.provisioned === undefined ? [NONE] : [NONE, KEPT]),
    stated: ({ backend }) => (backend?.lambda?.provisioned ? [KEPT] : null),
    effort: () => 'setting',
  },
};
