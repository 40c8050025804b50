import { parse, CsvError } from 'csv-parse';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OfferError, REFUSED } from './refusals.ts';
import { ON_DEMAND, type OfferHead, type Sink } from './row.ts';
import type { Unpacked } from './unpacked.ts';
import { isPrice, noPrice } from './price-text.ts';

/** No row of AWS's has a tenth of it. */
const MOST_ROW = 100_000;
/** Lines before the header, of which AWS writes five. */
const MOST_ABOUT = 100;

/** Of which a header has each; the rest may be absent. */
const NEEDED = ['RateCode', 'TermType', 'Unit', 'PricePerUnit', 'Currency'] as const;

/** The names that AWS gives columns, in small letters without spaces: files of several years differ in both. */
const COLUMNS = {
  rateCode: ['ratecode'],
  service: ['servicecode'],
  region: ['regioncode', 'fromregioncode'],
  location: ['location', 'fromlocation'],
  locationType: ['locationtype', 'fromlocationtype'],
  usageType: ['usagetype'],
  operation: ['operation'],
  termType: ['termtype'],
  description: ['pricedescription'],
  unit: ['unit'],
  currency: ['currency'],
  price: ['priceperunit'],
  beginRange: ['startingrange'],
  endRange: ['endingrange'],
  effectiveDate: ['effectivedate'],
} as const;

/**
 * Reads an offer file in CSV: a few lines about the file, a header, and a row for each price.
 * @throws OfferError with the line.
 */
export async function readCsv(file: string, { chunks, bytes }: Unpacked, sink: Sink): Promise<OfferHead> {
  const about = new Map<string, string>();
  let width: number | null = null;
  let at: ReturnType<typeof columnsOf> | null = null;
  const cell = (record: readonly string[], column: readonly number[]) => {
    for (const index of column) if (record[index]) return record[index];
    return '';
  };
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MOST_ROW,
    // Returns nothing, so that nothing is kept.
    on_record(record: readonly string[], { lines }) {
      if (at === null) {
        if (record.length > 2) [at, width] = [columnsOf(file, record, lines), record.length];
        else about.set(record[0] ?? '', record[1] ?? '');
        if (about.size > MOST_ABOUT) throw REFUSED.strange(file);
        return null;
      }
      if (record.length !== width)
        throw REFUSED.notWhole(file, lines, `this row has ${record.length} cells, and the header has ${width ?? 0}`);
      const [termType, price] = [cell(record, at.termType), cell(record, at.price)];
      if (termType === ON_DEMAND && !isPrice(price)) throw noPrice(file, lines, price);
      sink({
        rateCode: cell(record, at.rateCode),
        service: cell(record, at.service) || (about.get('OfferCode') ?? ''),
        region: cell(record, at.region) || null,
        location: cell(record, at.location),
        locationType: cell(record, at.locationType),
        usageType: cell(record, at.usageType),
        operation: cell(record, at.operation),
        termType,
        description: cell(record, at.description),
        unit: cell(record, at.unit),
        currency: cell(record, at.currency),
        price,
        beginRange: cell(record, at.beginRange),
        endRange: cell(record, at.endRange),
        effectiveDate: cell(record, at.effectiveDate),
      });
      return null;
    },
  });
  parser.resume();
  try {
    await pipeline(Readable.from(chunks), parser);
  } catch (cause) {
    throw cause instanceof CsvError ? explained(file, cause) : cause;
  }
  if (at === null) throw REFUSED.notWhole(file, parser.info.lines, 'it ends before the header of its columns');
  return {
    format: 'offer-csv',
    offer: about.get('OfferCode') ?? null,
    version: about.get('Version') ?? null,
    published: about.get('Publication Date') ?? null,
    bytes: bytes(),
  };
}

function columnsOf(file: string, header: readonly string[], line: number) {
  const names = header.map((name) => name.toLowerCase().replaceAll(' ', ''));
  if (names.includes('discountedrate')) throw REFUSED.plans(file);
  for (const needed of NEEDED)
    if (!names.includes(needed.toLowerCase()))
      throw REFUSED.value(file, line, `has no column ${needed}`, 'each offer file of AWS has it in its header');
  const at = (field: keyof typeof COLUMNS) => COLUMNS[field].flatMap((title) => (names.includes(title) ? [names.indexOf(title)] : []));
  return {
    rateCode: at('rateCode'),
    service: at('service'),
    region: at('region'),
    location: at('location'),
    locationType: at('locationType'),
    usageType: at('usageType'),
    operation: at('operation'),
    termType: at('termType'),
    description: at('description'),
    unit: at('unit'),
    currency: at('currency'),
    price: at('price'),
    beginRange: at('beginRange'),
    endRange: at('endRange'),
    effectiveDate: at('effectiveDate'),
  };
}

/** @param error which names the line that it came to, not the one where a quote was opened. */
function explained(file: string, error: CsvError): OfferError {
  const line = (error as { lines?: number }).lines ?? null;
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return REFUSED.value(file, line, 'a row is too long', `a row has ${MOST_ROW} characters at most; a quote may be open before this line`);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return REFUSED.notWhole(file, line, 'it ends inside a quoted cell', error);
  return REFUSED.value(file, line, 'is not CSV from here on', 'a quote stands where none may be');
}
