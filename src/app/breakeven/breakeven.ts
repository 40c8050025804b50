import { usable, type Advised } from '../../advise/advised.ts';
import type { Costed } from '../../advise/costed.ts';
import { UsageError } from '../../errors/errors.ts';
import type { Month } from '../../journey/month.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import { axisOf, type Axis } from '../../whatif/axis.ts';
import { crossingsOf, type Crossing } from '../../whatif/crossings.ts';
import { fieldNamed } from '../../whatif/field-named.ts';
import { costsAlong } from '../../whatif/points.ts';
import { costedMonths, type CostedAnswer, type CostedMonth, type CostedOptions } from '../costed-months.ts';
import { knownCandidate } from '../known-candidate.ts';
import type { Source } from '../source.ts';

export interface BreakevenOptions extends CostedOptions {
  /** The field that varies, or its last part: `requests`. */
  readonly over?: string;
  /** Two candidates by their ids, `rest,http`; else what is spoken of with each other that serves the workload. */
  readonly between?: string;
}

/** Two candidates, and every point at which the cheaper of them changes. */
export interface Pair {
  readonly one: Advised;
  readonly other: Advised;
  readonly crossings: readonly Crossing[];
  /** At the greatest value, behind all crossings. */
  readonly cheaperAtLast: Advised;
}

export interface Breakevens {
  readonly costed: Costed;
  readonly axis: Axis;
  readonly pairs: readonly Pair[];
  /** Candidates of whose cost a part is not known. */
  readonly notCompared: readonly Advised[];
}

/**
 * Every point of one field of each workload at which the cheaper of two candidates changes, all else as stated.
 * @throws UsageError where an option is none; PriceError where price data is damaged.
 */
export async function breakeven(
  sources: Iterable<Source>,
  options: BreakevenOptions,
  prices: PriceData,
): Promise<CostedAnswer<Breakevens>> {
  const between = options.between === undefined ? null : pairOf(options.between);
  const breakevens = ({ workload, month, costed, book }: CostedMonth) => {
    const over = options.over ?? (workload.traffic ? 'traffic.requests' : 'realtime.connections');
    const field = fieldNamed(over, workload, `--over ${over}`);
    const axis = axisOf(field, month);
    if (axis === null)
      throw new UsageError(`--over ${field} has no single value to vary`, 'the workload states it for each class of requests', null);
    return breakevensOf(costed, axis, between, month, book);
  };
  return costedMonths(sources, options, prices, breakevens, between ?? []);
}

/** @throws UsageError where a candidate is none that the workload has. */
function breakevensOf(costed: Costed, axis: Axis, between: readonly [string, string] | null, month: Month, book: PriceBook): Breakevens {
  const costAt = costsAlong(axis, month, book);
  const isWhole = (one: Advised) => one.estimate.bound === 'exact';
  const pairs = between === null ? subjectAndOthers(costed) : [between.map((id) => named(id, costed)) as [Advised, Advised]];
  return {
    costed,
    axis,
    pairs: pairs
      .filter((pair) => pair.every(isWhole))
      .map(([one, other]) => ({
        one,
        other,
        crossings: crossingsOf((at) => [costAt(at, one.candidate), costAt(at, other.candidate)], axis.lowest, axis.highest),
        cheaperAtLast: costAt(axis.highest, one.candidate).lte(costAt(axis.highest, other.candidate)) ? one : other,
      })),
    notCompared: [...new Set(pairs.flat().filter((one) => !isWhole(one)))],
  };
}

/** What is spoken of, beside everything else that serves the same part of the workload. */
function subjectAndOthers({ subject, candidates }: Costed): readonly (readonly [Advised, Advised])[] {
  return subject.flatMap(({ carries, advised }) =>
    candidates
      .filter((one) => one !== advised && one.candidate.carries === carries && usable(one))
      .map((one): readonly [Advised, Advised] => [advised, one]),
  );
}

function named(id: string, { candidates }: Costed): Advised {
  const found = candidates.find((one) => one.candidate.id === id);
  if (found) return found;
  throw new UsageError(
    `--between names ${id}, which is not compared for this workload`,
    `it has ${candidates.map((one) => one.candidate.id).join(', ')}`,
    null,
  );
}

function pairOf(text: string): readonly [string, string] {
  const [one, other, ...more] = text.split(',').map((id) => id.trim());
  if (!one || !other || more.length > 0 || one === other)
    throw new UsageError(`--between is "${text}"`, 'it names two candidates', '--between rest,http');
  knownCandidate(one);
  knownCandidate(other);
  return [one, other];
}
