import { NAMED } from '../candidates/index.ts';
import type { Free } from '../estimate/allowance.ts';
import { totalOf } from '../estimate/cost-in-question.ts';
import { priceTogether } from '../estimate/price-together.ts';
import type { MonthOptions } from '../journey/month.ts';
import type { EarlierReport } from '../documents/report/read.ts';
import { decimal, sum, ZERO, type Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { Workload } from '../workload/schema.ts';
import { hybrid } from '../whatif/hybrid.ts';
import type { Item } from './item.ts';
import { memberOf, poolEntries, type Portfolio } from './portfolio.ts';
import { readInput } from './read-input.ts';
import { withEarlierRates } from './earlier-rates.ts';

/** Why a bill moved from one month to the next, in the order in which the steps are taken. */
export const EFFECTS = {
  model: 'the calculation of this tool changed',
  removed: 'workloads that are no longer there',
  counting: 'another length of the month, allowances subtracted or not',
  volume: 'more or fewer requests, connections and messages',
  mix: 'other sizes, shares and hit ratios',
  design: 'another candidate, or with other parts around it',
  added: 'new workloads',
  price: 'other prices',
  allocation: 'another way to divide the bill',
} as const;
export type Effect = keyof typeof EFFECTS;
export type Effects = Readonly<Record<Effect, Decimal>>;

/** The change of one workload; its effects add up to it exactly. */
export interface ItemChange {
  /** Null where it is no longer there. */
  readonly item: Item | null;
  readonly workload: string;
  readonly file: string;
  readonly state: 'kept' | 'added' | 'removed';
  readonly from: Decimal;
  readonly fromBound: Bound;
  readonly to: Decimal;
  readonly toBound: Bound;
  readonly effects: Effects;
}

type Bound = 'exact' | 'at-least';

/** Where either end is a lower bound, so is that end's amount, and the difference is only of what is known. */
export interface Change {
  readonly from: Decimal;
  readonly fromBound: Bound;
  readonly to: Decimal;
  readonly toBound: Bound;
  readonly effects: Effects;
  readonly items: readonly ItemChange[];
}

/** A workload at one step of the way: by whose data, and built as what. */
interface Step {
  readonly key: string;
  readonly workload: Workload;
  readonly candidates: readonly string[];
}

/**
 * Month on month: the earlier bill is worked out again step by step, volumes first, then mix, design and prices, and
 * what each step moves is its effect. The effects of all workloads add up to the change to the last digit.
 */
export function changeSince(recorded: EarlierReport, now: Portfolio, book: PriceBook, options: MonthOptions = {}): Change {
  const then = new Map(keyed(recorded.workloads, (one) => key(one.account, one.workload)));
  const items = new Map(keyed(now.items, (one) => key(one.workload.account ?? null, one.workload.name)));
  const kept = [...then.keys()].filter((one) => items.has(one));
  const oldBook = withEarlierRates(book, recorded);
  const oldOptions = {
    ...options,
    hoursPerMonth: decimal(recorded.hoursPerMonth),
    alwaysFree: recorded.alwaysFree,
    freeTier: recorded.freeTier ?? 'none',
  };
  const newOptions = { ...options, alwaysFree: now.alwaysFree, freeTier: now.freeTier };

  const before = [...then].flatMap(([id, item]) => stepOf(id, item));
  const known = (steps: readonly Step[]) => steps.filter(({ key: id }) => kept.includes(id));
  const by = (kind: 'volume' | 'mix') =>
    known(before).map((step): Step => {
      const [earlier, later] = [then.get(step.key), items.get(step.key)];
      return { ...step, workload: (earlier && later && readInput(hybrid(earlier.input, later.input, kind))) ?? step.workload };
    });
  const built = [...items].map(([id, item]): Step => ({
    key: id,
    workload: item.workload,
    candidates: item.parts.map(({ candidate }) => candidate.id),
  }));

  const stages: readonly (readonly [Effect, ReadonlyMap<string, Decimal>])[] = [
    ['model', costs(before, oldBook, oldOptions)],
    ['removed', costs(known(before), oldBook, oldOptions)],
    ['counting', costs(known(before), oldBook, newOptions)],
    ['volume', costs(by('volume'), oldBook, newOptions)],
    ['mix', costs(by('mix'), oldBook, newOptions)],
    ['design', costs(known(built), oldBook, newOptions)],
    ['added', costs(built, oldBook, newOptions)],
    ['price', costs(built, book, newOptions)],
    ['allocation', new Map([...items].map(([id, item]) => [id, item.cost]))],
  ];
  const changes = [...new Set([...items.keys(), ...then.keys()])].map((id): ItemChange => {
    const [item, earlier] = [items.get(id), then.get(id)];
    const from = decimal(earlier?.cost ?? '0');
    const to = item?.cost ?? ZERO;
    let last = from;
    const effects = Object.fromEntries(
      stages.map(([effect, at]) => {
        const cost = at.get(id) ?? ZERO;
        const moved = cost.minus(last);
        last = cost;
        return [effect, moved];
      }),
    ) as Record<Effect, Decimal>;
    const state = item === undefined ? 'removed' : earlier === undefined ? 'added' : 'kept';
    return {
      item: item ?? null,
      workload: item?.workload.name ?? earlier?.workload ?? id,
      file: item?.file ?? earlier?.file ?? '',
      state,
      from,
      fromBound: earlier?.bound ?? 'exact',
      to,
      toBound: item?.bound ?? 'exact',
      effects,
    };
  });
  const names = Object.keys(EFFECTS) as Effect[];
  return {
    from: sum(changes.map((one) => one.from)),
    fromBound: recorded.bound,
    to: now.cost,
    toBound: now.bound,
    effects: Object.fromEntries(names.map((effect) => [effect, sum(changes.map((one) => one.effects[effect]))])) as Record<Effect, Decimal>,
    items: changes,
  };
}

function key(account: string | null, name: string): string {
  return `${account ?? ''}\n${name}`;
}

/** Names that occur twice get a number, in the order of the files. */
function keyed<T extends object>(values: readonly T[], keyOf: (value: T) => string): readonly (readonly [string, T])[] {
  const seen = new Map<string, number>();
  return values.map((value) => {
    const plain = keyOf(value);
    const times = seen.get(plain) ?? 0;
    seen.set(plain, times + 1);
    return [times === 0 ? plain : `${plain}\n${times}`, value];
  });
}

function stepOf(id: string, { input, parts }: EarlierReport['workloads'][number]): readonly Step[] {
  const workload = readInput(input);
  return workload === null ? [] : [{ key: id, workload, candidates: parts.map((part) => part.candidate) }];
}

/** The bill of a step, divided in proportion. */
function costs(steps: readonly Step[], book: PriceBook, options: MonthOptions & Free): ReadonlyMap<string, Decimal> {
  const members = steps.map(({ workload, candidates }) =>
    memberOf(
      workload,
      NAMED.filter(({ id, applies }) => candidates.includes(id) && applies(workload)).flatMap((one) =>
        poolEntries(one, workload, book, options),
      ),
      book,
    ),
  );
  const priced = priceTogether(members, book, options);
  return new Map(steps.map(({ key: id }, index) => [id, totalOf(priced[index]?.lineItems ?? [])]));
}
