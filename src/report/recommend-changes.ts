import type { Pick, Recommendation } from '../advise/advise.ts';
import type { Turn } from '../advise/changes.ts';
import { CANDIDATES } from '../candidates/index.ts';
import { pressure } from '../decide/quota-use.ts';
import { formatMoney, formatQuantity } from '../money/format.ts';
import { money } from './cost-words.ts';
import { LEAVES, sentence, withArticle } from './recommend-words.ts';
import type { Section } from './section.ts';

/** Open questions, answers that would turn the pick, volumes at which it changes, quotas near, what its cost hangs on. */
export function changesSection(advice: Recommendation): Section {
  return {
    heading: 'What would change the answer',
    list: [
      ...open(advice),
      ...advice.picks.flatMap((pick) => [...turns(pick), ...volumes(pick), ...pressed(pick), ...hangsOn(pick), ...missing(pick)]),
    ],
  };
}

/** One line for each API type that a yes would lead to; the questions themselves stand in the path above. */
function open({ decision, outcome }: Recommendation): readonly string[] {
  if (outcome === 'pick') return [];
  const groups = groupedBy(decision.open, ({ yes }) => yes.map((leaf) => LEAVES[leaf]).join(' or '));
  return [...groups].map(([leads, questions]) => {
    const [only, ...others] = questions;
    if (only && others.length === 0)
      return `A yes to ${only.question.id} leads to ${leads}: ${only.question.because} (needs.${only.question.features[0]}).`;
    return `A yes to any of these open questions leads to ${leads}: ${questions.map(({ question }) => `${question.id} (needs.${question.features[0]})`).join(', ')}.`;
  });
}

/** One line for each API type and each kind of answer that leads to it. */
function turns({ changes, advised }: Pick): readonly string[] {
  const groups = groupedBy(changes.turns, (turn) => `${turn.leaf} ${turn.answer}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const ids = group.map(({ question }) => question.id).join(', ');
    const cause = group.length === 1 ? `A ${first.answer} to ${ids}` : `A ${first.answer} to any one of ${ids}`;
    return [`${cause} would make it ${LEAVES[first.leaf]}${dearer(first, advised.estimate.title)}.`];
  });
}

function dearer({ difference }: Turn, title: string): string {
  if (difference === null || difference.isZero()) return '';
  return `, ${formatMoney(difference.abs())} a month ${difference.isNegative() ? 'less' : 'more'} than ${withArticle(title)}`;
}

function volumes({ changes, advised }: Pick): readonly string[] {
  return changes.breakEvens.map(({ requests, cheaper, other }) => {
    const rival = withArticle(titleOf(other));
    return cheaper === other
      ? `From ${formatQuantity(requests)} requests a month on, ${rival} is cheaper.`
      : `From ${formatQuantity(requests)} requests a month on, ${withArticle(advised.estimate.title)} is cheaper than ${rival}.`;
  });
}

function pressed({ advised }: Pick): readonly string[] {
  return advised.quotas.flatMap((use) => {
    const state = pressure(use);
    if (use.unknown !== null) return [`${sentence(`${use.name}: ${use.unknown}`)}`];
    if (state === 'ok' || use.limit === null) return [];
    const raise =
      use.adjustable === 'yes'
        ? 'ask AWS to raise it before launch'
        : use.adjustable === 'no'
          ? 'nobody raises it'
          : `adjustable ${use.adjustable}`;
    const done = use.past === 'degrade' ? 'larger ones are not cached' : raise;
    return [`${use.name}: ${formatQuantity(use.used)} of ${formatQuantity(use.limit)} ${use.unit}; ${done} (${use.from}).`];
  });
}

/** The two inputs that move the cost most. */
function hangsOn({ changes, advised }: Pick): readonly string[] {
  const [first, second] = changes.sensitivities;
  if (!first) return [];
  const text = ({ field, change }: typeof first) =>
    `a tenth more ${field} costs ${change.isNegative() ? `${formatMoney(change.abs())} less` : `${formatMoney(change)} more`}`;
  return [
    `Its cost hangs most on ${first.field}: ${text(first)}${second ? `; ${text(second)}` : ''} (of ${money(advised.estimate.listCost, advised.estimate.bound)}).`,
  ];
}

function missing({ advised: { estimate } }: Pick): readonly string[] {
  return estimate.missing.map(({ sku, reason }) => `${estimate.title}: ${sku} is missing from the price; ${reason}.`);
}

function titleOf(id: string): string {
  return CANDIDATES.find((one) => one.id === id)?.title ?? id;
}

function groupedBy<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return groups;
}
