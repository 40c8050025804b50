import { candidateNamed, candidateOf } from '../candidates/index.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { idOf, type Composition } from '../workload/composition.ts';
import type { PlanId } from '../workload/edge-fields.ts';
import type { CacheSize } from '../workload/field.ts';
import type { FrontDoor } from '../workload/front-doors.ts';
import type { Workload } from '../workload/schema.ts';
import { hitRatioAt, stageCache } from '../workload/stage-cache.ts';
import { NONE, type Setting } from './lever.ts';
import { KEPT, mayWantWebAcl, PAY_AS_YOU_GO } from './levers.ts';

/** A setting as something that can be judged and priced: a candidate, and the workload as it then states it. */
export interface Built {
  readonly setting: Setting;
  readonly candidate: Candidate;
  readonly workload: Workload;
}

export function built(setting: Setting, workload: Workload): Built {
  return { setting, candidate: candidateFor(setting, mayWantWebAcl(workload)), workload: stating(setting, workload) };
}

const CANDIDATES = new Map<string, Candidate>();

/** Where nobody wants a web ACL, what could host one is as good as what could not. */
function candidateFor(setting: Setting, wantsWebAcl: boolean): Candidate {
  const { 'front-door': frontDoor, endpoint, distribution, 'web-acl': host, 'stage-cache': size } = setting;
  const key = [wantsWebAcl, frontDoor, endpoint, distribution === NONE, host, size === NONE].join(' ');
  const known = CANDIDATES.get(key);
  if (known) return known;
  const composition = compositionOf(setting);
  const found = (wantsWebAcl ? undefined : candidateNamed(idOf(composition))) ?? candidateOf(composition);
  CANDIDATES.set(key, found);
  return found;
}

function compositionOf(setting: Setting): Composition {
  const host = { none: null, 'front-door': 'front door', distribution: 'distribution' } as const;
  return {
    frontDoor: setting['front-door'] as FrontDoor,
    endpoint: setting.endpoint as Composition['endpoint'],
    distribution: setting.distribution === NONE ? null : { plan: 'as stated' },
    webAcl: host[setting['web-acl'] as keyof typeof host],
    stageCache: setting['stage-cache'] !== NONE,
  };
}

/** What the setting says of plan, cache, link and function, in the fields of the workload; the workload itself where it says so already. */
function stating(setting: Setting, workload: Workload): Workload {
  const said = { edge: edgeOf(setting, workload), cache: cacheOf(setting, workload), backend: backendOf(setting, workload) };
  const changed = Object.entries(said).filter(([section, value]) => value !== workload[section as keyof typeof said]);
  return changed.length === 0 ? workload : { ...workload, ...Object.fromEntries(changed) };
}

function edgeOf({ distribution }: Setting, { edge }: Workload): Workload['edge'] {
  const plan = distribution === PAY_AS_YOU_GO ? undefined : (distribution as PlanId);
  if (distribution === NONE || plan === edge?.plan) return edge;
  const { plan: _plan, ...stated } = edge ?? {};
  return plan === undefined ? stated : { ...stated, plan };
}

function cacheOf({ 'stage-cache': size }: Setting, workload: Workload): Workload['cache'] {
  const { cache } = workload;
  const hitRatio = size === stageCache(workload)?.size ? null : hitRatioAt(size as CacheSize, workload);
  return hitRatio === null ? cache : { ...cache, size: size as CacheSize, hitRatio };
}

/** A workload has a function or servers in a VPC, not both. */
function backendOf(setting: Setting, { backend }: Workload): Workload['backend'] {
  const { vpc, lambda } = backend ?? {};
  if (vpc) {
    const balancer = setting['private-link'] === 'cloud-map' ? ('none' as const) : (setting['private-link'] as 'alb' | 'nlb');
    return vpc.balancer === balancer ? backend : { ...backend, vpc: { ...vpc, balancer } };
  }
  const served = lambda && functionOf(setting, lambda);
  return served === lambda ? backend : { ...backend, lambda: served };
}

type Lambda = NonNullable<NonNullable<Workload['backend']>['lambda']>;

function functionOf({ architecture, provisioned: kept }: Setting, lambda: Lambda): Lambda {
  const isSame = architecture === NONE || architecture === (lambda.architecture ?? 'x86');
  const then = isSame ? lambda : { ...lambda, architecture: architecture as 'x86' | 'arm64' };
  const { provisioned, ...onDemand } = then;
  return provisioned === undefined || kept === KEPT ? then : onDemand;
}
