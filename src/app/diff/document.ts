import { published } from '../../estimate/disclose.ts';
import { decimal, plain, quotient } from '../../money/decimal.ts';
import { missingOf, type CandidateChange, type Moved } from '../../portfolio/diff/diff.ts';
import type { Amount, Causes } from '../../portfolio/diff/rows.ts';
import type { Side } from '../../portfolio/diff/side.ts';
import type { DiffDocument } from '../../documents/diff/schema.ts';
import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';
import type { PriceAge } from '../../documents/summary.ts';
import { isLaid } from '../../pricebook/contract.ts';
import { contractData, costAs, type Named } from '../contract/document.ts';
import { gateData } from '../cost/summary.ts';
import type { Gate } from '../gates/gate.ts';
import { priceAge } from '../staleness.ts';
import type { DiffAnswer, DiffResult } from './diff.ts';

const MONTHS = decimal('12');

type Result = DiffDocument['results'][number];

/** Comparisons as data: decimals as strings, keys in a fixed order. */
export function diffDocument({ results, total, gates, asOf, agreement, problems }: Omit<DiffAnswer, 'failed' | 'remarks'>): DiffDocument {
  const [only, ...others] = results;
  return {
    schemaVersion: SCHEMA_VERSION,
    ...contractData(agreement),
    ...(others.length === 0
      ? {}
      : { totals: { workloads: results.length, ...movedSummary(total), gates: gates.map(gateData), prices: ageOf(results, asOf) } }),
    results: results.map((one) =>
      resultData(one, one === only && others.length === 0 ? gates : [], asOf, (cost) => costAs(cost, isLaid(agreement))),
    ),
    errors: problems.map((one) => ({ ...one })),
  };
}

/** What it costs now, what it did, and what is known of the difference. */
function movedSummary({ from, fromBound, to, toBound, bound }: Moved): Omit<Result['summary'], 'subject' | 'gates' | 'prices'> {
  return {
    monthly: plain(to),
    yearly: plain(to.times(MONTHS)),
    bound: toBound,
    before: plain(from),
    beforeBound: fromBound,
    change: plain(to.minus(from)),
    changeBound: bound,
    share: from.isZero() ? null : plain(quotient(to.minus(from), from)),
  };
}

/** How old the prices of now are; prices that were asked for, of a document or an older folder, are as old as they should be. */
function ageOf(results: readonly DiffResult[], asOf: string | null): PriceAge {
  const rows = results
    .flatMap(({ diff }) => [diff.before, diff.now])
    .filter((side) => side.pricesOf === null)
    .flatMap(({ candidates }) => candidates.flatMap((one) => one.rows));
  return priceAge(published(rows), asOf);
}

function resultData(result: DiffResult, gates: readonly Gate[], asOf: string | null, named: Named): Result {
  const { path, state, diff } = result;
  const { before, now, total, compared, inputs, rates, candidates } = diff;
  return {
    summary: {
      subject: compared.map((one) => ({ carries: one.carries, before: one.before?.id ?? null, now: one.now?.id ?? null, by: one.by })),
      ...movedSummary(total),
      gates: gates.map(gateData),
      prices: ageOf([result], asOf),
    },
    path,
    state,
    currency: 'USD',
    before: state === 'added' ? null : sideData(before),
    now: state === 'removed' ? null : sideData(now),
    total: movedData(total),
    compared: compared.map((one) => ({ carries: one.carries, by: one.by, ...changeData(one, named) })),
    inputs: inputs.map(({ field, before: was, now: is }) => ({ field, before: was, now: is })),
    rates: rates.map((one) => ({
      sku: one.sku,
      placeBefore: one.placeBefore,
      placeNow: one.placeNow,
      pricingUnit: one.unit,
      tierFrom: plain(one.tierFrom),
      before: one.before && plain(one.before),
      now: one.now && plain(one.now),
      reached: one.reached,
    })),
    candidates: candidates.map((one) => changeData(one, named)),
  };
}

export function diffJson(answer: DiffAnswer): string {
  return jsonText(diffDocument(answer));
}

function sideData({ file, name, region, book, pricesOf, hoursPerMonth, alwaysFree, freeTier }: Side): NonNullable<Result['before']> {
  const edition = book.edition.id;
  return { file, workload: name, region, edition, prices: pricesOf, hoursPerMonth: plain(hoursPerMonth), alwaysFree, freeTier };
}

function movedData({ from, fromBound, to, toBound, bound }: Moved): Result['total'] {
  return { from: plain(from), fromBound, to: plain(to), toBound, change: plain(to.minus(from)), bound };
}

function changeData(one: CandidateChange, named: Named): Result['candidates'][number] {
  const { before, now, rows, causes, effects } = one;
  return {
    before: before?.id ?? null,
    now: now?.id ?? null,
    title: (now ?? before)?.title ?? '',
    ...movedData(one),
    missing: missingOf(one).map(({ sku, want, reason }) => ({ sku, want: want ?? null, reason })),
    causes: causesData(causes),
    effects: effects && {
      model: plain(effects.model),
      counting: plain(effects.counting),
      volume: plain(effects.volume),
      mix: plain(effects.mix),
      design: plain(effects.design),
      price: plain(effects.price),
    },
    rows: rows.map((row) => ({
      hop: row.hop,
      sku: row.sku,
      pricingUnit: row.unit,
      before: amountData(row.before, named),
      now: amountData(row.now, named),
      causes: causesData(row.causes),
    })),
  };
}

function causesData({ input, price, added, removed }: Causes): Result['candidates'][number]['causes'] {
  return { input: plain(input), price: plain(price), added: plain(added), removed: plain(removed) };
}

function amountData(amount: Amount | null, named: Named): Result['candidates'][number]['rows'][number]['before'] {
  if (amount === null) return null;
  const { place, pricingQuantity, cost, bound } = amount;
  return { place, pricingQuantity: plain(pricingQuantity), ...named(cost), bound };
}
