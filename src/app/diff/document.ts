import { plain } from '../../money/decimal.ts';
import { missingOf, type CandidateChange, type Diff, type Moved } from '../../portfolio/diff/diff.ts';
import type { Amount, Causes } from '../../portfolio/diff/rows.ts';
import type { Side } from '../../portfolio/diff/side.ts';
import type { DiffDocument } from '../../documents/diff/schema.ts';
import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';

/** A comparison as data: decimals as strings, keys in a fixed order. */
export function diffDocument({ before, now, total, compared, inputs, rates, candidates }: Diff): DiffDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    currency: 'USD',
    before: sideData(before),
    now: sideData(now),
    total: movedData(total),
    compared: compared.map((one) => ({ carries: one.carries, by: one.by, ...changeData(one) })),
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
    candidates: candidates.map(changeData),
  };
}

export function diffJson(diff: Diff): string {
  return jsonText(diffDocument(diff));
}

function sideData({ file, name, region, book, pricesOf, hoursPerMonth, alwaysFree }: Side): DiffDocument['before'] {
  const edition = book.edition.id;
  return { file, workload: name, region, edition, prices: pricesOf, hoursPerMonth: plain(hoursPerMonth), alwaysFree };
}

function movedData({ from, fromBound, to, toBound, bound }: Moved): DiffDocument['total'] {
  return { from: plain(from), fromBound, to: plain(to), toBound, change: plain(to.minus(from)), bound };
}

function changeData(one: CandidateChange): DiffDocument['candidates'][number] {
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
      before: amountData(row.before),
      now: amountData(row.now),
      causes: causesData(row.causes),
    })),
  };
}

function causesData({ input, price, added, removed }: Causes): DiffDocument['candidates'][number]['causes'] {
  return { input: plain(input), price: plain(price), added: plain(added), removed: plain(removed) };
}

function amountData(amount: Amount | null): DiffDocument['candidates'][number]['rows'][number]['before'] {
  if (amount === null) return null;
  const { place, pricingQuantity, cost, bound } = amount;
  return { place, pricingQuantity: plain(pricingQuantity), listCost: plain(cost), bound };
}
