import { unpriced } from '../../advise/advised.ts';
import { FRONT_DOORS } from '../../workload/front-doors.ts';
import type { Apart, Dropped } from '../../advise/apart.ts';
import type { Changes } from '../../advise/changes.ts';
import type { Move } from '../../advise/move.ts';
import { pressure } from '../../decide/quota-use.ts';
import type { Question } from '../../decide/question.ts';
import { isLaid } from '../../pricebook/contract.ts';
import { plain } from '../../money/decimal.ts';
import type { Support } from '../../facts/support.ts';
import { contractData, costsData, costsTogether } from '../contract/document.ts';
import { candidateData, resultData } from '../cost/document.ts';
import { totalsOf } from '../cost/summary.ts';
import type { RecommendAnswer, RecommendResult } from './recommend.ts';
import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';
import { architectureData } from '../optimize/document.ts';
import { findingData } from '../lint/findings.ts';
import type { RecommendDocument } from '../../documents/recommend/schema.ts';
import { throttlingData } from '../throttle/document.ts';

type Result = RecommendDocument['results'][number];

/** What `recommend` answers, as data, in the envelope that `cost --json` has. */
export function recommendDocument({
  results,
  gates,
  asOf,
  agreement,
  problems,
}: Omit<RecommendAnswer, 'failed' | 'remarks'>): RecommendDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    ...contractData(agreement),
    ...totalsOf(
      results.map(({ costed }) => costed),
      gates,
      asOf,
    ),
    results: results.map((one) => result(one, asOf, isLaid(agreement))),
    errors: problems.map((one) => ({ ...one })),
  };
}

export function recommendJson(answer: RecommendAnswer): string {
  return jsonText(recommendDocument(answer));
}

function result(one: Omit<RecommendResult, 'reasons'>, asOf: string | null, isContracted: boolean): Result {
  const { policy, outcome, picks, decision, candidates, cheapest, findings, throttling } = one.costed;
  return {
    ...resultData(one, asOf),
    policy,
    outcome,
    picks: picks.map((pick) => ({
      carries: pick.carries,
      candidate: pick.advised.candidate.id,
      move: moveData(pick.move),
      cheaper: pick.cheaper.map(({ advised, saving }) => ({ candidate: advised.candidate.id, saving: plain(saving) })),
      contested: pick.contested && {
        candidate: pick.contested.advised.candidate.id,
        saving: plain(pick.contested.saving),
        without: FRONT_DOORS[pick.contested.advised.candidate.frontDoor].without,
      },
      unless: pick.unless && plain(pick.unless),
      undecided: pick.undecided.map(({ advised, amount }) => ({ candidate: advised.candidate.id, amount: plain(amount) })),
      apart: apartData(pick.apart, isContracted),
      choices: pick.choices.map(({ what, choice, because }) => ({ what, choice, because })),
      changes: changesData(pick.changes),
      savings: pick.savings.map(({ saving, because, today, instead, change, blockers, amount }) => ({
        id: saving.id,
        title: saving.title,
        because,
        today: plain(today),
        instead: plain(instead),
        amount: plain(amount),
        change,
        effort: saving.effort,
        risk: saving.risk,
        blockers: [...blockers],
        sources: [...saving.sources],
      })),
      pipeline: pick.pipeline.map(({ hop, exits }) => ({ hop, exits: exits.map(({ fate, share }) => ({ fate, share: plain(share) })) })),
    })),
    decision: {
      leaves: [...decision.leaves],
      otherwise: decision.otherwise,
      steps: decision.steps.map(({ question, reply, leadsTo }) => ({ ...questionData(question), ...reply, leadsTo })),
      open: decision.open.map(({ question, yes, no }) => ({ ...questionData(question), yes: [...yes], no: [...no] })),
    },
    candidates: candidates.map((one) => ({
      ...candidateData(one.estimate, isContracted),
      needs: one.verdict,
      fits: one.fits.map(({ feature, support }) => ({
        feature,
        support: support.type,
        by: support.type === 'via' ? support.by : null,
        because: reason(support),
      })),
      unpriced: [...unpriced(one)],
      quotas: one.quotas.map((use) => ({
        quota: use.quota,
        used: plain(use.used),
        limit: use.limit && plain(use.limit),
        unit: use.unit,
        share: use.share && plain(use.share),
        state: pressure(use),
        unknown: use.unknown,
        adjustable: use.adjustable,
        from: use.from,
      })),
      latency: {
        gateway: one.latency.gateway && { p50: one.latency.gateway.p50.map(plain), p99: one.latency.gateway.p99.map(plain) },
        delays: one.latency.delays.map(({ id, milliseconds, when }) => ({
          id,
          milliseconds: milliseconds && milliseconds.map(plain),
          when,
        })),
      },
    })),
    cheapest: cheapest && {
      saving: plain(cheapest.saving),
      compositions: cheapest.compositions,
      ...architectureData(cheapest.architecture),
    },
    findings: findings.map(findingData),
    throttling: throttling.map(throttlingData),
  };
}

function apartData(apart: Apart | null, isContracted: boolean): Result['picks'][number]['apart'] {
  if (apart === null) return null;
  const { nearest, sideBySide } = apart;
  return {
    nearest: droppedData(nearest, isContracted),
    sideBySide: sideBySide && {
      ...costsTogether(
        sideBySide.apis.map(({ advised }) => advised.estimate),
        isContracted,
      ),
      bound: sideBySide.bound,
      apis: sideBySide.apis.map((one) => ({
        ...droppedData(one, isContracted),
        lineItems: candidateData(one.advised.estimate, isContracted).lineItems,
      })),
    },
  };
}

function droppedData({ need, advised: { estimate }, bound }: Dropped, isContracted: boolean) {
  return { without: need.feature, candidate: estimate.id, ...costsData(estimate, isContracted), bound };
}

function moveData(move: Move | null): Result['picks'][number]['move'] {
  if (move === null) return null;
  const { verdict, from, because, saving, effort, risk } = move;
  return { verdict, from: from.candidate.id, because, saving: saving && plain(saving), effort, risk };
}

function changesData({ requests, turns, breakEvens, sensitivities, polling }: Changes): Result['picks'][number]['changes'] {
  return {
    requests: requests && plain(requests),
    turns: turns.map(({ question, given, answer, leaf, candidate, difference }) => ({
      question: question.id,
      given,
      answer,
      leadsTo: leaf,
      candidate,
      difference: difference && plain(difference),
    })),
    breakEvens: breakEvens.map(({ requests, cheaper, than }) => ({ requests: plain(requests), cheaper, than })),
    sensitivities: sensitivities.map(({ field, step, change, share }) => ({ field, step, change: plain(change), share: plain(share) })),
    polling: polling && {
      polls: plain(polling.polls),
      polling: plain(polling.polling),
      pushing: plain(polling.pushing),
      interval: polling.interval && plain(polling.interval),
    },
  };
}

function questionData({ id, ask, because, features, sources }: Question) {
  return { question: id, ask, because, features: [...features], sources: [...sources] };
}

function reason(support: Support): string | null {
  if (support.type === 'native') return support.conditions ?? null;
  return support.type === 'via' ? support.caveat : support.because;
}
