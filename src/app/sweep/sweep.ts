import type { Costed } from '../../advise/costed.ts';
import type { Candidate } from '../../candidates/candidate.ts';
import { UsageError } from '../../errors/errors.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import { monthInstead, type Month } from '../../journey/month.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import { axisOf } from '../../whatif/axis.ts';
import type { Workload } from '../../workload/schema.ts';
import { costedMonths, type CostedAnswer, type CostedMonth, type CostedOptions } from '../costed-months.ts';
import { knownCandidate } from '../known-candidate.ts';
import type { Source } from '../source.ts';
import { pointsOf, sweptOf, type Swept } from './over.ts';
import { pointOf, type Point } from './point.ts';
import { turnsOf, type Turn } from './turns.ts';

export interface SweepOptions extends Omit<CostedOptions, 'candidate'> {
  /** One field with its range, or two, such as `requests=1M..10B`. */
  readonly over: readonly string[];
  /** How many values of each; else as many as a table has room for, or a drawing. */
  readonly points?: string;
  readonly isDrawn?: boolean;
  /** Candidates by their ids; else those that serve somewhere in the range, and what is in use or picked. */
  readonly candidate?: readonly string[];
  /** Also candidates that serve nowhere in the range. */
  readonly all?: boolean;
}

/** The candidates for one part of a workload over a range. */
export interface SweptPart {
  readonly carries: Candidate['carries'];
  /** The cheapest of the workload as it is stated first. */
  readonly candidates: readonly Candidate[];
  /** What is in use, else the pick, of the workload as it is stated; by its place among the candidates. */
  readonly subject: number | null;
  /** Of two fields, all values of the first for each of the second. */
  readonly points: readonly Point[];
  /** Of one field; none of two. */
  readonly turns: readonly Turn[];
}

export interface SweepResult {
  readonly costed: Costed;
  readonly over: readonly Swept[];
  readonly parts: readonly SweptPart[];
}

/** How many values a field has: at most, in a table, and in a drawing. */
const ONE_FIELD = { most: 500, table: 9, drawing: 60 };
const TWO_FIELDS = { most: 40, table: 9, drawing: 25 };

/**
 * What candidates cost over a range of one field of a workload, or which is the cheapest over a range of two.
 * @throws UsageError where an option is none; PriceError where price data is damaged.
 */
export async function sweep(source: Source, options: SweepOptions, prices: PriceData): Promise<CostedAnswer<SweepResult>> {
  const [first, second, ...more] = options.over;
  if (first === undefined || more.length > 0)
    throw new UsageError(
      first === undefined ? 'nothing is swept' : `--over is given ${options.over.length} times`,
      'a sweep goes over one field, or over two for a grid',
      '--over requests=1M..10B',
    );
  const { most, table, drawing } = second === undefined ? ONE_FIELD : TWO_FIELDS;
  const points = pointsOf(options.points, options.isDrawn ? drawing : table, most);
  const { candidate = [], ...others } = options;
  const asked = candidate.map((id) => knownCandidate(id));
  const swept = ({ month, costed, book }: CostedMonth): SweepResult => {
    const over = options.over.map((text) => sweptOf(text, points, month));
    if (new Set(over.map(({ axis }) => axis.field)).size < over.length)
      throw new UsageError(`--over names ${over[0]?.axis.field} twice`, 'a grid has two fields', null);
    return { costed, over, parts: partsOf(costed, over, asked, options.all === true, month, book) };
  };
  return costedMonths([source], others, prices, swept, asked);
}

function partsOf(
  costed: Costed,
  over: readonly Swept[],
  asked: readonly string[],
  all: boolean,
  month: Month,
  book: PriceBook,
): readonly SweptPart[] {
  const others = asked.filter((id) => !costed.candidates.some(({ candidate }) => candidate.id === id));
  if (others.length > 0)
    throw new UsageError(
      `--candidate ${others.join(', ')} is not compared for this workload`,
      `there are ${costed.candidates.map(({ candidate }) => candidate.id).join(', ')}`,
      null,
    );
  const workloadAt = workloads(over, month);
  const cells = cellsOf(over);
  return (['requests', 'realtime'] as const).flatMap((carries): SweptPart[] => {
    const subject = costed.subject.find((one) => one.carries === carries)?.advised.candidate;
    const group = costed.candidates
      .filter(({ candidate }) => candidate.carries === carries && (asked.length === 0 || asked.includes(candidate.id)))
      .toSorted((a, b) => costOf(a.estimate).cmp(costOf(b.estimate)))
      .map(({ candidate }) => candidate);
    const whole = cells.map((at) => pointOf(at, workloadAt(at), group, month, book));
    const kept = [...group.keys()].filter(
      (index) => all || asked.length > 0 || group[index] === subject || whole.some(({ costs }) => costs[index]?.serves),
    );
    if (kept.length === 0) return [];
    const candidates = kept.flatMap((index) => group[index] ?? []);
    const points = whole.map((point): Point => {
      const cheapest = point.cheapest === null ? -1 : kept.indexOf(point.cheapest);
      return { at: point.at, costs: kept.map((index) => point.costs[index] ?? null), cheapest: cheapest < 0 ? null : cheapest };
    });
    const at = (steps: bigint) => pointOf([steps], workloadAt([steps]), candidates, month, book);
    const turns = over.length === 1 ? turnsOf(points, at) : [];
    const place = candidates.findIndex((one) => one === subject);
    return [{ carries, candidates, subject: place < 0 ? null : place, points, turns }];
  });
}

/** All values of the first field for each of the second. */
function cellsOf([first, second]: readonly Swept[]): readonly (readonly bigint[])[] {
  const columns = first?.values ?? [];
  return second === undefined ? columns.map((at) => [at]) : second.values.flatMap((row) => columns.map((column) => [column, row]));
}

/** The workload at values of one field or two. */
function workloads([first, second]: readonly Swept[], month: Month): (at: readonly bigint[]) => Workload {
  return ([column = 0n, row = 0n]) => {
    const once = first?.axis.at(column) ?? month.workload;
    if (second === undefined) return once;
    return axisOf(second.axis.field, monthInstead(month, once))?.at(row) ?? once;
  };
}
