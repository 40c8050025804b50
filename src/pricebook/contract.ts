import type { Decimal } from '../money/decimal.ts';
import { placeId, type Place } from './place.ts';
import { SKUS, type Service, type Sku } from './skus.ts';

/** A price of the contract for one sku, for all places or for some. */
export interface AgreedRate {
  readonly sku: Sku;
  /** Ids of Regions or CloudFront geographies; null for every place. */
  readonly places: readonly string[] | null;
  readonly tiers: readonly { readonly from: Decimal; readonly unitPrice: Decimal }[];
}

/** What is paid at least each month, used or not. */
export interface Commitment {
  /** Null for the whole bill. */
  readonly services: readonly Service[] | null;
  readonly monthly: Decimal;
  /** What else counts towards it each month, besides the workloads that are priced; null where that is not stated. */
  readonly besides: Decimal | null;
}

/** What a company agreed with AWS, over whatever AWS lists. Shares are fractions. */
export interface Contract {
  readonly name: string;
  /** First and last day; null where it has none. */
  readonly from: string | null;
  readonly until: string | null;
  /** Whom it covers; empty for whoever reads it. */
  readonly payers: readonly string[];
  readonly accounts: readonly string[];
  readonly off: {
    readonly everything: Decimal | null;
    readonly services: Readonly<Partial<Record<Service, Decimal>>>;
    readonly skus: Readonly<Partial<Record<Sku, Decimal>>>;
  };
  readonly rates: readonly AgreedRate[];
  readonly commitments: readonly Commitment[];
}

/** The one term that prices a sku in a place, the most specific first; null where the contract leaves it as listed. */
export type Term = { readonly rate: AgreedRate } | { readonly off: Decimal; readonly of: 'sku' | 'service' | 'everything' };

export function termOf({ rates, off }: Contract, sku: Sku, place: Place): Term | null {
  const { service, scope } = SKUS[sku];
  // What servers of one's own cost is agreed with nobody.
  if (scope === 'stated') return null;
  const own = rates.filter((one) => one.sku === sku);
  const rate = own.find(({ places }) => places?.includes(placeId(place))) ?? own.find(({ places }) => places === null);
  if (rate) return { rate };
  const [bySku, byService] = [off.skus[sku], off.services[service]];
  if (bySku !== undefined) return { off: bySku, of: 'sku' };
  if (byService !== undefined) return { off: byService, of: 'service' };
  return off.everything === null ? null : { off: off.everything, of: 'everything' };
}

/** Whether a contract covers who has something: `assumed` where that depends on an id that is not stated. */
export type Cover = 'covered' | 'assumed' | 'not-covered';

/** Who has something: as a workload states it. */
export interface Holder {
  readonly payer?: string | undefined;
  readonly account?: string | undefined;
}

/** Everything of its payers is covered, and its accounts; all there is, where it names neither. */
export function coverOf({ payers, accounts }: Contract, { payer, account }: Holder): Cover {
  if (payers.length === 0 && accounts.length === 0) return 'covered';
  if ((payer !== undefined && payers.includes(payer)) || (account !== undefined && accounts.includes(account))) return 'covered';
  const isOpen = (payers.length > 0 && payer === undefined) || (accounts.length > 0 && account === undefined);
  return isOpen ? 'assumed' : 'not-covered';
}

/** Why a contract does not hold on a day, such as `2026-11-30`; null where it does. */
export function outOfDates({ from, until }: Contract, day: string): 'not-yet' | 'ended' | null {
  if (from !== null && day < from) return 'not-yet';
  return until !== null && day > until ? 'ended' : null;
}

/** Whether answers go by a contract. */
export function isLaid(agreement: Agreement | null): agreement is Agreement {
  return agreement?.notLaid === null;
}

/** A contract that was found, and why no answer goes by it; null where they do. */
export interface Agreement {
  readonly contract: Contract;
  readonly notLaid: 'not-asked' | 'not-yet' | 'ended' | 'not-covered' | null;
}
