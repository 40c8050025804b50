import type { Pick, Recommendation } from '../../advise/advise.ts';
import { intervalInWords } from '../../advise/polling.ts';
import { lackedByWebSocket } from '../../advise/open.ts';
import type { Turn } from '../../advise/turns.ts';
import { candidateNamed } from '../../candidates/index.ts';
import { pressure, refusal, refuses, type QuotaUse } from '../../decide/quota-use.ts';
import { costOf, totalOf } from '../../estimate/cost-in-question.ts';
import { isNegative, type Decimal } from '../../money/decimal.ts';
import { formatMoney, formatQuantity } from '../../money/format.ts';
import { SKUS } from '../../pricebook/skus.ts';
import { FEATURES } from '../../workload/features.ts';
import { both, capital, either, LEAVES, sentence, usedOf, withArticle } from './words.ts';
import type { Section } from '../section.ts';

/** Answers that would turn the pick, volumes at which it changes, quotas that are near, and what its cost depends on. */
export function changesSection(advice: Recommendation): Section {
  return {
    heading: 'What would change the answer',
    list: advice.picks.flatMap((pick) => [...turns(pick, advice), ...volumes(pick), ...asking(pick), ...pressed(pick), ...hangsOn(pick)]),
  };
}

/** One line for each API type that other answers lead to, and for each kind of answer. */
function turns({ changes, advised }: Pick, { decision }: Recommendation): readonly string[] {
  const groups = groupedBy(changes.turns, ({ leaf, given, answer }) => `${leaf} ${given} ${answer}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { leaf, answer } = first;
    const open = first.given === 'unknown';
    const those =
      open && group.length > 3 && group.length === decision.open.length
        ? `any of the ${group.length} questions above whose answer is not stated`
        : either(group.map(({ question }) => question.id));
    const lost = (leaf === 'websocket' ? lackedByWebSocket(advised) : []).map(
      ({ feature, because }) => `${FEATURES[feature].name} (${because})`,
    );
    if (lost.length > 0) return [`A ${answer} to ${those} asks for ${LEAVES[leaf]} too, which lacks what is needed now: ${both(lost)}.`];
    const leads = `${open ? 'leads to' : 'would make it'} ${LEAVES[leaf]}${dearer(group, advised.estimate.title)}`;
    const reason = open && group.length === 1 ? `: ${first.question.because}` : '';
    return [`A ${answer} to ${those} ${leads}${reason}.`];
  });
}

/** What these answers cost more than the pick, from the least to the most. */
function dearer(group: readonly Turn[], title: string): string {
  const amounts = group.flatMap(({ difference, most }) => [difference ?? [], most ?? []].flat()).toSorted((a, b) => a.cmp(b));
  const [least, most] = [amounts[0], amounts.at(-1)];
  const known = group.every(({ difference }) => difference !== null);
  const beside = [...new Set(group.flatMap((one) => one.beside))];
  const plus = beside.length === 0 ? '' : `, plus ${both(beside)}`;
  if (!known || !least || !most || (least.isZero() && most.isZero())) return '';
  const than = ` than ${withArticle(title)}${plus}`;
  if (formatMoney(least) === formatMoney(most)) return `, ${amount(least)} a month ${isNegative(least) ? 'less' : 'more'}${than}`;
  if (isNegative(most)) return `, ${amount(most)} to ${amount(least)} a month less${than}`;
  if (isNegative(least)) return `, from ${amount(least)} a month less to ${amount(most)} more${than}`;
  return `, ${amount(least)} to ${amount(most)} a month more${than}`;
}

function amount(difference: Decimal): string {
  return formatMoney(difference.abs());
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

/** What asking for news costs against pushing it, whichever costs less. */
function asking({ changes: { polling } }: Pick): readonly string[] {
  if (polling === null) return [];
  const { polls, polling: asked, pushing, interval } = polling;
  const same = interval === null ? '' : `; they cost the same if clients ask every ${intervalInWords(interval)}`;
  return [
    `Polling (${formatQuantity(polls.floor())} requests a month) makes it ${formatMoney(asked)} a month, pushing the same news by a WebSocket API ${formatMoney(pushing)} without a store of its connections${same}.`,
  ];
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
  return use.adjustable === 'setting' ? 'it is a setting' : 'it cannot be raised';
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
  return candidateNamed(id)?.title ?? id;
}

function groupedBy<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return groups;
}
