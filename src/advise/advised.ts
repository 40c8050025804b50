import type { Candidate } from '../candidates/candidate.ts';
import { fit, verdict, type Fit } from '../decide/fit.ts';
import { quotasUsed, refuses, type QuotaUse } from '../decide/quota-use.ts';
import type { Finding } from '../decide/rule.ts';
import type { CandidateEstimate } from '../estimate/estimate.ts';
import { SUPPLIERS, type Supplier } from '../facts/suppliers.ts';
import type { Support } from '../facts/support.ts';
import type { Month } from '../journey/month.ts';
import type { Workload } from '../workload/schema.ts';
import { latencyOf, type Latency } from './latency.ts';

/** A candidate with what it costs, what it has, and how much of its quotas is used. */
export interface Advised {
  readonly candidate: Candidate;
  readonly estimate: CandidateEstimate;
  readonly fits: readonly Fit[];
  /** The worst of its fits; `no` too where a quota that nobody raises, or a rule, stands against it. */
  readonly verdict: Support['type'];
  /** Findings that say it cannot serve this workload. */
  readonly blockers: readonly Finding[];
  readonly quotas: readonly QuotaUse[];
  /** What supplies missing features and costs money that the estimate does not hold. */
  readonly unpriced: readonly Supplier[];
  readonly latency: Latency;
}

export function advised(candidate: Candidate, estimate: CandidateEstimate, findings: readonly Finding[], month: Month): Advised {
  const { workload, edition } = month;
  const fits = fit(candidate, workload, edition);
  const quotas = quotasUsed(candidate, month);
  const blockers = findings.filter((one) => one.severity === 'blocker' && one.candidates.includes(candidate.id));
  return {
    candidate,
    estimate,
    fits,
    verdict: quotas.some(refuses) || blockers.length > 0 ? 'no' : verdict(fits),
    blockers,
    quotas,
    unpriced: unpricedOf(fits, workload),
    latency: latencyOf(candidate, workload),
  };
}

/** Everything that is needed is there or known to be had, and everything stated is in the price. */
export function usable({ verdict: worst, estimate }: Advised): boolean {
  return (worst === 'native' || worst === 'via') && estimate.lacks.length === 0;
}

/** The total holds all that it would cost. */
export function wholePrice({ estimate, unpriced }: Advised): boolean {
  return estimate.bound === 'exact' && unpriced.length === 0;
}

function unpricedOf(fits: readonly Fit[], workload: Workload): readonly Supplier[] {
  const needed = fits.flatMap(({ support }) => (support.type === 'via' && SUPPLIERS[support.by] === 'billed' ? [support.by] : []));
  return [...new Set(needed)].filter((supplier) => !stated(supplier, workload));
}

/** Functions and traces that the workload states are priced, whatever they do and whoever records them. */
function stated(supplier: Supplier, { auth, backend, observability }: Workload): boolean {
  if (supplier === 'X-Ray in the backend' || supplier === 'X-Ray in your Lambda function') return observability?.xray !== undefined;
  if (supplier === 'a Lambda authorizer' || supplier === 'a request authorizer') return auth?.lambdaAuthorizer !== undefined;
  return supplier === 'a Lambda function' && backend?.lambda !== undefined;
}
