import { compact, min, quotient, sum, ZERO, type Decimal } from '../money/decimal.ts';
import { formatQuantity } from '../money/format.ts';
import { placeId } from '../pricebook/place.ts';
import { listedRate, type PriceBook } from '../pricebook/price-book.ts';
import { unitsOf } from '../pricebook/skus.ts';
import { allowanceNote, allowanceOf, type Free } from './allowance.ts';
import { totalOf } from './cost-in-question.ts';
import type { LineItem } from './line-item.ts';
import { lineItem, reasonOf, tierBands, withoutPrice, type Band, type Missing, type PoolEntry, type Priced } from './price.ts';
import { wantOf } from './want.ts';

/** The usage of one workload, and the billing family whose tiers it fills with others. */
export interface Member {
  readonly family: string;
  readonly entries: readonly PoolEntry[];
  /** Whether it pays what AWS lists, since the contract of the book does not cover it. */
  readonly paysList?: boolean;
}

/** What shares one ladder of tiers: one sku, in one place, of one billing family. */
interface Ladder {
  readonly family: string;
  readonly entries: { readonly member: number; readonly entry: PoolEntry; readonly paysList: boolean }[];
}

function laddersOf(members: readonly Member[]): ReadonlyMap<string, Ladder> {
  const ladders = new Map<string, Ladder>();
  for (const [member, { family, entries, paysList = false }] of members.entries()) {
    for (const entry of entries) {
      if (entry.usage.pricingQuantity.isZero()) continue;
      const key = `${family}\n${entry.usage.sku} ${placeId(entry.place)}`;
      const ladder = ladders.get(key) ?? { family, entries: [] };
      ladder.entries.push({ member, entry, paysList });
      ladders.set(key, ladder);
    }
  }
  return ladders;
}

/**
 * Prices the usage of many workloads as one bill does: what shares a ladder fills its tiers and allowances once. Each
 * workload gets of every tier the share that it has of the usage, so its rows multiply out, and all rows of a tier add
 * up to the tier exactly: what a quotient loses, the last row gets back.
 */
export function priceTogether(members: readonly Member[], book: PriceBook, subtracted: Free): readonly Priced[] {
  const rows = members.map((): LineItem[] => []);
  const missing = members.map((): Missing[] => []);
  const drawn = new Map<string, Decimal>();
  for (const ladder of laddersOf(members).values()) {
    const [first] = ladder.entries;
    if (!first) continue;
    const { sku } = first.entry.usage;
    const rate = book.rate(sku, first.entry.place);
    const quantities = ladder.entries.map(({ entry }) => entry.usage.pricingQuantity);
    const free = freeBand(ladder, book, subtracted, drawn);
    const freeOf =
      free === null ? quantities.map(() => ZERO) : sharesOf(ladder.entries.map(drawing), [free]).map(([share = ZERO]) => share);
    const billed = quantities.map((quantity, index) => quantity.minus(freeOf[index] ?? ZERO));
    const tiers = 'unavailable' in rate ? withoutPrice(sum(billed), rate.unavailable) : tierBands(rate.tiers, ZERO, sum(billed));
    const shares = sharesOf(billed, tiers).map((one, index) => (free === null ? one : [freeOf[index] ?? ZERO, ...one]));
    const bands = free === null ? tiers : [free, ...tiers];
    for (const [at, { member, entry, paysList }] of ladder.entries.entries()) {
      const own = paysList ? listedRate(rate) : rate;
      for (const [index, pooled] of bands.entries()) {
        const quantity = shares[at]?.[index] ?? ZERO;
        if (quantity.isZero()) continue;
        const band = paysList ? asListed(pooled) : pooled;
        rows[member]?.push(held(lineItem(entry, own, { ...band, quantity }, consumed(entry, quantity))));
        if (band.unitPrice === null) missing[member]?.push({ sku, want: wantOf(own), reason: reasonOf(band) });
      }
    }
  }
  return members.map((_, index) => ({ lineItems: rows[index] ?? [], missing: missing[index] ?? [] }));
}

/** A row of one workload among thousands, whose numbers take no more room than they need. */
function held(row: LineItem): LineItem {
  const { consumedQuantity, pricingQuantity, listCost, contractedCost } = row;
  const quantity = compact(pricingQuantity);
  return {
    ...row,
    pricingQuantity: quantity,
    consumedQuantity: consumedQuantity === pricingQuantity ? quantity : compact(consumedQuantity),
    listCost: listCost && compact(listCost),
    ...(contractedCost && { contractedCost: compact(contractedCost) }),
  };
}

/**
 * What the bill of all would fall by without each member, ladder by ladder: the last tiers that it fills are the ones that
 * would go. Allowances stay with whoever is left. Null prices count as nothing: the total is a lower bound already.
 */
