import type { EarlierRate } from '../../documents/report/read.ts';
import type { ReportDocument } from '../../documents/report/schema.ts';
import { plain } from '../../money/decimal.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';

/** What a report says of a contract as data: its commitments, and rates that it prices. */

export function committedData({ committed }: Portfolio): NonNullable<ReportDocument['committed']> | null {
  return (
    committed && {
      shortfall: plain(committed.shortfall),
      commitments: committed.uses.map(({ services, monthly, besides, counted, shortfall, bound }) => ({
        services: services && [...services],
        monthly: plain(monthly),
        besides: besides && plain(besides),
        counted: plain(counted),
        shortfall: plain(shortfall),
        bound,
      })),
    }
  );
}

/** What AWS lists stands under the name that it has without a contract. */
export function tierData({
  from,
  unitPrice,
  listUnitPrice,
}: EarlierRate['tiers'][number]): ReportDocument['rates'][number]['tiers'][number] {
  return listUnitPrice === undefined ? { from, unitPrice } : { from, unitPrice: listUnitPrice, contractedUnitPrice: unitPrice };
}
