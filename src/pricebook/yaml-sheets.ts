import * as v from 'valibot';
import { parse } from 'yaml';
import { PriceError } from '../errors/errors.ts';
import { decimal } from '../money/decimal.ts';
import type { Index } from './files.ts';
import { SHEETS, type OverlaySheet, type PriceData, type RawRate, type RegionSheet, type SourceSheet } from './sheet.ts';
import { ALL_SKUS, isSku, SKUS, WORLDWIDE } from './skus.ts';

type Kind = keyof typeof SHEETS;

/** Sheets without which nothing can be priced. */
const NEEDED = ['sources', 'editions', 'always-free', 'cloudfront'] as const satisfies readonly Kind[];

/**
 * Reads and checks the YAML sheets of pricing-data: the build compiles them, tests read them straight.
 * @throws PriceError naming the sheet and the cell.
 */
export function readPriceSheets(files: readonly { readonly name: string; readonly text: string }[]): {
  readonly index: Index;
  readonly sheets: Readonly<Record<string, RegionSheet>>;
  readonly data: PriceData;
} {
  const sheets: Record<string, RegionSheet> = {};
  const overlays: Record<string, OverlaySheet> = {};
  const one: Partial<Record<Kind, unknown>> = {};
  for (const { name, text } of files) {
    const id = name.replace(/\.yaml$/, '');
    const raw: unknown = parse(text);
    const kind: Kind = id in SHEETS ? (id as Kind) : 'location' in Object(raw) ? 'region' : 'overlay';
    const checked = v.safeParse(SHEETS[kind], raw);
    if (!checked.success) {
      const issue = checked.issues[0];
      const path = issue.path?.map((item) => String(item.key)).join(' › ') ?? '';
      throw new PriceError(`${name}: ${path} ${issue.message}`, 'the price sheet does not have the agreed form', null);
    }
    if (kind === 'region') sheets[id] = checked.output as RegionSheet;
    else if (kind === 'overlay') overlays[id] = checked.output as OverlaySheet;
    else one[kind] = checked.output;
  }
  for (const kind of NEEDED) {
    if (one[kind] === undefined)
      throw new PriceError(`there is no ${kind}.yaml`, 'price data has one beside the sheets of its Regions', null);
  }
  const index: Index = {
    sources: one.sources as Index['sources'],
    editions: one.editions as Index['editions'],
    allowances: (one['always-free'] as { allowances: Index['allowances'] }).allowances,
    cloudfront: one.cloudfront as Index['cloudfront'],
    overlays,
    regions: Object.keys(sheets).toSorted(),
  };
  for (const [region, sheet] of Object.entries(sheets)) checkRegion(region, sheet, index.sources);
  for (const [name, geography] of Object.entries(index.cloudfront.geographies)) checkRates(name, geography.rates, index.sources);
  checkRates(WORLDWIDE, index.cloudfront.worldwide.rates, index.sources);
  for (const [name, overlay] of Object.entries(overlays)) checkRates(name, overlay.rates, index.sources);
  const data: PriceData = { ...index, sheet: (region) => sheets[region] ?? missing(region) };
  return { index, sheets, data };
}

function missing(region: string): never {
  throw new PriceError(`there is no price sheet for ${region}`, 'each Region has a sheet in pricing-data', null);
}

function checkRegion(region: string, sheet: RegionSheet, sources: SourceSheet): void {
  const fail = (what: string) => {
    throw new PriceError(`${region}.yaml: ${what}`, 'every sku is priced or listed as unavailable, once', null);
  };
  if (sheet.region !== region) fail(`region says "${sheet.region}"`);
  for (const sku of ALL_SKUS) {
    if (SKUS[sku].scope !== 'region') continue;
    if (sku in sheet.rates === sku in sheet.unavailable) fail(`${sku} is ${sku in sheet.rates ? 'in both lists' : 'in no list'}`);
  }
  checkRates(region, sheet.rates, sources);
}

/** Tiers rise, sources exist, and where a code is absent a reason says why. */
function checkRates(name: string, rates: Readonly<Record<string, RawRate>>, sources: SourceSheet): void {
  for (const [sku, rate] of Object.entries(rates)) {
    const fail = (what: string) => {
      throw new PriceError(`${name}.yaml: ${sku} ${what}`, 'the price sheet does not have the agreed form', null);
    };
    const source = sources[rate.source];
    if (!isSku(sku)) fail('is not a known sku');
    if (!source) fail(`names the unknown source "${rate.source}"`);
    if (rate.usageType === undefined && (rate.noUsageType ?? source?.noUsageType) === undefined) fail('has no usageType and no reason');
    if (rate.tiers[0]?.from !== '0') fail('does not start at 0');
    rate.tiers.forEach((tier, index) => {
      const before = rate.tiers[index - 1];
      if (before && decimal(tier.from).lte(decimal(before.from))) fail(`has tiers that do not rise at ${tier.from}`);
      if ('unavailable' in tier) return;
      if (tier.rateCode === undefined && (rate.noRateCode ?? source?.noRateCode) === undefined) fail('has no rateCode and no reason');
      if (tier.source !== undefined && !sources[tier.source]) fail(`names the unknown source "${tier.source}"`);
    });
  }
}
