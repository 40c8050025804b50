import type { Decimal } from '../money/decimal.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { PLAN_IDS } from '../workload/edge-fields.ts';
import type { Workload } from '../workload/schema.ts';
import { stageCache } from '../workload/stage-cache.ts';
import { LEVER_IDS, NONE, type Carries, type Effort, type LeverId, type Setting } from './lever.ts';
import { KEPT, LEVERS, PAY_AS_YOU_GO } from './levers.ts';
import type { Architecture, Search } from './optimize.ts';

/** A lever that is turned. */
export interface Turn {
  readonly carries: Carries;
  readonly lever: LeverId;
  readonly from: string;
  readonly to: string;
  readonly effort: Effort;
}

/** How far one goes: settings alone, one addition with them, or everything. */
export const REACHES = ['settings', 'one-addition', 'any-work'] as const;
export type Reach = (typeof REACHES)[number];

/** The cheapest within a reach, and what it saves beside what the reach before it does. */
export interface Step {
  readonly reach: Reach;
  readonly best: Architecture;
  readonly saving: Decimal;
  /** From where one starts. */
  readonly turns: readonly Turn[];
}

/** A candidate of a workload, as the levers say it. */
export function settingOf({ composition, carries }: Candidate, workload: Workload): Setting {
  const { frontDoor, endpoint, distribution, webAcl, stageCache: cached } = composition;
  const { edge, backend } = workload;
  const lambda = backend?.lambda;
  const plan = PLAN_IDS.find((one) => one === edge?.plan) ?? PAY_AS_YOU_GO;
  const host = webAcl === 'front door' ? 'front-door' : (webAcl ?? NONE);
  const before = { 'front-door': frontDoor, endpoint, distribution: distribution ? plan : NONE };
  return {
    ...before,
    // A front door that could host one has none where none is wanted.
    'web-acl': LEVERS['web-acl'].values(workload, before, carries).includes(host) ? host : NONE,
    'stage-cache': cached ? (stageCache(workload)?.size ?? NONE) : NONE,
    'private-link': backend?.vpc ? (backend.vpc.balancer === 'none' ? 'cloud-map' : backend.vpc.balancer) : NONE,
    architecture: lambda ? (lambda.architecture ?? 'x86') : NONE,
    provisioned: lambda?.provisioned ? KEPT : NONE,
  };
}

/** The levers in which two settings differ. */
export function turnsBetween(from: Setting, to: Setting, carries: Carries): readonly Turn[] {
  return LEVER_IDS.filter((lever) => from[lever] !== to[lever]).map((lever) => {
    const [before, after] = [from[lever], to[lever]];
    return { carries, lever, from: before, to: after, effort: LEVERS[lever].effort(before, after) };
  });
}

/**
 * What each further reach saves from a start; the savings add up to all of it. A reach that finds nothing cheaper than the one
 * before is left out.
 * @param start the setting of each part, and what all cost today.
 */
export function frontier(search: Search, start: ReadonlyMap<Carries, Setting>, cost: Decimal): readonly Step[] {
  const turnsOf = (setting: Setting, carries: Carries) => {
    const from = start.get(carries);
    return from === undefined ? [] : turnsBetween(from, setting, carries);
  };
  const steps: Step[] = [];
  let reached = cost;
  for (const reach of REACHES) {
    const best = search.cheapest((setting, carries) => isWithin(reach, turnsOf(setting, carries)));
    if (best === null || best.cost.gte(reached)) continue;
    const turns = best.parts.flatMap(({ setting, carries }) => turnsOf(setting, carries));
    steps.push({ reach, best, saving: reached.minus(best.cost), turns });
    reached = best.cost;
  }
  return steps;
}

/** One addition of each part of the workload: what one adds for requests, nobody adds for connections. */
function isWithin(reach: Reach, turns: readonly Turn[]): boolean {
  if (reach === 'any-work') return true;
  const most = reach === 'settings' ? 0 : 1;
  return turns.every(({ effort }) => effort !== 'migration') && turns.filter(({ effort }) => effort === 'addition').length <= most;
}
