/** One price of AWS's: a tier of a product under a term, as its files have it, whatever their form. */
export interface OfferRow {
  /** SKU, offer term and rate, parted by dots. */
  readonly rateCode: string;
  /** The code of the service, such as AmazonApiGateway. */
  readonly service: string;
  /** Null where the file states none. */
  readonly region: string | null;
  /** AWS's name of the place, which older files have in place of the Region; empty where the file states none. */
  readonly location: string;
  /** `AWS Region`, `AWS Outposts`, …; empty where the file states none. */
  readonly locationType: string;
  readonly usageType: string;
  readonly operation: string;
  readonly termType: string;
  readonly description: string;
  readonly unit: string;
  readonly currency: string;
  /** The price as it is written. */
  readonly price: string;
  readonly beginRange: string;
  /** `Inf` has no end. */
  readonly endRange: string;
  readonly effectiveDate: string;
}

/** The one kind of term that is priced here; prices of others are not looked at. */
export const ON_DEMAND = 'OnDemand';

/** What a file says of itself. */
export interface OfferHead {
  readonly format: 'offer-csv' | 'offer-json' | 'get-products';
  /** The code of the offer; null in what `aws pricing get-products` prints. */
  readonly offer: string | null;
  readonly version: string | null;
  readonly published: string | null;
  /** Bytes as they are read, unpacked. */
  readonly bytes: number;
}

/** Takes each row as it is read. */
export type Sink = (row: OfferRow) => void;

/** A product that a reader may forget, since nothing is asked of it. */
export type Wants = (product: { readonly sku: string; readonly usageType: string }) => boolean;
