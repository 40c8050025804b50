import { ONE, type Decimal } from '../money/decimal.ts';
import { termOf, type AgreedRate, type Contract } from './contract.ts';
import type { Place } from './place.ts';
import type { Rate, Tier, Unavailable } from './rate.ts';
import type { Sku } from './skus.ts';

/** A listed rate with what the contract makes of it; what it does not price stays as it is listed. */
export function contracted(listed: Rate | Unavailable, contract: Contract, sku: Sku, place: Place): Rate | Unavailable {
  const term = termOf(contract, sku, place);
  if (term === null) return listed;
  if ('rate' in term) return agreed(listed, term.rate, contract, place);
  if ('unavailable' in listed) return listed;
  const paid = ONE.minus(term.off);
  return { ...listed, term, listed, tiers: listed.tiers.map((tier) => laid(tier, tier.unitPrice && tier.unitPrice.times(paid))) };
}

/** A tier at the price of the contract, which remembers what AWS lists. */
function laid(tier: Tier, unitPrice: Decimal | null): Tier {
  return { ...tier, unitPrice, listUnitPrice: tier.unitPrice };
}

/** The tiers of both, so that each has one price of either kind. */
function agreed(listed: Rate | Unavailable, rate: AgreedRate, { name }: Contract, place: Place): Rate {
  const base = 'unavailable' in listed ? unlisted(listed, rate, name, place) : listed;
  const froms = [...base.tiers, ...rate.tiers].map(({ from }) => from).toSorted((a, b) => a.cmp(b));
  const bounds = froms.filter((from, index) => froms[index - 1]?.eq(from) !== true);
  const at = <T extends { readonly from: Decimal }>(tiers: readonly T[], from: Decimal) => tiers.findLast((tier) => tier.from.lte(from));
  return {
    ...base,
    term: { rate },
    listed,
    tiers: bounds.flatMap((from) => {
      const [list, own] = [at(base.tiers, from), at(rate.tiers, from)];
      return list && own ? [{ ...laid(list, own.unitPrice), from }] : [];
    }),
  };
}

/** What AWS lists nowhere and the contract prices. */
function unlisted({ unavailable }: Unavailable, { sku, tiers }: AgreedRate, name: string, place: Place): Rate {
  const source = { id: 'contract', title: name, published: 'undated', confidence: 'A', url: null } as const;
  return {
    sku,
    place,
    tiers: tiers.slice(0, 1).map(({ from }) => ({ from, unitPrice: null, skuPriceId: null, source, unavailable, effective: null })),
    usageType: null,
    noUsageType: unavailable,
    noRateCode: unavailable,
    source,
    from: { layer: 'contract', kind: 'contracted', sheet: name },
    note: null,
    ofEdition: true,
  };
}

/** What AWS lists for a tier, whatever a contract makes of it. */
export function listPriceOf({ unitPrice, listUnitPrice }: Pick<Tier, 'unitPrice' | 'listUnitPrice'>): Decimal | null {
  return listUnitPrice === undefined ? unitPrice : listUnitPrice;
}
