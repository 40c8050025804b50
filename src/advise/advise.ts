import type { Candidate } from '../candidates/candidate.ts';
import { CANDIDATES } from '../candidates/index.ts';
import { decide } from '../decide/decide.ts';
import { fit, verdict, type Fit } from '../decide/fit.ts';
import type { Leaf } from '../decide/tree.ts';
import type { Decision } from '../decide/walk.ts';
import { cheapest, estimate, type CandidateEstimate, type EstimateOptions, type WorkloadEstimate } from '../estimate/estimate.ts';
import { pipeline, type Stage } from '../estimate/pipeline.ts';
import type { Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { Workload } from '../workload/schema.ts';
import { choices, type Choice } from './choices.ts';

/** `native-first`: a feature that REST has natively means REST. `cheapest`: whatever supplies all needs for least. */
export const POLICIES = ['native-first', 'cheapest'] as const;
export type Policy = (typeof POLICIES)[number];

/** A candidate with what it costs and what it has. */
export interface Advised {
  readonly candidate: Candidate;
  readonly estimate: CandidateEstimate;
  readonly fits: readonly Fit[];
  readonly verdict: ReturnType<typeof verdict>;
  /** Overhead of its gateway; a range that promises nothing, and null where nobody measured. */
  readonly latency: ReturnType<PriceBook['latency']>;
}

/** What to build for one part of a workload: its requests, or its connections. */
export interface Pick {
  readonly carries: Candidate['carries'];
  readonly advised: Advised;
  /** The other policy's way, when it is cheaper, and by how much a month. */
  readonly cheaper: { readonly advised: Advised; readonly saving: Decimal } | null;
  readonly choices: readonly Choice[];
  readonly pipeline: readonly Stage[];
}

export interface Recommendation {
  readonly policy: Policy;
  /** `ask` when open questions part the ways; the picks then hold if all of them are answered with no. */
  readonly outcome: 'pick' | 'ask' | 'no-fit';
  readonly picks: readonly Pick[];
  readonly decision: Decision;
  readonly candidates: readonly Advised[];
  readonly estimate: WorkloadEstimate;
}

/**
 * Weighs what fits against what it costs.
 * @throws PriceError as `estimate` does.
 */
export function advise(workload: Workload, book: PriceBook, options: EstimateOptions & { readonly policy?: Policy } = {}): Recommendation {
  const policy = options.policy ?? 'native-first';
  const decision = decide(workload, book.edition.id);
  const estimated = estimate(workload, book, options);
  const candidates = estimated.candidates.flatMap((one): Advised[] => {
    const candidate = CANDIDATES.find(({ id }) => id === one.id);
    if (!candidate) return [];
    const fits = fit(candidate, workload, book.edition.id);
    return [{ candidate, estimate: one, fits, verdict: verdict(fits), latency: book.latency(candidate.frontDoor) }];
  });
  const picks = (['requests', 'realtime'] as const).flatMap((carries): Pick[] => {
    const group = candidates.filter((one) => one.candidate.carries === carries);
    const leaf = carries === 'realtime' ? 'websocket' : decision.otherwise;
    const chosen = choose(group, leaf, policy);
    if (!chosen) return [];
    const other = chosen && cheapestOf(group.filter(usable));
    const saving = other && chosen.estimate.listCost.minus(other.estimate.listCost);
    return [
      {
        carries,
        advised: chosen,
        cheaper: other && saving?.gt('0') ? { advised: other, saving } : null,
        choices: choices(chosen.candidate.frontDoor, chosen.candidate.id.includes('cloudfront'), workload),
        pipeline: carries === 'requests' ? pipeline(chosen.candidate, workload, book) : [],
      },
    ];
  });
  const fitting = picks.length > 0 && picks.every((one) => one.advised.verdict !== 'no');
  return {
    policy,
    outcome: !fitting ? 'no-fit' : decision.leaves.length > 1 && policy === 'native-first' ? 'ask' : 'pick',
    picks,
    decision,
    candidates,
    estimate: estimated,
  };
}

/** Nothing that is needed is missing or unknown, and everything stated is in the price. */
function usable(one: Advised): boolean {
  return (one.verdict === 'native' || one.verdict === 'via') && one.estimate.lacks.length === 0;
}

/** The policy: native-first stays with the API type at which the tree ends; cheapest takes any that is usable. */
function choose(group: readonly Advised[], leaf: Leaf, policy: Policy): Advised | null {
  const ofType = group.filter((one) => one.candidate.frontDoor === leaf);
  const tiers =
    policy === 'cheapest'
      ? [group.filter(usable)]
      : [ofType.filter((one) => one.verdict === 'native' && usable(one)), ofType.filter(usable), group.filter(usable)];
  for (const tier of tiers) {
    const best = cheapestOf(tier) ?? tier[0];
    if (best) return best;
  }
  return ofType[0] ?? group[0] ?? null;
}

function cheapestOf(group: readonly Advised[]): Advised | null {
  const best = cheapest(group.map((one) => one.estimate));
  return group.find((one) => one.estimate === best) ?? null;
}