export function marginalCosts(members: readonly Member[], book: PriceBook, subtracted: Free): readonly Decimal[] {
  const costs = members.map(() => ZERO);
  const drawn = new Map<string, Decimal>();
  for (const ladder of laddersOf(members).values()) {
    const [first] = ladder.entries;
    const rate = first && book.rate(first.entry.usage.sku, first.entry.place);
    const free = freeBand(ladder, book, subtracted, drawn)?.quantity ?? ZERO;
    if (!rate || 'unavailable' in rate) continue;
    // What is left of the bill when someone goes, and of the usage that the allowance covers, at the prices of whoever goes.
    const costOf = (all: Decimal, covered: Decimal, { paysList }: Ladder['entries'][number]) =>
      sum(
        tierBands(rate.tiers, ZERO, all.minus(min(free, covered))).map((band) =>
          band.quantity.times((paysList ? asListed(band) : band).unitPrice ?? ZERO),
        ),
      );
    const all = sum(ladder.entries.map(({ entry }) => entry.usage.pricingQuantity));
    const covered = sum(ladder.entries.map(drawing));
    const whole = new Map(ladder.entries.map((one) => [one.paysList, costOf(all, covered, one)]));
    for (const one of ladder.entries)
      costs[one.member] = (costs[one.member] ?? ZERO).plus(
        (whole.get(one.paysList) ?? ZERO).minus(costOf(all.minus(one.entry.usage.pricingQuantity), covered.minus(drawing(one)), one)),
      );
  }
  return costs;
}

/** What the usage of many members costs as one bill, and nothing else of it, for comparing what-ifs; what has no price is left out. */
export function pooledCost(members: readonly Member[], book: PriceBook, subtracted: Free): Decimal {
  if (members.some(({ paysList }) => paysList))
    return totalOf(priceTogether(members, book, subtracted).flatMap(({ lineItems }) => lineItems));
  const drawn = new Map<string, Decimal>();
  const costs = [...laddersOf(members).values()].flatMap((ladder): readonly Decimal[] => {
    const [first] = ladder.entries;
    const rate = first && book.rate(first.entry.usage.sku, first.entry.place);
    const free = freeBand(ladder, book, subtracted, drawn)?.quantity ?? ZERO;
    if (!rate || 'unavailable' in rate) return [];
    const billed = sum(ladder.entries.map(({ entry }) => entry.usage.pricingQuantity)).minus(free);
    return tierBands(rate.tiers, ZERO, billed).map((band) => band.quantity.times(band.unitPrice ?? ZERO));
  });
  return sum(costs);
}

/** A band for whom the contract does not cover. */
function asListed(band: Band): Band {
  const { tier } = band;
  if (tier?.listUnitPrice === undefined) return band;
  const { listUnitPrice, ...listed } = tier;
  return { ...band, tier: { ...listed, unitPrice: listUnitPrice }, unitPrice: listUnitPrice };
}

/** What of an entry an allowance may cover. */
function drawing({ entry: { usage } }: Ladder['entries'][number]): Decimal {
  return usage.allowance === 'none' ? ZERO : usage.pricingQuantity;
}

/**
 * Which part of each band is whose, by the quantities, for every one of them. Rounded parts are differences of rounded
 * running sums, so they never lose a unit. What no band takes is left out.
 */
function sharesOf(quantities: readonly Decimal[], bands: readonly Band[]): readonly (readonly Decimal[])[] {
  const all = sum(quantities);
  const whole = sum(bands.map((band) => band.quantity)).eq(all);
  let before = ZERO;
  const given = bands.map(() => ZERO);
  return quantities.map((quantity) => {
    const until = before.plus(quantity);
    let left = quantity;
    const shares = bands.map((band, index) => {
      if (whole && index === bands.length - 1) return left;
      const upTo = until.eq(all) ? band.quantity : quotient(band.quantity.times(until), all);
      const share = min(upTo.minus(given[index] ?? ZERO), left);
      given[index] = (given[index] ?? ZERO).plus(share);
      left = left.minus(share);
      return share;
    });
    before = until;
    return shares;
  });
}

/** Consumed is to pricing quantity in every row as in the whole entry. */
function consumed({ usage: { consumedQuantity, pricingQuantity } }: PoolEntry, quantity: Decimal): Decimal {
  return consumedQuantity.eq(pricingQuantity) ? quantity : quotient(consumedQuantity.times(quantity), pricingQuantity);
}

function freeBand({ family, entries }: Ladder, book: PriceBook, free: Free, drawn: Map<string, Decimal>): Band | null {
  const [first] = entries;
  const place = first?.entry.place;
  const sku = first?.entry.usage.sku;
  if (!place || !sku) return null;
  const allowance = allowanceOf(sku, place, book, free);
  if (!allowance) return null;
  const key = `${family}\n${allowance.id}`;
  const used = drawn.get(key) ?? ZERO;
  const quantity = min(allowance.quantity.minus(used), sum(entries.map(drawing)));
  if (quantity.lte(ZERO)) return null;
  drawn.set(key, used.plus(quantity));
  return {
    tier: null,
    quantity,
    unitPrice: ZERO,
    note: allowanceNote(allowance, `a share of the first ${formatQuantity(allowance.quantity)} ${unitsOf(sku)}`),
  };
}
