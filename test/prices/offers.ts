// Price lists in AWS's forms, made by hand for these tests.
import { gzipSync } from 'node:zlib';
import { readOffer } from '../../src/intake/offers/read.ts';
import type { OfferHead, OfferRow } from '../../src/intake/offers/row.ts';

export interface Product {
  readonly sku: string;
  readonly usageType: string;
  readonly operation?: string;
  readonly region?: string;
  readonly location?: string;
  readonly locationType?: string;
  readonly service?: string;
  /** Begin, end, price; the last part of each rate code is its number. */
  readonly tiers: readonly (readonly [begin: string, end: string, price: string])[];
  readonly unit?: string;
  readonly currency?: string;
  readonly termType?: string;
  readonly term?: string;
  readonly description?: string;
  /** The day on which the term begins. */
  readonly begins?: string;
}

const HEADER =
  '"SKU","OfferTermCode","RateCode","TermType","PriceDescription","EffectiveDate","StartingRange","EndingRange","Unit","PricePerUnit","Currency","serviceCode","Location","Location Type","usageType","operation","Region Code"';

const whole = ({
  operation = '',
  region = 'eu-west-2',
  location = '',
  locationType = 'AWS Region',
  service = 'AmazonApiGateway',
  ...product
}: Product) => ({
  unit: 'Requests',
  currency: 'USD',
  termType: 'OnDemand',
  term: 'JRTCKXETXF',
  description: 'per request',
  begins: '2026-09-01',
  ...product,
  operation,
  region,
  location,
  locationType,
  service,
});

export function csvOf(products: readonly Product[]): string {
  const preamble = [
    '"FormatVersion","v1.0"',
    '"Disclaimer","For tests, with a comma"',
    '"Publication Date","2026-10-01T00:00:00Z"',
    '"Version","20261001000000"',
    '"OfferCode","AmazonApiGateway"',
  ];
  const rows = products
    .map(whole)
    .flatMap((one) =>
      one.tiers.map(([begin, end, price], index) =>
        [
          one.sku,
          one.term,
          `${one.sku}.${one.term}.T${index}`,
          one.termType,
          one.description,
          one.begins,
          begin,
          end,
          one.unit,
          price,
          one.currency,
          one.service,
          one.location,
          one.locationType,
          one.usageType,
          one.operation,
          one.region,
        ]
          .map((cell) => `"${cell.replaceAll('"', '""')}"`)
          .join(','),
      ),
    );
  return `${[...preamble, HEADER, ...rows].join('\n')}\n`;
}

function parts(product: Product) {
  const one = whole(product);
  const attributes = {
    servicecode: one.service,
    location: one.location,
    locationType: one.locationType,
    usagetype: one.usageType,
    operation: one.operation,
    regionCode: one.region,
  };
  const priceDimensions = Object.fromEntries(
    one.tiers.map(([beginRange, endRange, price], index) => {
      const rateCode = `${one.sku}.${one.term}.T${index}`;
      return [
        rateCode,
        { rateCode, description: one.description, beginRange, endRange, unit: one.unit, pricePerUnit: { [one.currency]: price } },
      ];
    }),
  );
  return {
    product: { sku: one.sku, attributes },
    type: one.termType,
    terms: { [`${one.sku}.${one.term}`]: { sku: one.sku, effectiveDate: `${one.begins}T00:00:00Z`, priceDimensions } },
  };
}

export function jsonOf(products: readonly Product[]): string {
  const all = products.map(parts);
  const terms: Record<string, Record<string, unknown>> = {};
  for (const { product, type, terms: one } of all) {
    const of = (terms[type] ??= {});
    of[product.sku] = { ...(of[product.sku] as object | undefined), ...one };
  }
  return JSON.stringify(
    {
      formatVersion: 'v1.0',
      offerCode: 'AmazonApiGateway',
      version: '20261001000000',
      publicationDate: '2026-10-01T00:00:00Z',
      products: Object.fromEntries(all.map(({ product }) => [product.sku, product])),
      terms,
    },
    null,
    1,
  );
}

/** What `aws pricing get-products` prints of each page, one after the other. */
export function pagesOf(...pages: readonly (readonly Product[])[]): string {
  return pages
    .map((products) =>
      JSON.stringify(
        {
          PriceList: products.map((one) => {
            const { product, type, terms } = parts(one);
            return JSON.stringify({
              product,
              serviceCode: 'AmazonApiGateway',
              terms: { [type]: terms },
              publicationDate: '2026-10-01T00:00:00Z',
            });
          }),
          FormatVersion: 'aws_v1',
        },
        null,
        2,
      ),
    )
    .join('\n');
}

/** Rows and head of a text, which comes in chunks of a few bytes. */
export async function rowsIn(
  content: string | Uint8Array,
  size = 7,
): Promise<{ readonly rows: readonly OfferRow[]; readonly head: OfferHead }> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const rows: OfferRow[] = [];
  const head = await readOffer(
    { file: 'offer', chunks: chunked(bytes, size) },
    (row) => void rows.push(row),
    () => true,
  );
  return { rows, head };
}

async function* chunked(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export const gzipped = (text: string) => gzipSync(text);

/** HTTP API requests in London, as the package has them. */
export const HTTP: Product = {
  sku: 'MFY3FVZZSQWYVNHM',
  usageType: 'EUW2-ApiGatewayHttpRequest',
  operation: 'ApiGatewayHttpApi',
  tiers: [
    ['0', '300000000', '0.00000121'],
    ['300000000', 'Inf', '0.00000104'],
  ],
};
