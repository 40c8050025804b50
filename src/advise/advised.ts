import type { Candidate } from '../candidates/candidate.ts';
import { fit, verdict, type Fit } from '../decide/fit.ts';
import { quotasUsed, refuses, type QuotaUse } from '../decide/quota-use.ts';
import type { Finding } from '../decide/rule.ts';
import { estimateOf, type CandidateEstimate } from '../estimate/estimate.ts';
import { SUPPLIERS, type Supplier } from '../facts/suppliers.ts';
import type { Support } from '../facts/support.ts';
import type { Month } from '../journey/month.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { Workload } from '../workload/schema.ts';
import { latencyOf, type Latency } from './latency.ts';

/**
 * A candidate with what it costs, what it has, and how much of its quotas is used. All of it is worked out when it is asked
 * for: of most candidates, a report of many workloads asks for nothing.
 */
export interface Advised {
  readonly candidate: Candidate;
  readonly estimate: CandidateEstimate;
  /** As in its estimate, without pricing it. */
  readonly lacks: readonly string[];
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

export function advised(
  candidate: Candidate,
  findings: (candidates: readonly Candidate[]) => readonly Finding[],
  month: Month,
  book: PriceBook,
): Advised {
  const { workload, edition } = month;
  const fits = once(() => fit(candidate, workload, edition));
  const blockers = once(() => findings([candidate]).filter((one) => one.severity === 'blocker'));
  const estimate = once(() => estimateOf(month.journey(candidate), book));
  const quotas = once(() => quotasUsed(candidate, month));
  const worst = once(() => {
    const fitting = verdict(fits());
    return fitting !== 'no' && (blockers().length > 0 || quotas().some(refuses)) ? 'no' : fitting;
  });
  const unpriced = once(() => unpricedOf(fits(), workload));
  const latency = once(() => latencyOf(candidate, workload));
  return {
    candidate,
    get estimate() {
      return estimate();
    },
    lacks: candidate.lacks(workload).map((one) => one.what),
    get fits() {
      return fits();
    },
    get verdict() {
      return worst();
    },
    get blockers() {
      return blockers();
    },
    get quotas() {
      return quotas();
    },
    get unpriced() {
      return unpriced();
    },
    get latency() {
      return latency();
    },
  };
}

function once<T extends object | string>(work: () => T): () => T {
  let done: T | null = null;
  return () => (done ??= work());
}

/** Everything that is needed is there or known to be had, and everything stated is in the price. */
export function usable(one: Advised): boolean {
  return one.lacks.length === 0 && (one.verdict === 'native' || one.verdict === 'via');
}

/** The total holds all that it would cost. */
export function wholePrice(one: Advised): boolean {
  return one.unpriced.length === 0 && one.estimate.bound === 'exact';
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
