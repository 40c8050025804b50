import type { Pick, Recommendation } from '../../advise/advise.ts';
import { unpriced, usable, type Advised } from '../../advise/advised.ts';
import type { Move } from '../../advise/move.ts';
import type { Decision } from '../../decide/walk.ts';
import { costOf, totalOf } from '../../estimate/cost-in-question.ts';
import { isNegative, type Decimal } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { SKUS } from '../../pricebook/skus.ts';
import { importedWords } from '../../estimate/disclose.ts';
import { yearly } from '../../render/cost/words.ts';
import { asideText, savingText } from '../../render/contract-words.ts';
import { paragraph } from '../../render/paragraph.ts';
import type { Screen } from '../../render/theme.ts';

/**
 * The recommendation in a dozen lines: what to build, why, what it costs, and the nearest others. `recommend` has the rest.
 * @param remarks sentences on what the price depends on.
 * @param room how many lines it may take; of the others there are as many as fit.
 */
export function verdict(
  { picks, candidates, decision, outcome, estimate }: Recommendation,
  screen: Screen,
  remarks: readonly string[],
  room: number,
): readonly string[] {
  const says = (text: string) => paragraph(text, screen.columns, '  ');
  const several = picks.length > 1;
  const above =
    picks.length > 0
      ? picks.flatMap((pick) => [headline(pick, several, screen), ...why(pick, decision, outcome).map(says)])
      : [says('A WebSocket API. What it costs follows from its connections, and nothing is stated of them.')];
  const billed = (most: number) => [
    ...picks.map(shownOf).map((one) => says(`${several ? `${one.estimate.title}: ` : ''}${parts(one, most)}.${notIn(one)}`)),
    says([`In ${estimate.regionName}.`, ...contracted(picks, estimate.agreement), ...pricesOf(estimate), ...remarks].join(' ')),
  ];
  const whole = billed(Infinity);
  const below = height([...above, ...whole]) > room ? billed(MOST_NAMED) : whole;
  const left = room - height([...above, ...below]) - 2;
  for (let most = picks.length > 0 ? MOST_ROWS : 0; most > 0; most -= 1) {
    const table = rowsOf(
      picks.flatMap((pick) => nearest(pick, candidates, most)),
      screen,
    );
    if (height(table) <= left) return [...above, '', ...table, '', ...below];
  }
  return [...above, ...below];
}

/** By which contract it costs that, or that there is one. */
function contracted(picks: Recommendation['picks'], agreement: Recommendation['estimate']['agreement']): readonly string[] {
  const said = savingText(
    agreement,
    picks.map((pick) => shownOf(pick).estimate),
  );
  return [...said, ...asideText(agreement).map(({ text }) => text)];
}

function pricesOf({ pricesPublished }: Recommendation['estimate']): readonly string[] {
  const { oldest, newest } = pricesPublished;
  return oldest === null
    ? []
    : [`Prices of ${oldest === newest || newest === null ? oldest : `${oldest} to ${newest}`}${importedWords(pricesPublished)}.`];
}

/** What is spoken of: the pick, or what is in use and stays. */
function shownOf({ advised, move }: Pick): Advised {
  return move?.verdict === 'stay' ? move.from : advised;
}

/** That and three others. */
const MOST_ROWS = 4;

const height = (lines: readonly string[]) => lines.join('\n').split('\n').length;

/** Why the question that ended the walk did so; null where only the default did. */
export function decisive({ steps, otherwise }: Decision): string | null {
  return steps.find(({ leadsTo, reply }) => leadsTo === otherwise && reply.answer === 'yes')?.question.because ?? null;
}

function headline(pick: Pick, several: boolean, { columns, theme, unicode }: Screen): string {
  const { estimate } = shownOf(pick);
  const cost = costOf(estimate);
  const mark = `${unicode ? '▶' : '>'} `;
  const verb = pick.move === null ? '' : pick.move.verdict === 'stay' ? 'Stay with ' : 'Move to ';
  const part = several ? ` for the ${pick.carries === 'realtime' ? 'connections' : 'requests'}` : '';
  const name = `${verb}${estimate.title}${part}`;
  const amounts = `${formatMoney(cost, estimate.bound)} a month   ${formatMoney(yearly(cost), estimate.bound)} a year`;
  const gap = columns - mark.length - name.length - amounts.length;
  return theme.strong(
    gap >= 2 ? `${mark}${name}${' '.repeat(gap)}${amounts}` : `${paragraph(name, columns, mark)}\n${paragraph(amounts, columns, '  ')}`,
  );
}

function why(pick: Pick, decision: Decision, outcome: Recommendation['outcome']): readonly string[] {
  const { advised, carries, cheaper, contested, move } = pick;
  const sentences = move === null ? [] : [inUse(move)];
  const because = carries === 'requests' || decision.otherwise === 'websocket' ? decisive(decision) : null;
  if (!usable(advised)) sentences.push('No candidate has all that is needed; this one lacks the least.');
  else if (because !== null) sentences.push(`${because.charAt(0).toUpperCase()}${because.slice(1)}.`);
  else if (carries === 'requests') sentences.push('Nothing stated needs another type of API.');
  const open = carries === 'requests' && outcome === 'ask' ? decision.open.length : 0;
  if (open > 0) sentences.push(`It assumes a no to ${open === 1 ? 'the open question' : `the ${open} open questions`}.`);
  const [other] = [...(contested ? [contested] : []), ...cheaper];
  if (other && move === null)
    sentences.push(`Cheaper, with all that is needed: ${other.advised.estimate.title}, by ${formatMoney(other.saving)} a month.`);
  return sentences.length > 0 ? [sentences.join(' ')] : [];
}

