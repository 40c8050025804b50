import type { Candidate } from '../candidates/candidate.ts';
import type { Assumed, NotPriced } from '../hops/hop.ts';
import type { MeteredFact } from '../journey/journey.ts';
import type { Decimal } from '../money/decimal.ts';
import { coverOf } from '../pricebook/contract.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { ASSUMPTIONS, type AssumptionId } from '../workload/assumptions.ts';
import { FRONT_DOORS } from '../workload/front-doors.ts';
import { looseSizes } from '../workload/loose-sizes.ts';
import type { Workload } from '../workload/schema.ts';
import { servedBehind, statesServers } from '../workload/servers.ts';
import { statedWith } from '../workload/stated-with.ts';
import { listOf, type LineItem } from './line-item.ts';
import { breakevens } from './provisioned.ts';

/** What an estimate owes its reader besides numbers: what it assumed, what it left out, how old its prices are. */

/** An assumption that an estimate depends on, in words. */
export interface Assumption {
  readonly id: AssumptionId;
  readonly text: string;
  readonly because: string;
  readonly source: string | null;
  /** Candidates whose totals depend on it. */
  readonly candidates: readonly string[];
}

/** Something that costs money and is in no total, and for which candidates. */
export interface Unpriced {
  readonly what: string;
  readonly because: string;
  readonly candidates: readonly string[];
}

/** Dates of the oldest and newest price used; null when no price was used or none is dated. */
export interface PriceDates {
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly undated: boolean;
  /** Of each price list by itself. */
  readonly lists: readonly ListDates[];
}

/** What the package carries, or what was imported: when on which day. */
export interface ListDates extends Pick<PriceDates, 'oldest' | 'newest'> {
  readonly list: 'packaged' | 'imported';
  readonly imported: string | null;
}

/** What no total holds: what could not be metered, what a candidate lacks, and a backend that nobody stated. */
export function unpriced(
  applying: readonly Candidate[],
  metered: readonly (readonly MeteredFact[])[],
  workload: Workload,
): readonly Unpriced[] {
  const found: { what: string; because: string; candidate: string }[] = applying.flatMap((candidate, index) => [
    ...(metered[index] ?? [])
      .map(({ fact }) => fact)
      .filter((fact): fact is NotPriced => fact.type === 'not-priced')
      .map(({ what, because }) => ({ what, because, candidate: candidate.id })),
    ...candidate.lacks(workload).map(({ what, because }) => ({ what, because, candidate: candidate.id })),
    ...(FRONT_DOORS[candidate.frontDoor].beside === null ? unpricedBackend(servedBehind(candidate.frontDoor, workload)) : []).map(
      (one) => ({
        ...one,
        candidate: candidate.id,
      }),
    ),
  ]);
  return distinct(found, (one) => `${one.what} ${one.because}`).map(({ what, because }) => ({
    what,
    because,
    candidates: found.filter((one) => one.what === what && one.because === because).map((one) => one.candidate),
  }));
}

function unpricedBackend(workload: Workload): readonly { readonly what: string; readonly because: string }[] {
  const { backend } = workload;
  if (backend?.lambda || backend?.service || statesServers(workload)) return [];
  const because = backend?.vpc
    ? 'backend.vpc says how it is reached; backend.monthly or backend.fargate states what it costs'
    : 'backend is not stated; it need not be when it costs the same behind every front door';
  return [{ what: 'the backend', because }];
}

/** What hops assumed of a workload, and what is assumed of its order and of its functions. */
export function assumedOf(metered: readonly (readonly MeteredFact[])[], workload: Workload, book: PriceBook): readonly Assumed[] {
  const loose = looseSizes(workload, book.edition);
  return [
    ...(workload.examples ? ([{ type: 'assumed', id: 'example-values', value: workload.examples.join(', ') }] as const) : []),
    ...(loose === null ? [] : ([{ type: 'assumed', id: 'loose-sizes', value: loose }] as const)),
    ...(workload.traffic?.fates ? ([{ type: 'assumed', id: 'pipeline-order' }] as const) : []),
    ...metered.flat().flatMap(({ fact }) => (fact.type === 'assumed' ? [fact] : [])),
    ...breakevens(workload, book),
    ...supposedCovered(workload, book),
    ...countedForBoth(workload),
  ];
}

