import type { CostDocument } from '../../documents/cost/schema.ts';
import { costOf, listTotalOf, totalOf } from '../../estimate/cost-in-question.ts';
import { plain, type Decimal } from '../../money/decimal.ts';
import { isLaid, type Agreement } from '../../pricebook/contract.ts';

/** What a document says of a contract; nothing where there is none. */
export function contractData(agreement: Agreement | null): Pick<CostDocument, 'contract'> {
  if (agreement === null) return {};
  const { contract, notLaid } = agreement;
  const { name, commitments } = contract;
  if (!isLaid(agreement)) return { contract: { name, applied: false, because: notLaid } };
  return {
    contract: {
      name,
      applied: true,
      because: null,
      commitments: commitments.map(({ services, monthly }) => ({ services: services && [...services], monthly: plain(monthly) })),
    },
  };
}

interface Costs {
  readonly listCost: Decimal;
  readonly contractedCost?: Decimal;
}

/**
 * Both costs, where a document says both.
 * @param isContracted whether it does; what no contract covers costs what AWS lists.
 */
export function costsData(costs: Costs, isContracted: boolean): { listCost: string; contractedCost?: string } {
  return { listCost: plain(costs.listCost), ...(isContracted ? { contractedCost: plain(costOf(costs)) } : {}) };
}

/** The same of several together. */
export function costsTogether(costs: readonly Costs[], isContracted: boolean): ReturnType<typeof costsData> {
  return costsData({ listCost: listTotalOf(costs), contractedCost: totalOf(costs) }, isContracted);
}

/** A cost under the name of its kind, where a document has one of the two. */
export function costAs(cost: Decimal, isContracted: boolean): { listCost?: string; contractedCost?: string } {
  return isContracted ? { contractedCost: plain(cost) } : { listCost: plain(cost) };
}

export type Named = (cost: Decimal) => ReturnType<typeof costAs>;
