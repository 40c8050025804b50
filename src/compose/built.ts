import { candidateOf } from '../candidates/index.ts';
import type { Candidate } from '../candidates/candidate.ts';
import type { Composition } from '../workload/composition.ts';
import type { PlanId } from '../workload/edge-fields.ts';
import type { CacheSize } from '../workload/field.ts';
import { FRONT_DOORS, type FrontDoor } from '../workload/front-doors.ts';
import type { Workload } from '../workload/schema.ts';
import { hitRatioAt, stageCache } from '../workload/stage-cache.ts';
import { NONE, type Setting } from './lever.ts';
import { KEPT, PAY_AS_YOU_GO } from './levers.ts';

/** A setting as something that can be judged and priced: a candidate, and the workload as it then states it. */
export interface Built {
  readonly setting: Setting;
  readonly candidate: Candidate;
  readonly workload: Workload;
}

export function built(setting: Setting, workload: Workload): Built {
  return { setting, candidate: candidateOf(compositionOf(setting)), workload: stating(setting, workload) };
}

function compositionOf(setting: Setting): Composition {
  const frontDoor = setting['front-door'] as FrontDoor;
  const host = { none: null, 'front-door': 'front door', distribution: 'distribution' } as const;
  return {
    frontDoor,
    endpoint: setting.endpoint as Composition['endpoint'],
    distribution: setting.distribution === NONE ? null : { plan: 'as stated' },
    webAcl: host[setting['web-acl'] as keyof typeof host],
    stageCache: setting['stage-cache'] !== NONE,
    privateLink: FRONT_DOORS[frontDoor].family === 'load balancer' ? null : frontDoor === 'websocket' ? 'nlb' : 'any',
  };
}

/** What the setting says of plan, cache, link and function, in the fields of the workload. */
function stating(setting: Setting, workload: Workload): Workload {
  const { edge, cache, backend } = workload;
  const { plan: _plan, ...distribution } = edge ?? {};
  const withPlan = setting.distribution === PAY_AS_YOU_GO ? distribution : { ...distribution, plan: setting.distribution as PlanId };
  const size = setting['stage-cache'] as CacheSize;
  const keepsEdge = setting.distribution === NONE || (edge === undefined && setting.distribution === PAY_AS_YOU_GO);
  const hitRatio = setting['stage-cache'] === NONE ? null : hitRatioAt(size, workload);
  return {
    ...workload,
    ...(keepsEdge ? {} : { edge: withPlan }),
    ...(hitRatio === null || stageCache(workload)?.assumed === true ? {} : { cache: { ...cache, size, hitRatio } }),
    ...(backend ? { backend: servedSo(setting, backend) } : {}),
  };
}

function servedSo(setting: Setting, backend: NonNullable<Workload['backend']>): NonNullable<Workload['backend']> {
  const { vpc, lambda } = backend;
  const balancer = setting['private-link'] === 'cloud-map' ? 'none' : (setting['private-link'] as 'alb' | 'nlb');
  const { provisioned, ...onDemand } = lambda ?? {};
  return {
    ...backend,
    ...(vpc === undefined ? {} : { vpc: { ...vpc, balancer } }),
    ...(lambda === undefined
      ? {}
      : {
          lambda: {
            ...(onDemand as typeof lambda),
            ...(setting.architecture === NONE ? {} : { architecture: setting.architecture as 'x86' | 'arm64' }),
            ...(setting.provisioned === KEPT && provisioned ? { provisioned } : {}),
          },
        }),
  };
}
