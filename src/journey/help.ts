import type { Candidate } from '../candidates/candidate.ts';
import { fit, type Fit } from '../candidates/fit.ts';
import type { Hop } from '../hops/hop.ts';
import { usageCounters } from '../hops/usage-counters.ts';
import { SUPPLIERS, type Supplier } from '../facts/suppliers.ts';
import { decimal, ONE } from '../money/decimal.ts';
import type { AssumptionId } from '../workload/assumptions.ts';
import type { FeatureId } from '../workload/features.ts';
import { FRONT_DOORS } from '../workload/front-doors.ts';
import type { LambdaFunction, Workload } from '../workload/schema.ts';
import { statesServers } from '../workload/servers.ts';

/** Something billed that a candidate needs beside itself, for features that it has not by itself. */
export interface Help {
  readonly supplier: Supplier;
  /** None where the candidate is nothing without it. */
  readonly features: readonly FeatureId[];
  /** By what the workload states, at a default of ours that is printed as such, or not at all. */
  readonly priced: 'stated' | 'assumed' | 'no';
  /** Hops whose cost is that of help at a default. */
  readonly hops: readonly string[];
}

/** The least function that does such work: 128 MB for 10 ms. */
const SMALL: LambdaFunction = { memory: decimal('128'), duration: decimal('10') };

/** What stands in for help that the workload does not state. */
interface StandIn {
  readonly assumption: AssumptionId;
  readonly isStated: (workload: Workload) => boolean;
  readonly with: (workload: Workload) => Workload;
  /** The hop that bills it. */
  readonly billedAt: string;
  /** What is there besides, after the authorizer. */
  readonly hop?: Hop;
}

const AUTHORIZER: StandIn = {
  assumption: 'help-authorizer',
  billedAt: 'authorizer',
  isStated: ({ auth }) => auth?.lambdaAuthorizer !== undefined,
  with: (workload) => ({ ...workload, auth: { ...workload.auth, lambdaAuthorizer: SMALL } }),
};

const FUNCTION: StandIn = {
  assumption: 'help-function',
  billedAt: 'lambda',
  isStated: ({ backend }) => backend?.lambda !== undefined,
  with: (workload) => ({ ...workload, backend: { ...workload.backend, lambda: SMALL } }),
};

const BALANCER: StandIn = {
  assumption: 'help-balancer',
  billedAt: 'nlb',
  isStated: ({ backend }) => (backend?.vpc?.balancer ?? 'none') !== 'none',
  with: (workload) => ({ ...workload, backend: { ...workload.backend, vpc: { balancer: 'nlb' } } }),
};

const WAF_RULE: StandIn = {
  assumption: 'help-rate-rule',
  billedAt: 'waf',
  isStated: ({ waf }) => waf !== undefined,
  // That nothing else need be inspected leaves the rule to pay for.
  with: (workload) => ({ ...workload, waf: { webAcls: ONE, rules: ONE }, needs: { ...workload.needs, 'waf-native': true } }),
};

const TRACES: StandIn['isStated'] = ({ observability }) => observability?.xray !== undefined;

const STAND_INS: Readonly<Partial<Record<Supplier, StandIn>>> = {
  'a Lambda authorizer': AUTHORIZER,
  'a request authorizer': AUTHORIZER,
  'a Lambda authorizer with counters in DynamoDB': { ...AUTHORIZER, hop: usageCounters },
  'a Lambda function': FUNCTION,
  'a small Lambda function': FUNCTION,
  'a Lambda function or a presigned S3 URL': FUNCTION,
  'a rate-based rule of AWS WAF': WAF_RULE,
  'a rate-based rule of AWS WAF on the path': WAF_RULE,
  'a rate-based rule of a web ACL on CloudFront': WAF_RULE,
  'IP sets of a web ACL on CloudFront': WAF_RULE,
  'a load balancer in front of the service': BALANCER,
  'a Network Load Balancer in front of the service': BALANCER,
};

/** Help that is priced where the workload states it, and has no default. */
const STATED: Readonly<Partial<Record<Supplier, StandIn['isStated']>>> = {
  'X-Ray in the backend': TRACES,
  'X-Ray in your Lambda function': TRACES,
  'servers that hold the connections': statesServers,
};

/** A rule stands in a web ACL, for which not every candidate has a place. */
function standInFor(supplier: Supplier, { composition }: Candidate): StandIn | undefined {
  const standIn = STAND_INS[supplier];
  return standIn === WAF_RULE && composition.webAcl === null ? undefined : standIn;
}

/** What a candidate needs beside itself and is billed for, by how it has what is needed. The article prices none. */
export function helpOf(candidate: Candidate, workload: Workload, edition: 'aws' | 'article', fits: readonly Fit[]): readonly Help[] {
  const bySupplier = new Map<Supplier, FeatureId[]>();
  for (const { feature, support } of fits) {
    if (support.type !== 'via' || SUPPLIERS[support.by] !== 'billed') continue;
    bySupplier.set(support.by, [...(bySupplier.get(support.by) ?? []), feature]);
  }
  const { beside } = FRONT_DOORS[candidate.frontDoor];
  if (beside !== null) bySupplier.set(beside, bySupplier.get(beside) ?? []);
  return [...bySupplier].map(([supplier, features]): Help => {
    const standIn = standInFor(supplier, candidate);
    const isStated = standIn?.isStated ?? STATED[supplier];
    const stated = isStated?.(workload) === true && standIn?.hop === undefined;
    if (stated) return { supplier, features, priced: 'stated', hops: [] };
    if (standIn === undefined || edition === 'article') return { supplier, features, priced: 'no', hops: [] };
    const hops = [...(standIn.isStated(workload) ? [] : [standIn.billedAt]), ...(standIn.hop ? [standIn.hop.id] : [])];
    return { supplier, features, priced: 'assumed', hops };
  });
}

/** A workload with the help that a candidate needs, and what is assumed of it. */
export interface Helped {
  readonly workload: Workload;
  readonly help: readonly Help[];
  readonly assumed: readonly AssumptionId[];
  /** Hops that follow the authorizer. */
  readonly hops: readonly Hop[];
}

export function helped(candidate: Candidate, workload: Workload, edition: 'aws' | 'article'): Helped {
  const help = helpOf(candidate, workload, edition, fit(candidate, workload, edition));
  const standIns = help.flatMap(({ supplier, priced }) => (priced === 'assumed' ? (standInFor(supplier, candidate) ?? []) : []));
  const missing = [...new Map(standIns.filter((one) => !one.isStated(workload)).map((one) => [one.assumption, one])).values()];
  return {
    workload: missing.reduce((stated, one) => one.with(stated), workload),
    help,
    assumed: missing.map((one) => one.assumption),
    hops: standIns.flatMap((one) => one.hop ?? []),
  };
}
