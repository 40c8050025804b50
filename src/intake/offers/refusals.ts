import { AdvisorError, type Problem } from '../../errors/errors.ts';
import { EXIT_CODES } from '../../errors/exit-codes.ts';

/** A file of AWS's prices that cannot be understood. */
export class OfferError extends AdvisorError {
  constructor(problem: Omit<Problem, 'column' | 'path'>, options?: ErrorOptions) {
    super(EXIT_CODES.template.code, [{ column: null, path: null, ...problem }], options);
  }
}

const FILES = 'a price list of AWS is an offer file (CSV or JSON, gzipped or not), or what `aws pricing get-products` prints';

export const REFUSED = {
  strange: (file: string) => new OfferError({ file, line: 1, what: 'is no price list of AWS', because: FILES, write: null }),
  plans: (file: string) =>
    new OfferError({
      file,
      line: null,
      what: 'is a list of savings plans',
      because: 'what a plan costs follows from what one commits to; prices here are on demand',
      write: 'download the offer file of the service',
    }),
  parted: (file: string, by: string) =>
    new OfferError({
      file,
      line: 1,
      what: `has its cells parted by ${JSON.stringify(by)}`,
      because: 'AWS parts them by commas; another program wrote this file, and may have changed numbers',
      write: 'download it again',
    }),
  zip: (file: string) =>
    new OfferError({
      file,
      line: null,
      what: 'is a zip archive',
      because: FILES,
      write: `unzip it, and name what is in it`,
    }),
  notWhole: (file: string, line: number | null, because: string, cause?: unknown) =>
    new OfferError({ file, line, what: 'is not whole', because, write: 'download it again' }, { cause }),
  value: (file: string, line: number | null, what: string, because: string) => new OfferError({ file, line, what, because, write: null }),
} as const;
