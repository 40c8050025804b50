import { FRONT_DOORS } from '../../workload/front-doors.ts';
import type { Pick, Recommendation } from '../../advise/advise.ts';
import { unpriced, type Advised } from '../../advise/advised.ts';
import { frontDoorWant, type Cheaper } from '../../advise/policy.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import type { Want } from '../../estimate/want.ts';
import type { Support } from '../../facts/support.ts';
import { sum } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { FEATURES } from '../../workload/features.ts';
import { context, wantsText } from '../cost/words.ts';
import { both, costs, LEAVES, sentence, shortcomings, withArticle } from './words.ts';
import type { Section } from '../section.ts';

/** The pick in a sentence for each part of the workload, why, and cheaper ways if there are any. */
export function answer(advice: Recommendation): readonly Section[] {
  const { estimate, picks, decision } = advice;
  const under: Section = { heading: null, words: [context(estimate)] };
  if (picks.length > 0) return [under, ...picks.map((pick) => pickSection(pick, advice)), together(picks)];
  const words = `Use ${LEAVES[decision.otherwise]}. What it costs follows from its connections and messages, and the workload says nothing of them: add realtime.`;
  return [under, { heading: null, lead: words }];
}

function pickSection(pick: Pick, advice: Recommendation): Section {
  const { advised } = pick;
  const part = pick.carries === 'realtime' ? 'the connections' : 'the requests';
  const several = advice.picks.length > 1;
  if (!carriesAll(advised)) {
    const whole = several ? `${part} with all that is needed` : 'all of this';
    const nearest = `The nearest is ${withArticle(advised.estimate.title)}, at ${costs(costOf(advised.estimate), advised.estimate.bound)}. In its way:`;
    const remedyOf = new Map(advised.blockers.map(({ because, remedy }) => [because, ` ${remedy}`]));
    return {
      heading: null,
      lead: `Nothing compared here carries ${whole}. ${nearest}`,
      list: shortcomings(advised).map((text) => `${sentence(text)}${remedyOf.get(text) ?? ''}`),
    };
  }
  const lead = `${several ? `For ${part}, use` : 'Use'} ${withArticle(advised.estimate.title)}. It costs ${costs(costOf(advised.estimate), advised.estimate.bound)}${beforeServers(advised)}.`;
  const named = [pick.contested?.advised, ...pick.undecided.map((one) => one.advised)];
  const others = pick.cheaper.filter((one) => !named.includes(one.advised));
  return {
    heading: null,
    lead: `${lead} ${why(pick, advice)}`,
    words: [...contested(pick), ...hanging(pick), ...others.map((one) => cheaperWay(one, advised)), ...condition(pick, advice)],
  };
}

/** Two that one could sign, and the question that settles it. */
function contested({ contested: other, advised }: Pick): readonly string[] {
  if (other === null) return [];
  const { candidate, estimate } = other.advised;
  const { without } = FRONT_DOORS[candidate.frontDoor];
  const { beside } = FRONT_DOORS[candidate.frontDoor];
  const half = `less than half of ${formatMoney(costOf(advised.estimate))}`;
  if (beside !== null) {
    const has = other.advised.verdict === 'native' ? 'has all that is needed too' : 'has all that is needed too, with code in your servers';
    return [
      `Contested: ${withArticle(estimate.title)} ${has}, for ${costs(costOf(estimate), 'exact')}${beforeServers(other.advised)}, ${half}. But ${without ?? ''}. Do you run servers, or would they cost less than ${formatMoney(other.saving)} a month?`,
    ];
  }
  const rest = without === null ? '' : ` But ${without}. Can you do without?`;
  return [
    `Contested: ${withArticle(estimate.title)} has all that is needed by itself too, for ${costs(costOf(estimate), estimate.bound)}, ${half}.${rest}`,
  ];
}

/** What is not known, and from where on it would turn the pick. */
function hanging({ advised, unless, helpDecides, undecided }: Pick): readonly string[] {
  const help = both([...new Set(advised.help.filter((one) => one.priced === 'assumed').map((one) => one.supplier))]);
  const turns =
    unless === null
      ? []
      : [
          `This holds unless ${help} costs more than ${formatMoney(unless)} a month.${helpDecides ? ' Ten times the default would: state it.' : ''}`,
        ];
  return [
    ...turns,
    ...undecided.map(({ advised: other, amount }) => {
      const unknown =
        other.estimate.missing.length > 0 ? wantsText(other.estimate.missing) : `no price is known of ${both(unpriced(other))}`;
      return `Cheaper may be ${withArticle(other.estimate.title)}, from ${formatMoney(costOf(other.estimate))}: ${unknown}. It is, if that costs less than ${formatMoney(amount)} a month.`;
    }),
  ];
}

function carriesAll({ verdict, estimate }: Advised): boolean {
  return verdict !== 'no' && estimate.lacks.length === 0;
}

