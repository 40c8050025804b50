import { PriceError, type Problem } from '../../errors/errors.ts';
import { outOfDates } from '../../pricebook/contract.ts';
import { openPriceBook } from '../../pricebook/price-book.ts';
import type { LayerKind, PriceData } from '../../pricebook/sheet.ts';
import type { Answer } from '../answer.ts';
import { dateOf } from '../pricing-options.ts';
import { readWorkloads } from '../read-workloads.ts';
import type { Source } from '../source.ts';
import { priceAge } from '../staleness.ts';
import type { PriceAge } from '../../documents/summary.ts';
import { agesOf, type ServiceAge } from './ages.ts';
import { usedBy, type Lacking } from './lacking.ts';
import { isSupported, type Machine } from './machine.ts';
import { nextSteps, type NextStep } from './next-steps.ts';

/** What answers go by, as the command line and the user's folders say. */
export interface InForce {
  /** What lays something over the package's prices, and where that was said: an option, a variable, the user's data folder. */
  readonly laid: readonly LaidOver[];
  /**
   * The prices with all that is laid over them, then with less of it, for where that is damaged: those of the package last.
   * @throws PriceError where what is laid over them is damaged.
   */
  readonly prices: readonly (() => Promise<PriceData>)[];
}

export interface LaidOver {
  readonly kind: 'prices' | 'contract';
  readonly path: string;
  readonly by: string;
  /** What to do where it cannot be read. */
  readonly repair: string;
}

/** A layer of the price list, from the bottom up, and how many sources it names. */
export interface LaidLayer {
  readonly id: string;
  readonly kind: LayerKind;
  readonly sources: number;
}

/** A contract by which answers may go, and whether it holds on the day. */
export interface InForceContract {
  readonly name: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly holds: 'now' | 'not-yet' | 'ended';
}

export interface DoctorAnswer extends Answer {
  readonly machine: Machine;
  readonly isNodeSupported: boolean;
  readonly laid: readonly LaidOver[];
  readonly layers: readonly LaidLayer[];
  readonly contract: InForceContract | null;
  /** Of the prices of all services, or of those that the workloads use where they are. */
  readonly ages: readonly ServiceAge[];
  readonly age: PriceAge;
  readonly regions: readonly string[];
  readonly lacking: readonly Lacking[];
  /** Whether what is laid over the package's prices is damaged: then the rest is said of the package's alone. */
  readonly isDamaged: boolean;
  readonly next: readonly NextStep[];
}

/** What this program goes by on this machine, what of it is old or wrong, and what to do about that. */
export async function doctor(
  sources: Iterable<Source>,
  { asOf }: { readonly asOf: string },
  machine: Machine,
  inForce: InForce,
): Promise<DoctorAnswer> {
  const day = dateOf(asOf);
  const texts = [...sources];
  const { seen, damage } = await looked(texts, inForce, day);
  const age = priceAge({ oldest: seen.ages.flatMap(({ oldest }) => oldest ?? []).toSorted()[0] ?? null, lists: [] }, day);
  const isNodeSupported = isSupported(machine.node, machine.nodeSupported);
  return {
    machine,
    isNodeSupported,
    laid: inForce.laid,
    ...seen,
    age,
    isDamaged: damage.length > 0,
    next: nextSteps({ machine, isNodeSupported, laid: inForce.laid, damage, age, ...seen }),
    problems: [...damage, ...seen.problems],
    failed: false,
    remarks: [],
  };
}

/** What there is to see in the prices: where what is laid over them is damaged, in those below it. */
async function looked(sources: readonly Source[], { prices }: InForce, day: string | null) {
  const damage: Problem[] = [];
  for (const [index, read] of prices.entries())
    try {
      return { seen: lookedIn(sources, await read(), day), damage };
    } catch (error) {
      if (!(error instanceof PriceError) || index === prices.length - 1) throw error;
      const known = new Set(damage.map(({ file, what }) => `${file} ${what}`));
      damage.push(...error.problems.filter(({ file, what }) => !known.has(`${file} ${what}`)));
    }
  throw new Error('there are prices of the package');
}

function lookedIn(sources: readonly Source[], prices: PriceData, day: string | null) {
  const book = openPriceBook(prices);
  const { placed, problems } = readWorkloads(sources, null, book);
  const { regions, services, lacking } = usedBy(placed, book);
  const ages = agesOf(book, regions).filter(({ service }) => placed.length === 0 || services.has(service));
  const layers = (prices.added ?? []).map(({ id, kind, sources: named }) => ({ id, kind, sources: Object.keys(named).length }));
  const agreed = prices.agreement?.contract;
  const contract: InForceContract | null = agreed
    ? { name: agreed.name, from: agreed.from, until: agreed.until, holds: (day === null ? null : outOfDates(agreed, day)) ?? 'now' }
    : null;
  return { regions, lacking, ages, layers, contract, problems };
}
