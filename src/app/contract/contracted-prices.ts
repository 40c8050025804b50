import { readContract } from '../../intake/contract/read.ts';
import { outOfDates } from '../../pricebook/contract.ts';
import { openPriceBook } from '../../pricebook/price-book.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import { dateOf } from '../pricing-options.ts';

export interface ContractOptions {
  /** The day on which the contract holds or not. */
  readonly asOf: string;
  /** How messages call it. */
  readonly file?: string;
}

/**
 * A price list with what is agreed with AWS: answers over it go by contracted cost, and say why where the contract does not hold.
 * @param contract YAML as `init --contract` writes it.
 * @throws PriceError with every mistake of the contract; UsageError where `asOf` is no day.
 */
export function contractedPrices(prices: PriceData, contract: string, { asOf, file = 'contract.yaml' }: ContractOptions): PriceData {
  dateOf(asOf);
  const read = readContract(contract, file, openPriceBook(prices));
  return { ...prices, agreement: { contract: read, notLaid: outOfDates(read, asOf) } };
}
