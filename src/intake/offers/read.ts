import { readCsv } from './csv.ts';
import { readJsonOffer } from './json.ts';
import { REFUSED } from './refusals.ts';
import type { OfferHead, Sink, Wants } from './row.ts';
import { unpacked } from './unpacked.ts';

/** A file as it is read: its bytes come when they are asked for, and only once. */
export interface OfferFile {
  readonly file: string;
  /** The address that it came from, where that is known. */
  readonly url?: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * Reads a price list of AWS row by row, in memory that does not grow with it. What kind it is, its content tells.
 * @param wants which products of a JSON file are kept until their terms come.
 * @throws OfferError with the line where it cannot be understood; rows before it were taken.
 */
export async function readOffer({ file, chunks }: OfferFile, sink: Sink, wants: Wants): Promise<OfferHead> {
  const bytes = await unpacked(file, chunks);
  const start = bytes.start.replace(/^\ufeff/, '').trimStart();
  if (/^[{[]/.test(start)) return readJsonOffer(file, bytes, sink, wants);
  const [, parted] = /^"?(?:FormatVersion|SKU)"?([;\t|])/.exec(start) ?? [];
  if (parted !== undefined) throw REFUSED.parted(file, parted);
  // So UTF-16 begins, which spreadsheet programs write as "Unicode text".
  if (start.startsWith('\ufffd')) throw REFUSED.value(file, 1, 'is not UTF-8', 'a price list of AWS is text in UTF-8');
  if (/^"?(?:FormatVersion|SKU)"?,/.test(start)) return readCsv(file, bytes, sink);
  throw REFUSED.strange(file);
}