function why({ carries, advised }: Pick, { decision, policy, candidates }: Recommendation): string {
  if (advised.verdict === 'unknown') return 'Whether it has all that is needed is not known; see below.';
  const want = frontDoorWant(advised);
  if (want !== null) return UNPRICED[want];
  const leaf = carries === 'realtime' ? 'websocket' : decision.otherwise;
  if (policy === 'cheapest' && carries === 'requests') return 'It is the cheapest that has all that is needed.';
  if (advised.candidate.frontDoor !== leaf) {
    const led = `${carries === 'realtime' ? 'Open connections' : 'The questions'} lead to ${LEAVES[leaf]}`;
    // What stands nearest to it says why it is not taken.
    const ofType = candidates.filter((one) => one.candidate.frontDoor === leaf).toSorted((a, b) => distance(a) - distance(b));
    const [leading] = ofType;
    if (!leading) return `${led}; this can carry it.`;
    const [want] = ofType.map(frontDoorWant);
    if (want && carriesAll(leading) && ofType.every((one) => frontDoorWant(one) !== null))
      return `${led}, ${LED_TO[want]}. This has all that is needed too.`;
    const beside = both([...new Set(leading.help.filter((one) => one.priced !== 'stated').map((one) => one.supplier))]);
    if (carriesAll(leading) && beside !== '')
      return `${led}, which needs ${beside} beside it: nothing has all by itself, so totals decide.`;
    const remedies = leading.blockers.map(({ remedy }) => ` To stay with ${LEAVES[leaf]}: ${remedy}`);
    return `${led}, which cannot carry it (${shortcomings(leading).join('; ')}); this can.${remedies.join('')}`;
  }
  if (carries === 'realtime')
    return 'Clients stay connected, and of API Gateway’s types only a WebSocket API lets the backend post to them.';
  const step = decision.steps.find(({ leadsTo }) => leadsTo === decision.otherwise);
  if (step?.reply.answer === 'yes') return sentence(step.question.because);
  return decision.open.length > 0 ? 'Nothing that was said asks for a REST API.' : 'Nothing that is needed is only in REST APIs.';
}

/** What is said of a pick whose front door has no whole price, and of an API type that is not picked for it. */
const UNPRICED: Readonly<Record<Want, string>> = {
  'not-published': 'No rate for it is published in this Region, so it may not be offered there.',
  'not-in-sheet': 'Our price sheet of this Region has no rate for it, so what it costs is not known.',
  'not-stated': 'A size by which it is billed is not stated, so what it costs is not known.',
};
const LED_TO: Readonly<Record<Want, string>> = {
  'not-published': 'for which no price is published in this Region: it may not be offered there',
  'not-in-sheet': 'for which our price sheet of this Region has no rate, so what it costs is not known',
  'not-stated': 'whose cost is not known, for a size by which it is billed is not stated',
};

/** How far a candidate is from carrying everything; to leave out what another of its type adds is farther. */
function distance(one: Advised): number {
  return shortcomings(one).length + one.estimate.lacks.length;
}

/** No price list has the servers that some front doors are nothing without. */
function beforeServers({ candidate }: Advised): string {
  return FRONT_DOORS[candidate.frontDoor].beside === null ? '' : ', before its servers';
}

/** A cheaper way, and what is different about it. */
function cheaperWay({ advised, saving }: Cheaper, pick: Advised): string {
  const least = unpriced(pick).length > 0 ? 'at least ' : '';
  const terms = termsOf(advised, pick);
  return `Cheaper by ${least}${formatMoney(saving)} a month${beforeServers(advised)}: ${withArticle(advised.estimate.title)}${terms.length === 0 ? '' : ` (${terms.join('; ')})`}.`;
}

/** How another candidate has what is needed, where that is not how the pick has it; features that come the same way together. */
function termsOf({ candidate, fits }: Advised, pick: Advised): readonly string[] {
  const terms = new Map<string, string[]>();
  for (const { feature, support } of fits) {
    const how = howOtherwise(support, pick.fits.find((one) => one.feature === feature)?.support);
    if (how !== null) terms.set(how, [...(terms.get(how) ?? []), FEATURES[feature].name]);
  }
  const said = [...terms].map(([how, names]) => `${both(names)}${how}`);
  const without = candidate.frontDoor === pick.candidate.frontDoor ? null : FRONT_DOORS[candidate.frontDoor].without;
  return without === null ? said : [...said, without];
}

function howOtherwise(support: Support, picked: Support | undefined): string | null {
  if (support.type === 'via') return ` by ${support.by}: ${support.caveat}`;
  if (support.type !== 'native' || support.conditions === undefined) return null;
  return picked?.type === 'native' && picked.conditions === support.conditions ? null : `: ${support.conditions}`;
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

function together(picks: readonly Pick[]): Section {
  if (picks.length < 2) return { heading: null };
  const estimates = picks.map((one) => one.advised.estimate);
  const bound = estimates.every((one) => one.bound === 'exact') ? 'exact' : 'at-least';
  return { heading: null, lead: `Together: ${costs(sum(estimates.map(costOf)), bound)}.` };
}
