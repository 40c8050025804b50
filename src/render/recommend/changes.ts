import { unpriced } from '../../advise/advised.ts';
import type { Pick, Recommendation } from '../../advise/advise.ts';
import type { Turn } from '../../advise/changes.ts';
import { CANDIDATES } from '../../candidates/index.ts';
import { pressure, refusal, refuses, type QuotaUse } from '../../decide/quota-use.ts';
import { costOf, totalOf } from '../../estimate/cost-in-question.ts';
import { FEATURE_TABLES } from '../../facts/features/index.ts';
import { isNegative } from '../../money/decimal.ts';
import { formatMoney, formatQuantity } from '../../money/format.ts';
import { SKUS } from '../../pricebook/skus.ts';
import { FEATURES } from '../../workload/features.ts';
import { both, capital, either, LEAVES, sentence, usedOf, withArticle } from './words.ts';
import type { Section } from '../section.ts';

/** Answers that would turn the pick, volumes at which it changes, quotas that are near, and what its cost hangs on. */
export function changesSection(advice: Recommendation): Section {
  return {
    heading: 'What would change the answer',
    list: advice.picks.flatMap((pick) => [...turns(pick, advice), ...volumes(pick), ...pressed(pick), ...hangsOn(pick)]),
  };
}

/** One line for each API type that other answers lead to, and for each kind of answer. */
function turns({ changes, advised }: Pick, advice: Recommendation): readonly string[] {
  const elsewhere = changes.turns.filter(({ leaf }) => leaf !== advised.candidate.frontDoor);
  const groups = groupedBy(elsewhere, ({ leaf, given, answer }) => `${leaf} ${given} ${answer}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const open = first.given === 'unknown';
    const leads = `${open ? 'leads to' : 'would make it'} ${LEAVES[first.leaf]}${dearer(first, advised.estimate.title, advice)}`;
    const lost = lacking(first, advised);
    if (group.length > 3) {
      const those = `${group.length} questions ${open ? 'not answered' : `answered ${first.given}`} above`;
      return [`A ${first.answer} to any of the ${those} ${leads}.${lost}`];
    }
    const reason = open && group.length === 1 ? `: ${first.question.because}` : '';
    return [`A ${first.answer} to ${either(group.map(({ question }) => question.id))} ${leads}${reason}.${lost}`];
  });
}

/** What is needed and a WebSocket API has not: it is no candidate, so that no row of a table says so. */
function lacking({ leaf }: Turn, { fits }: Pick['advised']): string {
  if (leaf !== 'websocket') return '';
  const lost = fits.flatMap(({ feature }) => {
    const support = FEATURE_TABLES.websocket[feature];
    return support.type === 'no' && !support.because.startsWith('does not apply') ? [`${FEATURES[feature].name} (${support.because})`] : [];
  });
  return lost.length === 0 ? '' : ` It lacks what is needed now: ${both(lost)}.`;
}

function dearer({ difference, candidate, question, answer }: Turn, title: string, { candidates }: Recommendation): string {
  if (difference === null || difference.isZero()) return '';
  const other = candidates.find((one) => one.candidate.id === candidate);
  // A no is to what the question asks for, and then nothing need supply that.
  const asked = (other?.fits ?? []).filter(({ feature }) => answer === 'yes' || !question.features.includes(feature));
  const beside = (other ? unpriced(other) : []).filter((by) => asked.some(({ support }) => support.type === 'via' && support.by === by));
  const more = isNegative(difference) ? 'less' : 'more';
  return `, ${formatMoney(difference.abs())} a month ${more} than ${withArticle(title)}${beside.length === 0 ? '' : `, plus ${both(beside)}`}`;
}

/** A volume a hundred times larger or smaller is another API. */
const FAR = '100';

function volumes({ changes, advised }: Pick): readonly string[] {
  const near = changes.breakEvens.filter(
    ({ requests }) => changes.requests === null || (requests.lte(changes.requests.times(FAR)) && requests.times(FAR).gte(changes.requests)),
  );
  return near.map(({ requests, cheaper, other }) => {
    const [less, more] = cheaper === other ? [titleOf(other), null] : [advised.estimate.title, titleOf(other)];
    const than = more === null ? '' : ` than ${withArticle(more)}`;
    const now = changes.requests === null ? '' : `; the workload has ${formatQuantity(changes.requests)}`;
    return `${capital(withArticle(less))} is cheaper${than} from ${formatQuantity(requests)} requests a month on${now}.`;
  });
}

function pressed({ advised }: Pick): readonly string[] {
  return advised.quotas.flatMap((use) => {
    const state = pressure(use);
    if (use.unknown !== null) return [`${use.name}: what applies in this Region is not known. ${sentence(use.unknown)}`];
    if (state === 'ok' || use.limit === null) return [];
    return [`${usedOf(use)}; ${use.past ?? raise(use)} (${use.from}).`];
  });
}

function raise(use: QuotaUse): string {
  if (refuses(use)) return refusal(use);
  const code = use.code === null ? '' : ` (${use.code})`;
  if (use.adjustable === 'yes') return `ask AWS to raise it before launch${code}`;
  if (use.adjustable === 'by support') return 'ask AWS to raise it before launch, by a support case';
  return use.adjustable === 'setting' ? 'it is a setting' : 'nobody raises it';
}

/** What more than half of the cost is for, and the two inputs that move it most. */
function hangsOn({ changes, advised }: Pick): readonly string[] {
  const inputs = changes.sensitivities.slice(0, 2).map(({ field, step, change }) => {
    const more = step === 'one' ? `one more in ${field}` : `10% more ${field}`;
    const amount = change.abs().lt(CENT) ? `less than $${CENT}` : formatMoney(change.abs());
    return `${more} ${isNegative(change) ? 'saves' : 'adds'} ${amount} a month`;
  });
  if (inputs.length === 0) return [];
  return [...mostOf(advised), `${capital(inputs.join('; '))}.`];
}

const CENT = '0.01';
const HALF = '0.5';

function mostOf({ estimate }: Pick['advised']): readonly string[] {
  const { lineItems } = estimate;
  const whole = costOf(estimate);
  const skus = [...groupedBy(lineItems, ({ sku }) => sku)].map(([, items]) => ({ items, cost: totalOf(items) }));
  const [most] = skus.toSorted((a, b) => b.cost.cmp(a.cost));
  const [item] = most?.items ?? [];
  if (!most || !item || most.cost.lt(CENT) || most.cost.lt(whole.times(HALF))) return [];
  return [`Of ${formatMoney(whole)} a month, ${formatMoney(most.cost)} are for ${SKUS[item.sku].title}.`];
}

function titleOf(id: string): string {
  return CANDIDATES.find((one) => one.id === id)?.title ?? id;
}

function groupedBy<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return groups;
}
