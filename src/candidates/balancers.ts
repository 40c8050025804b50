import type { Workload } from '../workload/schema.ts';
import { requirementsOf } from '../workload/requirements.ts';
import type { Lack } from './candidate.ts';
import { vpcOnly } from './parts.ts';

/** What load balancers that clients talk to have in common: an internal one sends nothing out to the internet. */

export const internal = (workload: Workload): boolean =>
  workload.loadBalancer?.internetFacing === false || (vpcOnly(workload) && !facing(workload));

const facing = ({ loadBalancer: stated }: Workload): boolean => stated?.internetFacing === true;

/** As it is stated, with what follows from what is needed: certificates that are checked unless it is said otherwise, and its scheme. */
export function balancerOf(workload: Workload): NonNullable<Workload['loadBalancer']> {
  const mutualTls = workload.loadBalancer?.mutualTls ?? requirementsOf(workload).has('mtls');
  return { ...workload.loadBalancer, mutualTls, ...(internal(workload) ? { internetFacing: false } : {}) };
}

export function exposed(workload: Workload): readonly Lack[] {
  if (!vpcOnly(workload) || !facing(workload)) return [];
  return [{ what: 'a private endpoint', because: 'loadBalancer.internetFacing says that it faces the internet' }];
}

/** The servers stand behind the other kind already. */
export function behindAnother({ backend }: Workload, kind: 'alb' | 'nlb'): readonly Lack[] {
  const there = backend?.vpc?.balancer ?? 'none';
  if (there === 'none' || there === kind) return [];
  return [{ what: 'the load balancer that is there', because: `backend.vpc.balancer is ${there}` }];
}

export function noLogs({ observability }: Workload): readonly Lack[] {
  if (!observability?.accessLogs) return [];
  return [{ what: 'access logs', because: 'a load balancer logs connections, and no messages; what that costs is not priced' }];
}
