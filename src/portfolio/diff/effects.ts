import { NAMED } from '../../candidates/index.ts';
import { totalOf } from '../../estimate/cost-in-question.ts';
import { price } from '../../estimate/price.ts';
import type { MonthOptions } from '../../journey/month.ts';
import type { Decimal } from '../../money/decimal.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import type { Workload } from '../../workload/schema.ts';
import { EFFECTS } from '../change.ts';
import { hybrid } from '../../whatif/hybrid.ts';
import { poolEntries } from '../portfolio.ts';
import { readInput } from '../read-input.ts';
import type { Compared, Side } from './side.ts';

/** The effects of a report that one workload can have. */
export const DIFF_EFFECTS = {
  model: EFFECTS.model,
  counting: 'another length of the month, other bytes in a KB, allowances subtracted or not',
  volume: EFFECTS.volume,
  mix: EFFECTS.mix,
  design: EFFECTS.design,
  price: EFFECTS.price,
} as const;
export type DiffEffect = keyof typeof DIFF_EFFECTS;
export type DiffEffects = Readonly<Record<DiffEffect, Decimal>>;

/**
 * The change of a candidate step by step, as a report takes the steps: each is worked out at the earlier prices, and
 * prices come last. They add up to the change to the last digit. Null where a side does not say what it was worked out from.
 * @param repriced what the quantities of now would have cost at the earlier prices.
 */
export function effectsOf(
  { before, now, from, to }: { readonly before: Side; readonly now: Side; readonly from: Compared; readonly to: Compared },
  repriced: Decimal,
): DiffEffects | null {
  const earlier = before.workload;
  if (earlier === null || now.workload === null) return null;
  const inputs = [before.input, now.input] as const;
  const mixed = (kind: 'volume' | 'mix', otherwise: Workload): Workload => {
    const read = readInput(hybrid(...inputs, kind));
    return read === null ? otherwise : { ...read, region: before.region };
  };
  const counting = { ...before.book, edition: now.book.edition };
  const [then, later] = [before, now].map(({ hoursPerMonth, alwaysFree, freeTier }) => ({ hoursPerMonth, alwaysFree, freeTier })) as [
    Counting,
    Counting,
  ];
  const volumes = mixed('volume', earlier);
  const mixes = mixed('mix', volumes);
  const steps: readonly (readonly [DiffEffect, Decimal])[] = [
    ['model', costOf(from.id, earlier, before.book, then)],
    ['counting', costOf(from.id, earlier, counting, later)],
    ['volume', costOf(from.id, volumes, counting, later)],
    ['mix', costOf(from.id, mixes, counting, later)],
    ['design', repriced],
    ['price', to.cost],
  ];
  let last = from.cost;
  return Object.fromEntries(
    steps.map(([effect, cost]) => {
      const moved = cost.minus(last);
      last = cost;
      return [effect, moved];
    }),
  ) as Record<DiffEffect, Decimal>;
}

type Counting = Required<Omit<MonthOptions, 'asked'>>;

function costOf(id: string, workload: Workload, book: PriceBook, options: Counting): Decimal {
  const entries = NAMED.filter((one) => one.id === id && one.applies(workload)).flatMap((one) => poolEntries(one, workload, book, options));
  return totalOf(price(entries, book, options).flatMap(({ lineItems }) => lineItems));
}
