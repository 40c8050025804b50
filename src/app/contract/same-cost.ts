import { WorkloadError } from '../../errors/errors.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';

/**
 * Holds an earlier document against the kind of cost that is asked for: otherwise what moved would be the contract.
 * @throws WorkloadError where the two differ.
 */
export function sameCost(file: string, isContracted: boolean, { contract }: Pick<PriceBook, 'contract'>): void {
  if (isContracted === (contract !== null)) return;
  const kind = isContracted ? 'contracted' : 'list';
  throw new WorkloadError([
    {
      file,
      line: null,
      column: null,
      path: null,
      what: `holds ${kind} cost, and the other side is ${isContracted ? 'at list prices' : 'contracted'}`,
      because: 'a comparison is of two costs of one kind',
      write: `--cost ${kind}${isContracted ? ', with the contract and --as-of a day on which it holds' : ''}`,
    },
  ]);
}