/** What is in use, beside the pick. */
function inUse({ from, to, because, saving }: Move): string {
  switch (because) {
    case 'same':
      return 'It is in use, and it is the pick.';
    case 'saves':
      return `In use: ${from.estimate.title}, ${formatMoney(costOf(from.estimate), from.estimate.bound)} a month${saving === null ? '' : `; moving saves ${formatMoney(saving)}`}.`;
    case 'lacks':
      return `In use: ${from.estimate.title}, which does not have all that is needed.`;
    case 'saves-nothing':
      return `It is in use; the pick, ${to.estimate.title}, would not save enough to justify a move.`;
    case 'unknown':
      return `It is in use; what the pick, ${to.estimate.title}, would save is not known.`;
    case 'nothing-better':
      return 'It is in use.';
  }
}

interface Row {
  readonly advised: Advised;
  /** What it costs beside the marked one; null for that one. */
  readonly beside: Decimal | null;
}

/** What is spoken of and what else carries the same, those with all that is needed first, and of these the cheapest. */
function nearest(pick: Pick, candidates: readonly Advised[], most: number): readonly Row[] {
  const { carries } = pick;
  const chosen = shownOf(pick);
  const others = candidates.filter((one) => one !== chosen && one.candidate.carries === carries);
  const ranked = others.toSorted((a, b) => Number(usable(b)) - Number(usable(a)) || costOf(a.estimate).cmp(costOf(b.estimate)));
  const beside = (one: Advised) => costOf(one.estimate).minus(costOf(chosen.estimate));
  return [{ advised: chosen, beside: null }, ...ranked.slice(0, most - 1).map((advised) => ({ advised, beside: beside(advised) }))];
}

const NEEDS = { native: 'all', via: 'all', no: 'not all', unknown: 'not known' } as const;

/** Columns that a narrow window leaves out, and how wide each is. */
const [NEEDS_WIDE, MONEY_WIDE, ROOMY] = [10, 14, 70];

function rowsOf(rows: readonly Row[], { columns, unicode }: Screen): readonly string[] {
  const roomy = columns >= ROOMY;
  const width = columns - 2 - MONEY_WIDE - (roomy ? NEEDS_WIDE + MONEY_WIDE : 0);
  const line = (mark: string, title: string, needs: string, month: string, beside: string) => {
    const [first = '', ...rest] = paragraph(title, Math.min(width, 100), '').split('\n');
    const cells = `${mark}${first.padEnd(width)}${roomy ? needs.padEnd(NEEDS_WIDE) : ''}${month.padStart(MONEY_WIDE)}${roomy ? beside.padStart(MONEY_WIDE) : ''}`;
    return [cells.trimEnd(), ...rest.map((text) => `  ${text}`)];
  };
  return [
    ...line('  ', 'Candidate', 'Needs', 'A month', 'Difference'),
    ...rows.flatMap(({ advised: { estimate, verdict: needs, lacks }, beside }) =>
      line(
        beside === null ? `${unicode ? '▶' : '>'} ` : '  ',
        estimate.title,
        lacks.length > 0 ? NEEDS.no : NEEDS[needs],
        formatMoney(costOf(estimate), estimate.bound),
        beside === null ? '' : `${isNegative(beside) ? '' : '+'}${formatMoney(beside)}`,
      ),
    ),
  ];
}

/** What each AWS service takes of it, the largest first, and how many more there are. */
function parts({ estimate }: Advised, most: number): string {
  const services = [...new Set(estimate.lineItems.map(({ sku }) => SKUS[sku].service))];
  const billed = services
    .map((service) => ({ service, cost: totalOf(estimate.lineItems.filter(({ sku }) => SKUS[sku].service === service)) }))
    .filter(({ cost }) => !cost.isZero())
    .toSorted((a, b) => b.cost.cmp(a.cost))
    .map(({ service, cost }) => `${service} ${formatMoney(cost)}`);
  if (billed.length === 0) return 'Nothing is billed';
  const more = billed.length - most;
  return more > 1 ? `${billed.slice(0, most).join(' · ')} · ${more} more` : billed.join(' · ');
}

function notIn(advised: Advised): string {
  const left = [...new Set([...unpriced(advised), ...advised.estimate.missing.map(({ sku }) => SKUS[sku].title)])];
  return left.length === 0 ? '' : ` Not in the price: ${someOf(left)}.`;
}

const MOST_NAMED = 3;

/** A few by their names, and how many more there are. */
export function someOf(items: readonly string[]): string {
  const more = items.length - MOST_NAMED;
  return more > 1 ? `${items.slice(0, MOST_NAMED).join(', ')} and ${more} more` : items.join(', ');
}
