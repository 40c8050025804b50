import { candidateNamed } from '../../candidates/index.ts';
import type { EarlierResult, EarlierRow } from '../../documents/cost/read.ts';
import type { EarlierRate } from '../../documents/report/read.ts';
import { decimal } from '../../money/decimal.ts';
import { bookFor, type PriceBook } from '../../pricebook/price-book.ts';
import { isSku } from '../../pricebook/skus.ts';
import { readInput } from '../read-input.ts';
import { withEarlierRates } from '../earlier-rates.ts';
import { placeOf } from './places.ts';
import { spokenOf, type Compared, type Row, type Side, type Spoken } from './side.ts';
import { costedOf } from '../../advise/costed.ts';
import { pick } from '../../advise/pick.ts';
import { monthOf } from '../../journey/month.ts';
import type { AssumptionId } from '../../workload/assumptions.ts';
import type { Workload } from '../../workload/schema.ts';

/**
 * An earlier document as one side of a comparison, with the prices of its rows.
 * @param book today's prices in the document's edition, for what its rows do not name.
 */
export function earlierSide(file: string, recorded: EarlierResult, all: PriceBook): Side {
  const read = recorded.input === undefined || recorded.input === null ? null : readInput(recorded.input);
  // `--region` may have replaced the one in the file.
  const workload = read === null ? null : { ...read, region: recorded.region };
  const book = workload === null ? all : bookFor(all, workload);
  const candidates = recorded.candidates.flatMap((one): Compared[] => {
    const known = candidateNamed(one.id);
    if (known === undefined) return [];
    const { id, title, bound, missing } = one;
    return [
      {
        id,
        title,
        carries: known.carries,
        cost: decimal(one.cost),
        bound,
        missing,
        whole: workload === null || known.lacks(workload).length === 0,
        rows: one.lineItems.flatMap(rowOf),
      },
    ];
  });
  const assumed = (what: AssumptionId) => recorded.assumptions.some(({ id }) => id === what);
  return {
    file,
    name: recorded.workload,
    workload,
    input: workload === null ? null : recorded.input,
    region: recorded.region,
    book: withEarlierRates(
      book,
      ratesOf(
        candidates.flatMap(({ rows }) => rows),
        book,
      ),
    ),
    pricesOf: file,
    hoursPerMonth: decimal(recorded.hoursPerMonth),
    alwaysFree: assumed('always-free-on'),
    freeTier: assumed('free-tier-legacy') ? 'legacy' : assumed('free-tier-credits') ? 'credits' : 'none',
    candidates,
    subject: subjectOf(recorded, candidates, workload, book),
  };
}

/** What a document speaks of: as it says; else by its workload, as it would be decided today; else the cheapest of each half. */
function subjectOf(
  { summary }: EarlierResult,
  candidates: readonly Compared[],
  workload: Workload | null,
  book: PriceBook,
): readonly Spoken[] {
  if (summary !== undefined)
    return summary.subject.map(({ carries, candidate, by }) => ({ carries, id: candidate, by: by === 'asked' ? 'pick' : by }));
  if (workload !== null) {
    const month = monthOf(workload, book);
    return spokenOf(costedOf(pick(month, book), month, book));
  }
  return (['requests', 'realtime'] as const).flatMap((carries) => {
    const group = candidates.filter((one) => one.carries === carries);
    const known = group.filter((one) => one.bound === 'exact' && one.whole);
    const [best] = (known.length > 0 ? known : group.slice(0, 1)).toSorted((a, b) => a.cost.cmp(b.cost));
    return best === undefined ? [] : [{ carries, id: best.id, by: 'cheapest' as const }];
  });
}

function rowOf(row: EarlierRow): readonly Row[] {
  const { sku } = row;
  if (!isSku(sku)) return [];
  return [
    {
      hop: row.hop,
      sku,
      place: row.place,
      tierFrom: row.tierFrom === null ? null : decimal(row.tierFrom),
      pricingQuantity: decimal(row.pricingQuantity),
      pricingUnit: row.pricingUnit,
      unitPrice: row.unitPrice === null ? null : decimal(row.unitPrice),
      cost: row.cost === null ? null : decimal(row.cost),
      published: null,
    },
  ];
}

/** The rates that rows rest on: the tiers they name as they name them, the others as they are today. */
function ratesOf(rows: readonly Row[], book: PriceBook): { readonly rates: readonly EarlierRate[] } {
  const seen = new Map<string, { readonly row: Row; readonly tiers: Map<string, string | null> }>();
  for (const row of rows) {
    // Rows that no tier prices are free for another reason, unless nobody published the whole rate.
    const from = row.tierFrom?.toFixed() ?? (row.unitPrice === null ? '0' : null);
    if (from === null) continue;
    const key = `${row.sku} ${row.place}`;
    const found = seen.get(key) ?? { row, tiers: new Map<string, string | null>() };
    found.tiers.set(from, row.unitPrice?.toFixed() ?? null);
    seen.set(key, found);
  }
  const rates = [...seen.values()].map(({ row: { sku, place }, tiers }): EarlierRate => {
    const today = book.rate(sku, placeOf(sku, place));
    const unpriced = tiers.size === 1 && tiers.get('0') === null;
    const others = 'unavailable' in today || unpriced ? [] : today.tiers.filter(({ from }) => !tiers.has(from.toFixed()));
    return {
      sku,
      place,
      tiers: [
        ...[...tiers].map(([from, unitPrice]) => ({ from, unitPrice })),
        ...others.map(({ from, unitPrice }) => ({ from: from.toFixed(), unitPrice: unitPrice?.toFixed() ?? null })),
      ].toSorted((a, b) => decimal(a.from).cmp(b.from)),
    };
  });
  return { rates };
}