/** What a workload does not say of who pays for it, where that decides whether a contract covers it. */
function supposedCovered(workload: Workload, { contract }: PriceBook): readonly Assumed[] {
  if (contract === null || coverOf(contract, workload) !== 'assumed') return [];
  const open = (['payer', 'account'] as const).filter((id) => contract[`${id}s`].length > 0 && workload[id] === undefined);
  return [{ type: 'assumed', id: 'contract-covers', value: open.join(' and ') }];
}

/** What is billed however much there is to do, where a workload makes two APIs and says it once. */
function countedForBoth(workload: Workload): readonly Assumed[] {
  if (!workload.traffic || !workload.realtime) return [];
  // A WebSocket API has VPC links of version 1 only, which end at an NLB.
  const ofOne = workload.backend?.vpc?.balancer === 'nlb' ? null : 'backend.vpc';
  const fixed = statedWith(workload, ({ paidByEach }) => paidByEach === true).filter((field) => field !== ofOne);
  return fixed.length === 0 ? [] : [{ type: 'assumed', id: 'counted-for-both', value: fixed.join(', ') }];
}

/** How many bytes a KB has. */
export function assumedBytes(bytesPerKB: Decimal): Assumed {
  return { type: 'assumed', id: bytesPerKB.eq('1000') ? 'decimal-gigabytes' : 'binary-gigabytes' };
}

/** An assumption, and the candidates that it is of. */
export interface AssumedFor {
  readonly assumed: Assumed;
  readonly candidates: readonly string[];
}

/** What each of some candidates assumes, beside what is assumed for all of them. */
export function assumedFor(
  candidates: readonly Candidate[],
  metered: readonly (readonly MeteredFact[])[],
  workload: Workload,
  book: PriceBook,
): readonly AssumedFor[] {
  const all = candidates.map(({ id }) => id);
  const own = assumedOf(metered, workload, book).map((assumed) => {
    const of = candidates.filter((_, index) => metered[index]?.some(({ fact }) => fact.type === 'assumed' && fact.id === assumed.id));
    return { assumed, candidates: of.length === 0 ? all : of.map(({ id }) => id) };
  });
  return distinct(own, ({ assumed }) => assumed.id);
}

/** Assumptions as sentences, each once. */
export function inWords(assumed: readonly Assumed[]): readonly Omit<Assumption, 'candidates'>[] {
  return distinct(assumed, (one) => one.id).map(({ id, value }) => {
    const { text, because, source } = ASSUMPTIONS[id];
    return { id, text: text.replace('{value}', value ?? ''), because, source };
  });
}

/** Skus for which an edition has no figure of its own, so that AWS's stood in. */
export function silentSkus(lineItems: readonly LineItem[], book: PriceBook): readonly string[] {
  if (book.edition.id === 'aws') return [];
  const priced = lineItems.filter((one) => one.tierFrom !== null);
  const silent = priced.filter((one) => {
    const rate = book.rate(one.sku, one.place);
    return 'tiers' in rate && !rate.ofEdition;
  });
  return distinct(silent, (one) => one.sku).map((one) => one.sku);
}

export function published(lineItems: readonly Pick<LineItem, 'published' | 'imported'>[]): PriceDates {
  const priced = lineItems.filter((one) => one.published !== null);
  const imported =
    priced
      .flatMap((one) => one.imported ?? [])
      .toSorted()
      .at(-1) ?? null;
  const lists = (['packaged', 'imported'] as const).flatMap((list): readonly ListDates[] => {
    const own = priced.filter((one) => listOf(one) === list);
    if (own.length === 0) return [];
    const { oldest, newest } = spanOf(own);
    return [{ list, imported: list === 'imported' ? imported : null, oldest, newest }];
  });
  return { ...spanOf(priced), lists };
}

function spanOf(rows: readonly Pick<LineItem, 'published'>[]): Omit<PriceDates, 'lists'> {
  const dated = rows.flatMap(({ published: date }) => (date === null || date === 'undated' ? [] : [date])).toSorted();
  return { oldest: dated[0] ?? null, newest: dated.at(-1) ?? null, undated: dated.length < rows.length };
}

/** `, imported 2026-11-29`; nothing where all prices are the package's. */
export function importedWords({ lists }: Pick<PriceDates, 'lists'>): string {
  const imported = lists.find(({ list }) => list === 'imported')?.imported ?? null;
  return imported === null ? '' : `, ${lists.length > 1 ? 'some ' : ''}imported ${imported}`;
}

/** The first of each key, in the order of first appearance. */
export function distinct<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const isNew = !seen.has(key(value));
    seen.add(key(value));
    return isNew;
  });
}
