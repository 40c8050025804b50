import { TokenType, Tokenizer, TokenizerError, TokenParser, TokenParserError } from '@streamparser/json';
import { EXCESS } from '../../reading/bounds.ts';
import { OfferError, REFUSED } from './refusals.ts';
import type { OfferHead, Sink, Wants } from './row.ts';
import { isRecord, rowsOf, textOf, type ProductFields } from './terms.ts';
import type { Unpacked } from './unpacked.ts';

/** Bytes of one product, or of the terms of one: AWS's have a hundredth of it. What is larger would fill the memory. */
const MOST_ENTRY = 4_000_000;

/** Of those that are kept; all Regions and skus together have a twentieth of it. */
const MOST_PRODUCTS = 100_000;

/** AWS's files have nine levels. */
const MOST_DEEP = 50;

/** What is taken out of a file while it goes by; nothing else of it is kept. */
const TAKEN = [
  '$.FormatVersion',
  '$.formatVersion',
  '$.offerCode',
  '$.version',
  '$.publicationDate',
  '$.products.*',
  '$.terms.*.*',
  '$.PriceList.*',
  '$.serviceCode',
  '$.product',
  '$.offers.*',
  '$.regions.*',
  '$.versions.*',
];

/** Of index files, which hold addresses of offer files and no price. */
const INDEXED = ['offers', 'regions', 'versions'];

/**
 * Reads an offer file in JSON (products, then the terms of each), or what `aws pricing get-products` prints: pages of JSON
 * texts, one page after the other, a list of either, or the texts themselves.
 * @param wants which products are kept until their terms come.
 * @throws OfferError with the line and the byte.
 */
export async function readJsonOffer(file: string, { chunks, start, bytes }: Unpacked, sink: Sink, wants: Wants): Promise<OfferHead> {
  const head = new Map<string, string>();
  const products = new Map<string, ProductFields>();
  const seen = new Set<string>();
  // The chunk that is read, the byte and the line at which it begins, and the bytes at which the last token and the last entry stand.
  const place = { chunk: NOTHING, read: 0, lines: 1, at: 0, entry: 0 };
  const lineOf = (at = place.at) => place.lines + newlines(place.chunk.subarray(0, Math.max(0, at - place.read)));
  const fail = (what: string, because: string) => REFUSED.value(file, lineOf(), what, because);
  const isList = start.trimStart().startsWith('[');
  const parser = new TokenParser({ paths: isList ? ['$.*'] : TAKEN, keepStack: false, separator: '' });
  parser.onValue = ({ value, key, stack }) => {
    place.entry = place.at;
    const section = isList ? 'PriceList' : stack.length > 1 ? String(stack[1]?.key) : String(key);
    if (stack.length === 1 && !isList && section !== 'product') {
      if (section === 'publicationDate') publish(textOf(value));
      else head.set(section, textOf(value));
      return;
    }
    seen.add(section);
    if (section === 'product') single = productOf(value);
    else if (section === 'products') {
      if (!isRecord(value)) throw fail('a product is no object', 'each product of an offer file has its attributes');
      if (textOf(value['productFamily']).endsWith('SavingsPlans')) throw REFUSED.plans(file);
      const product = fieldsOf(value, head.get('offerCode') ?? '');
      if (wants(product)) products.set(product.sku, product);
      if (products.size > MOST_PRODUCTS) throw fail('it has too many products', `of what is priced here it has ${MOST_PRODUCTS} at most`);
    } else if (section === 'terms') {
      const type = String(stack[2]?.key);
      if (isRecord(value) && isRecord(value['priceDimensions'])) {
        if (single === null) throw fail('terms stand before the product', 'AWS writes the product first');
        return emit(single, type, { [String(key)]: value });
      }
      // A file of which the products came later could not be read without keeping it whole.
      if (!seen.has('products')) throw fail('terms stand before the products', 'AWS writes products first');
      const product = products.get(String(key)) ?? { ...NOBODY, sku: String(key) };
      emit(product, type, value);
    } else if (section === 'PriceList') onPage(value);
  };
  const emit = (product: ProductFields, termType: string, terms: unknown) => {
    for (const row of rowsOf(file, lineOf, product, termType, terms)) sink(row);
  };
  // What `get-products` prints, of which each product says when it was published: no price is said to be newer than it is.
  const publish = (date: string) => {
    const known = head.get('publicationDate');
    if (known === undefined || date < known) head.set('publicationDate', date);
  };
  // The product whose terms come next, of texts that stand by themselves.
  let single: ProductFields | null = null;
  const productOf = (value: unknown) => {
    if (!isRecord(value)) throw fail('an entry of PriceList is no product', 'each is a JSON text of a product and its terms');
    return fieldsOf(value, head.get('serviceCode') ?? '');
  };
  const onPage = (value: unknown): void => {
    const item: unknown = typeof value === 'string' ? parsed(value) : value;
    if (isRecord(item) && Array.isArray(item['PriceList'])) return item['PriceList'].forEach(onPage);
    if (!isRecord(item) || !isRecord(item['product']))
      throw fail('an entry of PriceList is no product', 'each is a JSON text of a product and its terms');
    const product = fieldsOf(item['product'], textOf(item['serviceCode']));
    publish(textOf(item['publicationDate']));
    if (isRecord(item['terms'])) for (const [type, terms] of Object.entries(item['terms'])) emit(product, type, terms);
  };
  const parsed = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      throw fail('an entry of PriceList is not JSON', 'each is a JSON text of a product and its terms');
    }
  };
  const { what, because } = EXCESS.depth(MOST_DEEP);
  let depth = 0;
  const tokenizer = new Tokenizer({ separator: '' });
  tokenizer.onToken = ({ token, value, offset }) => {
    place.at = offset;
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) depth += 1;
    else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth -= 1;
    if (depth > MOST_DEEP) throw fail(what, because);
    parser.write({ token, value } as never);
  };
  tokenizer.onEnd = () => parser.end();
  for await (const chunk of chunks) {
    place.chunk = chunk;
    try {
      tokenizer.write(chunk);
    } catch (cause) {
      throw explained(file, cause, lineOf, place.at);
    }
    place.lines += newlines(chunk);
    place.read += chunk.byteLength;
    place.chunk = NOTHING;
    if (place.read - place.entry > MOST_ENTRY)
      throw fail('one entry is too long', `an entry has ${MOST_ENTRY} bytes at most; a quote or a bracket may be open`);
  }
  try {
    tokenizer.end();
  } catch (cause) {
    throw REFUSED.notWhole(file, place.lines, `it ends inside its JSON, at byte ${place.read}`, cause);
  }
  if (seen.size === 0 && !head.has('FormatVersion') && !head.has('offerCode')) throw REFUSED.strange(file);
  const index = INDEXED.find((one) => seen.has(one));
  if (index !== undefined && !seen.has('products')) throw indexed(file, index);
  const published = head.get('publicationDate');
  const isAsked = seen.has('PriceList') || seen.has('product') || head.has('FormatVersion');
  return {
    format: isAsked ? 'get-products' : 'offer-json',
    offer: head.get('offerCode') ?? null,
    version: (isAsked ? undefined : head.get('version')) ?? null,
    published: published === undefined || published === '' ? null : published,
    bytes: bytes(),
  };
}

