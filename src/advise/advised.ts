import type { Candidate } from '../candidates/candidate.ts';
import { fit, verdict, type Fit } from '../candidates/fit.ts';
import { blockersOf } from '../decide/blockers.ts';
import { quotasUsed, refuses, type QuotaUse } from '../decide/quota-use.ts';
import type { Finding } from '../decide/rule.ts';
import { costOf, totalOf } from '../estimate/cost-in-question.ts';
import { estimateOf, type CandidateEstimate } from '../estimate/estimate.ts';
import type { Support } from '../facts/support.ts';
import type { Help } from '../journey/help.ts';
import type { Month } from '../journey/month.ts';
import type { Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { FRONT_DOORS } from '../workload/front-doors.ts';
import { latencyOf, type Latency } from './latency.ts';
import { once } from './once.ts';

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
  /** What it needs beside itself and is billed for; the estimate holds all of it that has a price. */
  readonly help: readonly Help[];
  readonly latency: Latency;
}

export function advised(
  candidate: Candidate,
  month: Month,
  book: PriceBook,
  /** The same candidate of a workload at which it costs and uses the same, and meets the same blockers. */
  alike: Advised | null = null,
): Advised {
  const { workload, edition } = month;
  const fits = once(() => fit(candidate, workload, edition));
  const blockers = once(() => alike?.blockers ?? blockersOf(month, candidate));
  const estimate = once(() => alike?.estimate ?? estimateOf(month.journey(candidate), book));
  const quotas = once(() => alike?.quotas ?? quotasUsed(candidate, month));
  const worst = once(() => {
    const fitting = verdict(fits());
    return fitting !== 'no' && (blockers().length > 0 || quotas().some(refuses)) ? 'no' : fitting;
  });
  const help = once(() => alike?.help ?? month.journey(candidate).help);
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
    get help() {
      return help();
    },
    get latency() {
      return latency();
    },
  };
}

/** Everything that is needed is there or known to be had, and everything stated is in the price. */
export function usable(one: Advised): boolean {
  return one.lacks.length === 0 && (one.verdict === 'native' || one.verdict === 'via');
}

/** The total holds all that it would cost. */
export function wholePrice(one: Advised): boolean {
  return one.estimate.bound === 'exact' && unpriced(one).length === 0;
}

/** Help that no total holds. */
export function unpriced({ help }: Pick<Advised, 'help'>): readonly Help['supplier'][] {
  return help.filter((one) => one.priced === 'no').map((one) => one.supplier);
}

/** What help costs that is priced at a default. */
export function helpCost(one: Advised): Decimal {
  return totalOf(rowsOfHelp(one));
}

export function rowsOfHelp({ help, estimate }: Advised): CandidateEstimate['lineItems'] {
  const hops = help.flatMap((one) => one.hops);
  return estimate.lineItems.filter(({ hop }) => hops.includes(hop));
}

/** What supplies the help that is priced at a default, each once: an authorizer that counts is an authorizer too. */
export function assumedSuppliers({ help }: Pick<Advised, 'help'>): readonly Help['supplier'][] {
  const all = [...new Set(help.filter((one) => one.priced === 'assumed').map((one) => one.supplier))];
  return all.filter((one) => !all.some((other) => other !== one && other.startsWith(`${one} `)));
}

/** The total is before the servers that it is nothing without: the workload does not state what they cost. */
export function beforeServers(one: Pick<Advised, 'candidate' | 'help'>): boolean {
  const { beside } = FRONT_DOORS[one.candidate.frontDoor];
  return beside !== null && unpriced(one).includes(beside);
}

/** The total holds all but the servers. */
export function wholeButServers(one: Advised): boolean {
  return beforeServers(one) && one.estimate.missing.length === 0 && unpriced(one).length === 1;
}

/** What each of them costs, where all of that is known; it is worked out when it is asked for. */
export function costsOf(all: readonly Pick<Advised, 'candidate' | 'estimate'>[]): (candidate: Candidate) => Decimal | null {
  return (candidate) => {
    const estimate = all.find((one) => one.candidate === candidate)?.estimate;
    return estimate?.bound === 'exact' ? costOf(estimate) : null;
  };
}
