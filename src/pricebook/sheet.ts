import * as v from 'valibot';
import type { Agreement } from './contract.ts';
import type { Place } from './place.ts';

/** What stands in the files of pricing-data, before anything is computed from it. */

const decimalText = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/, 'a quoted plain decimal'));
/** A day, such as 2026-11-30. */
const day = v.pipe(v.string(), v.isoDate());
const words = v.pipe(v.string(), v.minLength(3));
/** Reasons stand inside sentences of ours. */
const reason = v.pipe(words, v.regex(/[^.]$/, 'a reason without its full stop'));

const tier = v.union([
  v.strictObject({
    from: decimalText,
    price: decimalText,
    rateCode: v.optional(words),
    source: v.optional(words),
    /** From when on AWS charges it, where its price list says so. */
    effective: v.optional(day),
  }),
  v.strictObject({ from: decimalText, unavailable: reason }),
]);

const rate = v.strictObject({
  source: words,
  usageType: v.optional(words),
  noUsageType: v.optional(reason),
  noRateCode: v.optional(reason),
  /** Article overlay only: the words the article prints. */
  printed: v.optional(words),
  section: v.optional(words),
  note: v.optional(words),
  tiers: v.pipe(v.array(tier), v.minLength(1)),
});

const rates = v.record(v.string(), rate);

/**
 * Why a Region has no rate of a sku: AWS's own price data of the Region holds none, or no source that we found gives it.
 */
const unavailable = v.union([reason, v.strictObject({ notPublished: reason })]);

/** `<region>.yaml`. */
const regionSheet = v.strictObject({
  region: words,
  location: words,
  currency: v.literal('USD'),
  rates,
  unavailable: v.optional(v.record(v.string(), unavailable), {}),
});

/** `cloudfront.yaml`. */
const cloudfrontSheet = v.strictObject({
  currency: v.literal('USD'),
  geographies: v.record(v.string(), v.strictObject({ title: words, regions: v.array(words), rates })),
  /** What costs the same wherever the viewers are. */
  worldwide: v.strictObject({ title: words, rates }),
});

/** `always-free.yaml`. */
const allowanceSheet = v.strictObject({
  allowances: v.array(
    v.strictObject({
      id: words,
      of: v.optional(v.literal('legacy')),
      skus: v.array(v.string()),
      quantity: decimalText,
      source: words,
      note: words,
      excludes: v.optional(v.array(v.string()), []),
    }),
  ),
});

/** `sources.yaml`. */
const sourceSheet = v.record(
  v.string(),
  v.strictObject({
    title: words,
    published: v.union([day, v.literal('undated')]),
    confidence: v.picklist(['A', 'B', 'C', 'D']),
    url: v.optional(v.pipe(v.string(), v.startsWith('https://'))),
    /** Of what was imported: to the second, which of two price lists of one day is newer; and when it was imported. */
    publishedAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
    imported: v.optional(day),
    noUsageType: v.optional(reason),
    noRateCode: v.optional(reason),
  }),
);

/** `editions.yaml`: the month and the bytes of each edition, and the overlay it lays over the sheets. */
const editionSheet = v.record(
  v.picklist(['aws', 'article']),
  v.strictObject({
    title: words,
    hoursPerMonth: decimalText,
    bytesPerKB: v.picklist(['1000', '1024']),
    regions: v.optional(v.array(v.string())),
    overlay: v.optional(words),
  }),
);

/** An overlay: the cells in which an edition differs, in one Region. */
const overlaySheet = v.strictObject({
  region: words,
  // Older folders of price data hold delays beside the prices; nothing reads them any more.
  latency: v.optional(v.unknown()),
  coldStarts: v.optional(v.unknown()),
  rates,
});

export const SHEETS = {
  region: regionSheet,
  cloudfront: cloudfrontSheet,
  'always-free': allowanceSheet,
  sources: sourceSheet,
  editions: editionSheet,
  overlay: overlaySheet,
} as const;

export type RawRate = v.InferOutput<typeof rate>;
export type RegionSheet = v.InferOutput<typeof regionSheet>;
type CloudfrontSheet = v.InferOutput<typeof cloudfrontSheet>;
type AllowanceSheet = v.InferOutput<typeof allowanceSheet>;
export type SourceSheet = v.InferOutput<typeof sourceSheet>;
type EditionSheet = v.InferOutput<typeof editionSheet>;
export type OverlaySheet = v.InferOutput<typeof overlaySheet>;
export type EditionId = keyof EditionSheet;

/** Who set the prices: the package's sheets, AWS's price data read later, a contract with AWS, the article. */
export type LayerKind = 'packaged' | 'imported' | 'contracted' | 'article';

/** What one layer states of one place. What is in neither record it is silent on, and the layer below is asked. */
interface PlaceSheet {
  /** The name of the sheet, for who must say where a rate stands. */
  readonly name: string;
  /** By sku; a rate is laid whole, with all its tiers. */
  readonly rates: Readonly<Record<string, RawRate>>;
  /** By sku, why it has no price there: an answer as good as a price, so no layer below is asked. */
  readonly unavailable: RegionSheet['unavailable'];
}

/** Sheets of one kind, for any places and any skus. */
export interface Layer {
  readonly id: string;
  readonly kind: LayerKind;
  /** The sources that its rates name. */
  readonly sources: SourceSheet;
  /** Read when it is first asked for; undefined where the layer has nothing on the place. */
  at(place: Place): PlaceSheet | undefined;
  /** The file in which a sheet stands. */
  fileOf(sheet: string): string;
}

/** Layers from the bottom up: the topmost that is not silent on a sku in a place gives its rate. */
export type PriceList = readonly Layer[];

/** Every sheet there is, read and checked: what the build writes down and `openPriceBook` opens. */
export interface PriceData {
  /** What is agreed with AWS, where that is known. */
  readonly agreement?: Agreement;
  readonly sources: SourceSheet;
  readonly editions: EditionSheet;
  readonly allowances: AllowanceSheet['allowances'];
  readonly cloudfront: CloudfrontSheet;
  readonly overlays: Readonly<Record<string, OverlaySheet>>;
  readonly regions: readonly string[];
  /** Layers over these sheets. */
  readonly added?: PriceList;
  /** One Region's sheet, read when it is first asked for. */
  sheet(region: string): RegionSheet;
  /** The file in which a sheet stands, for who must name it. */
  fileOf(sheet: string): string;
}
