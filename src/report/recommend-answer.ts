import type { Pick, Recommendation } from '../advise/advise.ts';
import { formatMoney } from '../money/format.ts';
import { context, money, yearly } from './cost-words.ts';
import { fitText, LEAVES, price, sentence, withArticle } from './recommend-words.ts';
import type { Section } from './section.ts';

/** The pick in a sentence for each part of the workload, why, and the cheaper way if there is one. */
export function answer(advice: Recommendation): readonly Section[] {
  const { estimate, picks, decision } = advice;
  const under: Section = { heading: null, words: [context(estimate)] };
  if (picks.length > 0) return [under, { heading: null, words: picks.flatMap((pick) => pickWords(pick, advice)) }];
  const words = `${sentence(LEAVES[decision.otherwise])} What it would cost follows from its connections and messages, and the workload says nothing of them: add realtime.`;
  return [under, { heading: null, words: [words] }];
}

function pickWords(pick: Pick, advice: Recommendation): readonly string[] {
  const { advised } = pick;
  const { title, listCost, bound } = advised.estimate;
  const cost = `${money(listCost, bound)} a month, ${money(yearly(listCost), bound)} a year`;
  const part = advice.picks.length > 1 ? `For the ${pick.carries === 'realtime' ? 'connections' : 'requests'}: ` : '';
  const fits = advised.verdict !== 'no' && advised.estimate.lacks.length === 0;
  const lead = fits
    ? `${part}${part === '' ? sentence(withArticle(title)).slice(0, -1) : withArticle(title)}, ${cost}.`
    : `${part}Nothing here carries all of it. The nearest is ${withArticle(title)}, ${cost}.`;
  return [`${lead} ${why(pick, advice)}`.trim(), ...cheaperWay(pick), ...condition(pick, advice)];
}

function why({ carries, advised }: Pick, { decision, policy }: Recommendation): string {
  const lacking = advised.fits.filter((one) => one.support.type === 'no').map(fitText);
  if (lacking.length > 0 || advised.estimate.lacks.length > 0)
    return [...lacking, ...advised.estimate.lacks.map((what) => `${what} is left out`)].map(sentence).join(' ');
  if (advised.blockers.length > 0) return advised.blockers.map((one) => sentence(one.because)).join(' ');
  if (advised.verdict === 'no') return 'A quota that no one raises is passed; see Quotas.';
  if (carries === 'realtime') return 'Clients stay connected, and only a WebSocket API lets the backend post to them.';
  if (policy === 'cheapest') return 'It is the cheapest that has all that is needed.';
  if (advised.candidate.frontDoor !== decision.otherwise)
    return `The questions lead to ${LEAVES[decision.otherwise]}, which cannot carry it all; this can.`;
  const step = decision.steps.find(({ leadsTo }) => leadsTo === decision.otherwise);
  if (step?.reply.answer === 'yes') return `${sentence(step.question.because)} (${step.question.id}: ${step.reply.from})`;
  return decision.open.length > 0 ? 'Nothing that was said needs a REST API.' : 'Nothing that is needed is only in REST APIs.';
}

function cheaperWay({ cheaper }: Pick): readonly string[] {
  if (cheaper === null) return [];
  const { advised, saving } = cheaper;
  const title = sentence(withArticle(advised.estimate.title)).slice(0, -1);
  return [
    `Cheaper: ${title.charAt(0).toLowerCase()}${title.slice(1)} has what is needed too, for ${formatMoney(saving)} a month less${price(advised)}.`,
  ];
}

function condition({ carries }: Pick, { outcome, decision }: Recommendation): readonly string[] {
  if (carries !== 'requests' || outcome !== 'ask') return [];
  const { length } = decision.open;
  return [
    `This holds if ${length === 1 ? 'the open question' : `all ${length} open questions`} below ${length === 1 ? 'is' : 'are'} answered with no.`,
  ];
}
