import { PriceError } from '../errors/errors.ts';
import type { Decimal } from '../money/decimal.ts';
import { own } from '../reading/own.ts';
import { bandsOf } from './bands.ts';
import { cellsOf, type Cells } from './cells.ts';
import type { Term } from './contract.ts';
import type { Place } from './place.ts';
import type { Layer, LayerKind, RawRate, SourceSheet } from './sheet.ts';
import type { Sku } from './skus.ts';

/** Where a rate comes from: AWS's file or page, its date, and how far it is to be believed (A machine data … D weak). */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly confidence: 'A' | 'B' | 'C' | 'D';
  readonly url: string | null;
  /** The day on which it was imported; absent of what the package carries. */
  readonly imported?: string;
}

/** One band of a rate, from its lower bound on. A price that nobody published is a reason, never a number. */
export interface Tier {
  readonly from: Decimal;
  /** What one pays: by the contract, where one is laid. */
  readonly unitPrice: Decimal | null;
  /** What AWS lists, where a contract prices the tier. */
  readonly listUnitPrice?: Decimal | null;
  /** AWS's rate code: `SkuPriceId` in FOCUS, `pricing_rate_code` in the CUR. */
  readonly skuPriceId: string | null;
  readonly source: Source;
  /** From when on AWS charges it, where that is known. */
  readonly effective: string | null;
  /** Why there is no price, where there is none. */
  readonly unavailable: string | null;
}

export interface Rate {
  readonly sku: Sku;
  readonly place: Place;
  readonly tiers: readonly Tier[];
  readonly usageType: string | null;
  readonly noUsageType: string | null;
  readonly noRateCode: string | null;
  /** Who published it, and when. */
  readonly source: Source;
  /** In which layer of the price list it stands, and in which sheet of it. */
  readonly from: { readonly layer: string; readonly kind: LayerKind | 'stated'; readonly sheet: string };
  readonly note: string | null;
  /** False where an edition is silent and AWS's rate stands in. */
  readonly ofEdition: boolean;
  /** By what a contract prices it, where one does, and what AWS lists. */
  readonly term?: Term;
  readonly listed?: Rate | Unavailable;
}

/** No rate at all, and why: `published` is false where AWS's own price data holds none, absent where our sheets lack it. */
export interface Unavailable {
  readonly unavailable: string;
  readonly published?: false;
}

/** What a layer states of a sku in a place; undefined where it is silent. */
type Rates = (sku: Sku, place: Place) => Rate | Unavailable | undefined;

/**
 * Reads the rates of a layer, as they are asked for.
 * @throws PriceError, when asked, where a cell is damaged.
 */
export function ratesOf(layer: Layer, ofEdition: boolean): Rates {
  const bySheet = new Map<string, Cells>();
  const cellsIn = (sheet: string): Cells => {
    const cells = bySheet.get(sheet) ?? cellsOf(() => layer.fileOf(sheet));
    bySheet.set(sheet, cells);
    return cells;
  };
  const source = sourcesOf(layer.sources, cellsIn('sources'));
  const finish = (sku: Sku, place: Place, rate: RawRate, sheet: string): Rate => {
    const cells = cellsIn(sheet);
    const path = `rates.${sku}`;
    const reasons = own(
      layer.sources,
      cells.text(cells.record(rate, path).source, () => `${path}.source`),
    );
    return {
      sku,
      place,
      usageType: rate.usageType ?? null,
      noUsageType: rate.usageType === undefined ? (rate.noUsageType ?? reasons?.noUsageType ?? null) : null,
      noRateCode: rate.noRateCode ?? reasons?.noRateCode ?? null,
      source: source(rate.source),
      from: { layer: layer.id, kind: layer.kind, sheet },
      note: rate.printed === undefined ? (rate.note ?? null) : `article, ${rate.section ?? ''}: ${rate.printed}`,
      ofEdition,
      tiers: bandsOf(rate, path, cells).map((band) => ({ ...band, source: source(band.source) })),
    };
  };
  return (sku, place) => {
    const sheet = layer.at(place);
    const rate = own(sheet?.rates, sku);
    if (sheet && rate) return finish(sku, place, rate, sheet.name);
    const why = own(sheet?.unavailable, sku);
    if (!why) return undefined;
    return typeof why === 'string' ? { unavailable: why } : { unavailable: why.notPublished, published: false };
  };
}

/** Sources by id, each read once. @throws PriceError, when asked, for one that does not exist or is damaged. */
export function sourcesOf(sheet: SourceSheet, cells: Cells): (id: string) => Source {
  const known = new Map<string, Source>();
  const read = (id: string): Source => {
    const found = own(sheet, id);
    if (found === undefined) throw new PriceError(`source "${id}" is not in sources.yaml`, 'every rate names its source', null);
    return {
      id,
      title: cells.text(found.title, `sources.${id}.title`),
      published: cells.text(found.published, `sources.${id}.published`),
      confidence: found.confidence,
      url: found.url ?? null,
      ...(found.imported === undefined ? {} : { imported: found.imported }),
    };
  };
  return (id) => {
    const source = known.get(id) ?? read(id);
    known.set(id, source);
    return source;
  };
}