/** What rows of products that nobody wants have in place of theirs: they are counted. */
const NOBODY = { service: '', region: null, location: '', locationType: '', usageType: '', operation: '' };

function fieldsOf(product: Readonly<Record<string, unknown>>, service: string): ProductFields {
  const attributes = isRecord(product['attributes']) ? product['attributes'] : {};
  const first = (...names: readonly string[]) => names.map((name) => textOf(attributes[name])).find((text) => text !== '') ?? '';
  return {
    sku: textOf(product['sku']),
    service: first('servicecode') || service,
    region: first('regionCode', 'fromRegionCode') || null,
    location: first('location', 'fromLocation'),
    locationType: first('locationType', 'fromLocationType'),
    usageType: first('usagetype'),
    operation: first('operation'),
  };
}

function indexed(file: string, of: string) {
  const what = of === 'offers' ? 'services' : of === 'regions' ? 'Regions' : 'versions';
  return new OfferError({
    file,
    line: null,
    what: `is an index of AWS's ${what}`,
    because: 'it has the addresses of price lists and no prices',
    write: 'download the price lists that it names, and name these',
  });
}

/** @param reached the byte at which the last token was. */
function explained(file: string, cause: unknown, lineOf: (at: number) => number, reached: number): unknown {
  if ((cause as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return REFUSED.value(file, lineOf(reached), 'is not UTF-8', 'a price list of AWS is text in UTF-8');
  if (!(cause instanceof TokenizerError) && !(cause instanceof TokenParserError)) return cause;
  const at = Number(/absolute position "(\d+)"/.exec(cause.message)?.[1] ?? reached);
  return REFUSED.value(file, lineOf(at), `is not JSON at byte ${at}`, 'a price list of AWS is JSON to its end');
}

const NOTHING: Uint8Array = new Uint8Array();
const NEWLINE = 10;

function newlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
