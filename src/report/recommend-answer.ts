import type { Pick, Recommendation } from '../advise/advise.ts';
import type { Advised } from '../advise/advised.ts';
import type { Cheaper } from '../advise/policy.ts';
import { sum } from '../money/decimal.ts';
import { formatMoney } from '../money/format.ts';
import { FEATURES } from '../workload/features.ts';
import { context } from './cost-words.ts';
import { costs, LEAVES, sentence, shortcomings, withArticle } from './recommend-words.ts';
import type { Section } from './section.ts';

/** The pick in a sentence for each part of the workload, why, and cheaper ways if there are any. */
export function answer(advice: Recommendation): readonly Section[] {
  const { estimate, picks, decision } = advice;
  const under: Section = { heading: null, words: [context(estimate)] };
  if (picks.length > 0) return [under, ...picks.map((pick) => pickSection(pick, advice)), { heading: null, words: together(picks) }];
  const words = `Use ${LEAVES[decision.otherwise]}. What it costs follows from its connections and messages, and the workload says nothing of them: add realtime.`;
  return [under, { heading: null, words: [words] }];
}

function pickSection(pick: Pick, advice: Recommendation): Section {
  const { advised } = pick;
  const part = pick.carries === 'realtime' ? 'the connections' : 'the requests';
  const several = advice.picks.length > 1;
  if (!carriesAll(advised)) {
    const whole = several ? `${part} with all that is needed` : 'all of this';
    const nearest = `The nearest is ${withArticle(advised.estimate.title)}, at ${costs(advised.estimate)}. In its way:`;
    const remedyOf = new Map(advised.blockers.map(({ because, remedy }) => [because, ` ${remedy}`]));
    return {
      heading: null,
      words: [`Nothing compared here carries ${whole}. ${nearest}`],
      list: shortcomings(advised).map((text) => `${sentence(text)}${remedyOf.get(text) ?? ''}`),
    };
  }
  const lead = `${several ? `For ${part}, use` : 'Use'} ${withArticle(advised.estimate.title)}. It costs ${costs(advised.estimate)}.`;
  const cheaper = pick.cheaper.map((one) => cheaperWay(one, advised));
  return { heading: null, words: [`${lead} ${why(pick, advice)}`, ...cheaper, ...condition(pick, advice)] };
}

function carriesAll({ verdict, estimate }: Advised): boolean {
  return verdict !== 'no' && estimate.lacks.length === 0;
}

function why({ carries, advised }: Pick, { decision, policy }: Recommendation): string {
  if (advised.verdict === 'unknown') return 'Whether it has all that is needed is not known; see below.';
  if (carries === 'realtime') return 'Clients stay connected, and only a WebSocket API lets the backend post to them.';
  if (policy === 'cheapest') return 'It is the cheapest that has all that is needed.';
  if (advised.candidate.frontDoor !== decision.otherwise)
    return `The questions lead to ${LEAVES[decision.otherwise]}, which cannot carry it all; this can.`;
  const step = decision.steps.find(({ leadsTo }) => leadsTo === decision.otherwise);
  if (step?.reply.answer === 'yes') return sentence(step.question.because);
  return decision.open.length > 0 ? 'Nothing that was said asks for a REST API.' : 'Nothing that is needed is only in REST APIs.';
}

/** A cheaper way, and what is different about it. */
function cheaperWay({ advised, saving }: Cheaper, pick: Advised): string {
  const least = pick.unpriced.length > 0 ? 'at least ' : '';
  const terms = termsOf(advised, pick);
  return `Cheaper by ${least}${formatMoney(saving)} a month: ${withArticle(advised.estimate.title)}${terms.length === 0 ? '' : ` (${terms.join('; ')})`}.`;
}

/** How another candidate has what is needed, where that is not how the pick has it. */
function termsOf({ candidate, fits }: Advised, pick: Advised): readonly string[] {
  const terms = fits.flatMap(({ feature, support }): readonly string[] => {
    const { name } = FEATURES[feature];
    const picked = pick.fits.find((one) => one.feature === feature)?.support;
    if (support.type === 'via') return [`${name} by ${support.by}: ${support.caveat}`];
    if (support.type !== 'native' || support.conditions === undefined) return [];
    return picked?.type === 'native' && picked.conditions === support.conditions ? [] : [`${name}: ${support.conditions}`];
  });
  const balancer = candidate.frontDoor === 'alb' && pick.candidate.frontDoor !== 'alb';
  return balancer ? [...terms, 'it has no throttling, stages or API keys'] : terms;
}

function condition({ carries }: Pick, { outcome, decision }: Recommendation): readonly string[] {
  const [only, ...others] = decision.open;
  if (carries !== 'requests' || !only || outcome === 'pick') return [];
  return [
    others.length === 0
      ? `One question is open, and this holds if its answer is no: ${only.question.ask}`
      : `${decision.open.length} questions are open, and this holds if the answer to each is no.`,
  ];
}

function together(picks: readonly Pick[]): readonly string[] {
  if (picks.length < 2) return [];
  const estimates = picks.map((one) => one.advised.estimate);
  const bound = estimates.every((one) => one.bound === 'exact') ? 'exact' : 'at-least';
  return [`Together: ${costs({ listCost: sum(estimates.map((one) => one.listCost)), bound })}.`];
}
