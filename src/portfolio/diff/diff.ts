import { sum, ZERO, type Decimal } from '../../money/decimal.ts';
import { chosen, type Chosen } from './chosen.ts';
import { effectsOf, type DiffEffects } from './effects.ts';
import { inputChanges, type InputChange } from './inputs.ts';
import { rateChanges, type RateChange } from './rates.ts';
import { grouped, isUnchanged, rowChanges, type Cause, type Causes, type RowChange } from './rows.ts';
import type { Bound, Compared, Side } from './side.ts';

/** How sure a difference is, where either total may be only a lower bound. */
export type ChangeBound = 'exact' | 'at-least' | 'at-most' | 'of-what-is-known';

/** Two monthly amounts and what is known of their difference. */
export interface Moved {
  readonly from: Decimal;
  readonly fromBound: Bound;
  readonly to: Decimal;
  readonly toBound: Bound;
  readonly bound: ChangeBound;
}

/** A candidate before and now, row by row. It may be another one now, where what is in use changed. */
export interface CandidateChange extends Moved {
  readonly before: Compared | null;
  readonly now: Compared | null;
  readonly rows: readonly RowChange[];
  readonly causes: Causes;
  /** Null where a side does not say what it was worked out from, or does not have the candidate. */
  readonly effects: DiffEffects | null;
}

/** What changed between two sides: in inputs, in prices, and in dollars. */
export interface Diff {
  readonly before: Side;
  readonly now: Side;
  /** Of what is compared: requests and connections together. */
  readonly total: Moved;
  readonly compared: readonly (CandidateChange & Pick<Chosen, 'carries' | 'by'>)[];
  /** Every candidate of either side under its own id. */
  readonly candidates: readonly CandidateChange[];
  readonly inputs: readonly InputChange[];
  /** Prices under the rows of what is compared. */
  readonly rates: readonly RateChange[];
}

/**
 * Compares two sides.
 * @param asked the candidate to compare; null for what is in use, or else the cheapest of the earlier side.
 */
export function diffOf(before: Side, now: Side, asked: string | null): Diff {
  const compared = chosen(before, now, asked).map(({ carries, by, before: was, now: is }) => ({
    carries,
    by,
    ...candidateChange(before, now, was, is),
  }));
  const ids = [...new Set([...now.candidates, ...before.candidates].map((one) => one.id))];
  const named = (side: Side, id: string) => side.candidates.find((one) => one.id === id) ?? null;
  return {
    before,
    now,
    total: {
      ...moved(
        compared.map(({ before: was }) => was),
        compared.map(({ now: is }) => is),
      ),
      bound: boundOfSum(compared.map((one) => one.bound)),
    },
    compared,
    candidates: ids.map((id) => candidateChange(before, now, named(before, id), named(now, id))),
    inputs: inputChanges(before, now),
    rates: rateChanges(
      compared.flatMap(({ rows }) => rows),
      before,
      now,
    ),
  };
}

function candidateChange(before: Side, now: Side, was: Compared | null, is: Compared | null): CandidateChange {
  const rows = rowChanges(grouped(was?.rows ?? [], before, before), grouped(is?.rows ?? [], now, before));
  const of = (cause: Cause) => sum(rows.map((row) => row.causes[cause]));
  const causes = { input: of('input'), price: of('price'), added: of('added'), removed: of('removed') };
  const repriced = (is?.cost ?? ZERO).minus(causes.price);
  const change = moved([was], [is]);
  return {
    ...change,
    bound: sameIsUnknown({ before, now, was, is, rows }) ? 'exact' : change.bound,
    before: was,
    now: is,
    rows,
    causes,
    effects: was && is && effectsOf({ before, now, from: was, to: is }, repriced),
  };
}

function moved(was: readonly (Compared | null)[], is: readonly (Compared | null)[]): Moved {
  const together = (some: readonly (Compared | null)[]) => sum(some.map((one) => one?.cost ?? ZERO));
  const boundOf = (some: readonly (Compared | null)[]): Bound => (some.some((one) => one?.bound === 'at-least') ? 'at-least' : 'exact');
  const [fromBound, toBound] = [boundOf(was), boundOf(is)];
  return { from: together(was), fromBound, to: together(is), toBound, bound: boundOfChange(fromBound, toBound) };
}

interface Both {
  readonly before: Side;
  readonly now: Side;
  readonly was: Compared | null;
  readonly is: Compared | null;
  readonly rows: readonly RowChange[];
}

/**
 * Whether both totals lack the same: the same quantities of the same things at the same prices, which nobody published.
 * Then the difference of what is known is the whole difference.
 */
function sameIsUnknown({ before, now, was, is, rows }: Both): boolean {
  const sameBook = before.pricesOf === now.pricesOf && before.book.edition.id === now.book.edition.id && before.region === now.region;
  if (!sameBook || was === null || is === null) return false;
  const lacking = new Set([...was.missing, ...is.missing].map(({ sku }) => sku));
  const priced = new Set<string>(rows.map(({ sku }) => sku));
  if (lacking.size === 0) return false;
  // What has no row lacks a size: only the same workload, by whatever name, lacks the same.
  if ([...lacking].some((sku) => !priced.has(sku)))
    return inputChanges(before, now).every(({ field }) => /^(name|account|payer|tags\..*)$/.test(field));
  return rows.filter(({ sku }) => lacking.has(sku)).every(isUnchanged);
}

/** Several differences as one. */
export function togetherOf(all: readonly Moved[]): Moved {
  const boundOf = (some: readonly Bound[]): Bound => (some.includes('at-least') ? 'at-least' : 'exact');
  return {
    from: sum(all.map((one) => one.from)),
    fromBound: boundOf(all.map((one) => one.fromBound)),
    to: sum(all.map((one) => one.to)),
    toBound: boundOf(all.map((one) => one.toBound)),
    bound: boundOfSum(all.map((one) => one.bound)),
  };
}

/** What is known of a sum of differences. */
function boundOfSum(bounds: readonly ChangeBound[]): ChangeBound {
  const [first = 'exact', ...others] = [...new Set(bounds)].filter((one) => one !== 'exact');
  return others.length === 0 ? first : 'of-what-is-known';
}

/** What is known of a difference of two amounts. */
export function boundOfChange(from: Bound, to: Bound): ChangeBound {
  return from === 'exact' ? to : to === 'exact' ? 'at-most' : 'of-what-is-known';
}

/** What makes the totals of a candidate lower bounds, each once. */
export function missingOf({ before, now }: Pick<CandidateChange, 'before' | 'now'>): Compared['missing'] {
  const all = [...(before?.missing ?? []), ...(now?.missing ?? [])];
  return all.filter((gap, at) => all.findIndex((other) => other.sku === gap.sku && other.reason === gap.reason) === at);
}
