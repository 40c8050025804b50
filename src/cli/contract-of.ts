import { join } from 'node:path';
import { PriceError, UsageError, WorkloadError } from '../errors/errors.ts';
import { outOfDates, type Agreement } from '../pricebook/contract.ts';
import { NO_CONTRACT, openPriceBook } from '../pricebook/price-book.ts';
import type { PriceData } from '../pricebook/sheet.ts';
import { BOUNDS } from '../reading/bounds.ts';
import { inputName } from './files/path-bytes.ts';
import type { Ports } from './ports.ts';

/** By which cost an answer goes, as the command line says. */
export interface CostBasis {
  /** A file that says what is agreed with AWS. */
  readonly contract?: string;
  readonly cost?: 'list' | 'contracted';
  /** Whose rates it goes by, on either side of a comparison. */
  readonly edition?: string;
  readonly fromEdition?: string;
  readonly toEdition?: string;
  /** The day on which the contract holds or not. */
  readonly asOf?: string;
}

/**
 * The contract that was named, or that the user's data folder has, and whether answers go by it; null where there is none.
 * @param own the user's data folder; null where there is none.
 * @throws UsageError where the article is to be priced by contract, or there is no contract; PriceError where it has mistakes.
 */
export async function agreementOf(options: CostBasis, own: string | null, prices: PriceData, ports: Ports): Promise<Agreement | null> {
  const { cost = 'list', edition, fromEdition, toEdition, asOf = ports.today() } = options;
  const isOfArticle = [edition, fromEdition, toEdition].includes('article');
  if (isOfArticle && (options.contract !== undefined || cost === 'contracted')) throw new UsageError(...NO_CONTRACT);
  const path = isOfArticle ? null : contractPath(options, own, ports);
  if (path === null) {
    if (cost === 'list') return null;
    throw new UsageError('--cost contracted, and there is no contract', 'it goes by what is agreed with AWS', '--contract contract.yaml');
  }
  const [{ readContract }, text] = await Promise.all([import('../intake/contract/read.ts'), textOf(path, ports)]);
  const contract = readContract(text, inputName(path), openPriceBook(prices));
  return { contract, notLaid: cost === 'list' ? 'not-asked' : outOfDates(contract, asOf) };
}

/** The contract that is named, or that the user's data folder has. */
export function contractPath({ contract }: Pick<CostBasis, 'contract'>, own: string | null, { env, namesIn }: Ports): string | null {
  const said = contract ?? (env['APIGW_ADVISOR_CONTRACT'] || null);
  if (said !== null) return said;
  return own !== null && namesIn(own).includes(FILE) ? join(own, FILE) : null;
}

const FILE = 'contract.yaml';

/** Its mistakes are those of prices, not of a workload. */
async function textOf(path: string, ports: Ports): Promise<string> {
  const { readText } = await import('./files/read-text.ts');
  try {
    return readText(path, ports, BOUNDS.contract, '--contract with a file that apigw-advisor init --contract wrote');
  } catch (cause) {
    throw cause instanceof WorkloadError ? new PriceError(cause.problems, '', null, { cause }) : cause;
  }
}
