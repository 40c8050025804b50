import type { Costed } from '../../advise/costed.ts';
import { costTogether } from '../../advise/subject.ts';
import type { Bindings } from '../../compose/enumerate.ts';
import { frontier, settingOf, type Step } from '../../compose/frontier.ts';
import { LEVER_IDS, type Carries, type LeverId, type Setting } from '../../compose/lever.ts';
import { LEVERS } from '../../compose/levers.ts';
import { searching, type Optimum } from '../../compose/optimize.ts';
import { nameOf } from '../../compose/name.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { UsageError } from '../../errors/errors.ts';
import { unpriced } from '../../estimate/disclose.ts';
import { estimateOf, type CandidateEstimate } from '../../estimate/estimate.ts';
import { monthInstead, type Month } from '../../journey/month.ts';
import type { Decimal } from '../../money/decimal.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import { costedMonths, type CostedAnswer, type CostedOptions } from '../costed-months.ts';
import type { Source } from '../source.ts';

/** Of what is in use or picked, or of the candidate that is asked for, one starts. */
export interface OptimizeOptions extends CostedOptions {
  /** Levers that have one value, such as `front-door=rest`. */
  readonly fix?: readonly string[];
  /** Levers whose value in the workload binds nothing. */
  readonly free?: readonly string[];
}

/** A lever that the workload binds by what it states. */
export interface Bound {
  readonly lever: LeverId;
  readonly stated: readonly string[];
  /** What the cheapest would cost less if it were free; null where nothing. */
  readonly saving: Decimal | null;
}

/** The cheapest architecture of one workload, and the way to it. */
export interface Optimized {
  readonly costed: Costed;
  /** Where one starts: what is asked for, in use, or picked. */
  readonly start: ReadonlyMap<Carries, Setting>;
  /** What that costs; null where a part of it is not known. */
  readonly cost: Decimal | null;
  readonly optimum: Optimum;
  /** The rows of each part of the cheapest. */
  rows(): readonly CandidateEstimate[];
  /** What costs money and is in no total, of the cheapest. */
  readonly notPriced: readonly string[];
  /** Empty where it is not known what the start costs. */
  readonly steps: readonly Step[];
  readonly bound: readonly Bound[];
}

/**
 * The cheapest composition of everything that the levers allow, for every workload that can be read.
 * @throws UsageError where an option is none; PriceError where price data is damaged.
 */
export async function optimize(sources: Iterable<Source>, options: OptimizeOptions, prices: PriceData): Promise<CostedAnswer<Optimized>> {
  const bindings = bindingsOf(options);
  return costedMonths(sources, options, prices, ({ costed, month, book }) => optimized(costed, month, bindings, book));
}

function optimized(costed: Costed, month: Month, bindings: Bindings, book: PriceBook): Optimized {
  const { workload } = month;
  const search = searching(month, bindings, book);
  const optimum = search.thorough();
  const start = new Map(costed.subject.map(({ carries, advised }) => [carries, settingOf(advised.candidate, workload)]));
  const { cost, bound } = costTogether(costed.subject);
  return {
    costed,
    start,
    cost: bound === 'exact' ? cost : null,
    optimum,
    rows: () =>
      (optimum.best?.parts ?? []).map((one) => {
        const estimate = estimateOf(monthInstead(month, one.workload).journey(one.candidate), book);
        return { ...estimate, title: nameOf(one.setting) };
      }),
    notPriced: [
      ...new Set(
        (optimum.best?.parts ?? []).flatMap(({ candidate, workload: stated }) =>
          unpriced([candidate], [monthInstead(month, stated).journey(candidate).metered], stated).map(({ what }) => what),
        ),
      ),
    ],
    steps: bound === 'exact' ? frontier(search, start, cost) : [],
    bound: boundBy(month, bindings, optimum, book),
  };
}

function boundBy(month: Month, bindings: Bindings, { best }: Optimum, book: PriceBook): readonly Bound[] {
  return LEVER_IDS.flatMap((lever): Bound[] => {
    const stated = LEVERS[lever].stated(month.workload);
    if (stated === null || bindings.fixed.has(lever) || bindings.free.has(lever)) return [];
    const freed = searching(month, { ...bindings, free: new Set([...bindings.free, lever]) }, book).cheapest();
    return [{ lever, stated, saving: best && freed?.cost.lt(best.cost) ? best.cost.minus(freed.cost) : null }];
  });
}

/** @throws UsageError where a lever or a value of one is none, or a lever is both fixed and free. */
function bindingsOf({ fix = [], free = [] }: OptimizeOptions): Bindings {
  const fixed = new Map(
    fix.map((text): [LeverId, string] => {
      const [name = '', value = ''] = text.split('=', 2);
      const lever = leverOf(name, `--fix ${text}`, (found) => `--fix ${found}=${value}`);
      const { all } = LEVERS[lever];
      if (!all.includes(value))
        throw new UsageError(
          `--fix ${text}: ${lever} has no such value`,
          `it is one of ${all.join(', ')}`,
          `--fix ${lever}=${didYouMean(value, all) ?? all[0]}`,
        );
      return [lever, value];
    }),
  );
  const freed = new Set(free.map((text) => leverOf(text, `--free ${text}`, (found) => `--free ${found}`)));
  for (const lever of freed)
    if (fixed.has(lever))
      throw new UsageError(
        `--free ${lever} and --fix ${lever}=${fixed.get(lever)} exclude each other`,
        'a lever has one value, or any',
        null,
      );
  return { fixed, free: freed };
}

function leverOf(name: string, option: string, write: (found: LeverId) => string): LeverId {
  const found = LEVER_IDS.find((id) => id === name);
  if (found) return found;
  const meant = LEVER_IDS.find((id) => id === didYouMean(name, LEVER_IDS));
  throw new UsageError(`${option} names no lever`, `levers are ${LEVER_IDS.join(', ')}`, meant === undefined ? null : write(meant));
}
