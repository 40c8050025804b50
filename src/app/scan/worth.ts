import { advise } from '../../advise/advise.ts';
import { unpriced, type Advised } from '../../advise/advised.ts';
import type { Policy } from '../../advise/policy.ts';
import { boundSaid } from '../../advise/subject.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import type { WorkloadEstimate } from '../../estimate/estimate.ts';
import type { ScannedApi } from '../../intake/templates/scanned.ts';
import type { Decimal } from '../../money/decimal.ts';
import { bookFor, type PriceBook, type Tier } from '../../pricebook/price-book.ts';
import type { Sku } from '../../pricebook/skus.ts';
import { httpInstead } from './http-instead.ts';
import type { Statement } from './statement.ts';

/** Prices of the first tier for a million requests, of up to 512 KB each. */
export interface PerMillion {
  readonly rest: Decimal;
  readonly http: Decimal;
  readonly saving: Decimal;
}

/** What a candidate costs a month, and what of it is in no total. */
export interface Costs {
  readonly candidate: string;
  readonly title: string;
  readonly cost: Decimal;
  readonly bound: 'exact' | 'at-least';
  readonly notPriced: readonly string[];
}

/** A month of what is in use, and of the HTTP API in its place where it can have one. */
export interface Moved {
  readonly today: Costs;
  readonly instead: Costs | null;
  /** Of what is known on both sides; null where there is nothing to move to. */
  readonly saving: Decimal | null;
}

/** A reason without its full stop. */
export interface Unweighed {
  readonly because: string;
}

const MILLION = '1000000';

/** @throws PriceError where the price data is damaged. */
export function perMillion(region: string, book: PriceBook): PerMillion | Unweighed {
  if (!book.regions.includes(region)) return { because: `the price list has no Region ${region}` };
  const price = (sku: Sku): Decimal | null => {
    const rate = book.rate(sku, { region });
    return 'unavailable' in rate ? null : (first(rate.tiers)?.unitPrice?.times(MILLION) ?? null);
  };
  const [rest, http] = [price('apigateway/rest-requests'), price('apigateway/http-requests')];
  if (rest === null || http === null) return { because: `requests have no published price in ${region}` };
  return { rest, http, saving: rest.minus(http) };
}

const first = ([tier]: readonly Tier[]) => tier;

/** Whether moving the whole API to an HTTP API is possible at all, as far as is known. */
export function canMove({ kind, verdict }: Pick<ScannedApi, 'kind' | 'verdict'>): boolean {
  return kind === 'rest' && (verdict === 'drop-in' || verdict === 'workaround' || verdict === 'rewrite');
}

/**
 * What a month costs as the template has it and as an HTTP API, with what the remedies of its items put in front.
 * @throws PriceError as `advise` does.
 */
export function movedOf(api: ScannedApi, { workload, said }: Statement, book: PriceBook, policy?: Policy): Moved | Unweighed {
  if (workload.traffic === undefined && workload.realtime === undefined) return { because: 'its traffic is not stated' };
  if (!book.regions.includes(workload.region)) return { because: `the price list has no Region ${workload.region}` };
  const { candidates, estimate } = advise(workload, bookFor(book, workload), policy === undefined ? {} : { policy });
  const named = (id: string | undefined) => candidates.find(({ candidate }) => candidate.id === id);
  const today = named(workload.inUse);
  if (today === undefined) return { because: 'what it is built as is not among the candidates that are compared' };
  const instead = canMove(api) ? named(httpInstead(api.items, said)?.id) : undefined;
  const saving = instead === undefined ? null : costOf(today.estimate).minus(costOf(instead.estimate));
  return { today: costsOf(today, estimate), instead: instead === undefined ? null : costsOf(instead, estimate), saving };
}

function costsOf(one: Advised, whole: WorkloadEstimate): Costs {
  const { id, title, missing } = one.estimate;
  const left = whole.notPriced.filter(({ candidates }) => candidates.includes(id)).map(({ what }) => what);
  return {
    candidate: id,
    title,
    cost: costOf(one.estimate),
    bound: boundSaid(one.estimate, whole),
    notPriced: [...new Set([...unpriced(one), ...left, ...missing.map(({ reason }) => reason.replace(/\.$/, ''))])],
  };
}
