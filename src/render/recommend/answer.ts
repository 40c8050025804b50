import { FRONT_DOORS } from '../../workload/front-doors.ts';
import type { Pick, Recommendation } from '../../advise/advise.ts';
import { assumedSuppliers, beforeServers, unpriced, usable, wholePrice, type Advised } from '../../advise/advised.ts';
import { frontDoorWant, type Cheaper } from '../../advise/policy.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import type { Want } from '../../estimate/want.ts';
import type { Support } from '../../facts/support.ts';
import { sum } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { FEATURES } from '../../workload/features.ts';
import { boundSaid } from '../../advise/subject.ts';
import { context, wantsText } from '../cost/words.ts';
import { asideText, contractText } from '../contract-words.ts';
import { apartText } from './apart.ts';
import { why } from './reason.ts';
import { both, costs, LEAVES, sentence, shortcomings, withArticle } from './words.ts';
import type { Section } from '../section.ts';

/** The pick in a sentence for each part of the workload, why, and cheaper ways if there are any. */
export function answer(advice: Recommendation): readonly Section[] {
  const { estimate, picks, decision } = advice;
  const under: Section = {
    heading: null,
    words: [context(estimate), ...contractText(advice), ...asideText(estimate.agreement).map(({ text }) => text)],
  };
  if (picks.length > 0) return [under, ...picks.map((pick) => pickSection(pick, advice)), together(advice)];
  const words = `Use ${LEAVES[decision.otherwise]}. What it costs follows from its connections and messages, and the workload states none: add realtime.`;
  return [under, { heading: null, lead: words }];
}

function pickSection(pick: Pick, advice: Recommendation): Section {
  const { advised } = pick;
  const part = pick.carries === 'realtime' ? 'the connections' : 'the requests';
  const several = advice.picks.length > 1;
  const cost = costs(costOf(advised.estimate), boundSaid(advised.estimate, advice.estimate));
  if (!carriesAll(advised)) {
    const whole = several ? `${part} with all that is needed` : 'all of this';
    const remedyOf = new Map(advised.blockers.map(({ because, remedy }) => [because, ` ${remedy}`]));
    return {
      heading: null,
      lead: `Nothing compared here can serve ${whole}${withServers(pick, advice)}. The nearest is ${withArticle(advised.estimate.title)}. It costs ${cost}. What blocks it:`,
      list: [...shortcomings(advised).map((text) => `${sentence(text)}${remedyOf.get(text) ?? ''}`), ...apartText(pick.apart)],
    };
  }
  const lead = `${several ? `For ${part}, use` : 'Use'} ${withArticle(advised.estimate.title)}. It costs ${cost}${itsServers(advised)}.`;
  const named = [pick.contested?.advised, ...pick.undecided.map((one) => one.advised)];
  const others = pick.cheaper.filter((one) => !named.includes(one.advised));
  return {
    heading: null,
    lead: [lead, why(pick), unpricedFrontDoor(advised)].filter((text) => text !== '').join(' '),
    words: [...contested(pick), ...hanging(pick), ...others.map((one) => cheaperWay(one, advised)), ...condition(pick, advice)],
  };
}

/** What does carry it, before servers that the workload does not have. */
export function withServers(
  { carries }: { readonly carries: Pick['carries'] },
  { candidates }: { readonly candidates: readonly Advised[] },
): string {
  const able = candidates.filter((one) => one.candidate.carries === carries && usable(one));
  const [first] = able.toSorted((a, b) => costOf(a.estimate).cmp(costOf(b.estimate)));
  return first === undefined
    ? ''
    : ` without your own servers; ${withArticle(first.estimate.title)} in front of them can, from ${formatMoney(costOf(first.estimate))} a month`;
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
      `Contested: ${withArticle(estimate.title)} ${has}, for ${costs(costOf(estimate), 'exact')}${itsServers(other.advised)}, ${half}. But ${without ?? ''}.${beforeServers(other.advised) ? ` Do you run servers, or would they cost less than ${formatMoney(other.saving)} a month?` : ''}`,
    ];
  }
  const rest = without === null ? '' : ` But ${without}. Can you do without?`;
  return [
    `Contested: ${withArticle(estimate.title)} has all that is needed by itself too, for ${costs(costOf(estimate), estimate.bound)}, ${half}.${rest}`,
  ];
}

/** What is not known, and from where on it would turn the pick. */
function hanging({ advised, unless, helpDecides, undecided }: Pick): readonly string[] {
  const suppliers = assumedSuppliers(advised);
  const help = both(suppliers);
  const cost = suppliers.length > 1 ? 'cost' : 'costs';
  const turns =
    unless === null
      ? []
      : [
          `This holds unless ${help} ${cost} more than ${formatMoney(unless)} a month.${helpDecides ? ' A function that runs ten times as long would: state it.' : ''}`,
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

/** What its price lacks, where that is of the front door itself. */
function unpricedFrontDoor(advised: Advised): string {
  const want = frontDoorWant(advised);
  return want === null ? '' : UNPRICED[want];
}

/** What is said of a pick whose front door has no whole price. */
const UNPRICED: Readonly<Record<Want, string>> = {
  'not-published': 'AWS publishes no rate for it in this Region, so it may not be available there.',
  'not-in-sheet': 'Our price sheet of this Region has no rate for it, so what it costs is not known.',
  'not-stated': 'A size by which it is billed is not stated, so what it costs is not known.',
};

/** Nothing states what the servers cost that some front doors are nothing without. */
function itsServers(one: Advised): string {
  return beforeServers(one) ? ', before its servers' : '';
}

/** A cheaper way, and what is different about it. */
function cheaperWay({ advised, saving }: Cheaper, pick: Advised): string {
  const least = wholePrice(pick) ? '' : 'at least ';
  const terms = termsOf(advised, pick);
  return `Cheaper by ${least}${formatMoney(saving)} a month${itsServers(advised)}: ${withArticle(advised.estimate.title)}${terms.length === 0 ? '' : ` (${terms.join('; ')})`}.`;
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

function condition({ carries }: Pick, { outcome, decision: { open } }: Recommendation): readonly string[] {
  const [only] = open;
  if (carries !== 'requests' || !only) return [];
  const one = open.length === 1;
  const are = one ? 'One question is open' : `${open.length} questions are open`;
  if (outcome === 'pick') return [`${are}, and no answer leads to anything else.`];
  return [one ? `${are}, and this holds if its answer is no: ${only.question.ask}` : `${are}, and this holds if the answer to each is no.`];
}

function together({ picks, estimate }: Recommendation): Section {
  if (picks.length < 2) return { heading: null };
  const estimates = picks.map((one) => one.advised.estimate);
  const bound = estimates.every((one) => boundSaid(one, estimate) === 'exact') ? 'exact' : 'at-least';
  return { heading: null, lead: `Together: ${costs(sum(estimates.map(costOf)), bound)}.` };
}
