import * as v from 'valibot';
import { PriceError, type Problem } from '../errors/errors.ts';
import { decimal } from '../money/decimal.ts';
import { BOUNDS } from '../reading/bounds.ts';
import type { Outline } from '../reading/outline.ts';
import { own } from '../reading/own.ts';
import { readYaml } from '../reading/yaml.ts';
import { noSheet, type Index } from './compiled.ts';
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
  const regional = new Map<string, RegionSheet>();
  const laid = new Map<string, OverlaySheet>();
  const one: Partial<Record<Kind, unknown>> = {};
  for (const { name, text } of files) {
    const id = name.replace(/\.yaml$/, '');
    const { outline, problems } = readYaml(text, name, BOUNDS.sheet, 'typed');
    if (outline === null) throw new PriceError(problems);
    const { data: raw } = outline;
    const kind: Kind = Object.hasOwn(SHEETS, id) ? (id as Kind) : Object.hasOwn(Object(raw) as object, 'location') ? 'region' : 'overlay';
    const checked = v.safeParse(SHEETS[kind], raw);
    if (!checked.success) throw new PriceError(checked.issues.map((issue) => problemOf(issue, name, outline)));
    if (kind === 'region') regional.set(id, checked.output as RegionSheet);
    else if (kind === 'overlay') laid.set(id, checked.output as OverlaySheet);
    else one[kind] = checked.output;
  }
  const [sheets, overlays] = [Object.fromEntries(regional), Object.fromEntries(laid)];
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
  const sheet = (region: string) => {
    const found = regional.get(region);
    if (found === undefined) throw noSheet(region);
    return found;
  };
  return { index, sheets, data: { ...index, sheet, fileOf: (name) => `${name}.yaml` } };
}

const FORM = 'the price sheet does not have the agreed form';

function problemOf(issue: v.BaseIssue<unknown>, file: string, outline: Outline): Problem {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const unknown = issue.type === 'strict_object' && issue.expected === 'never';
  const what = `${path.join(' › ') || 'the sheet'} ${unknown ? 'is not a field' : found(issue)}`;
  return { file, ...outline.place(path, unknown ? 'key' : 'value'), path: path.join('.') || null, what, because: FORM, write: null };
}

/** The schema's own words where it has some; what the library says of the rest is about JavaScript. */
function found({ type, received, message }: v.BaseIssue<unknown>): string {
  if (received === 'undefined') return 'is missing';
  if (type === 'regex') return `is not ${message}`;
  if (type === 'min_length') return 'is too short';
  return `is ${received.length > 60 ? `${received.slice(0, 60)}…` : received}, which is not allowed there`;
}

function checkRegion(region: string, sheet: RegionSheet, sources: SourceSheet): void {
  const fail = (what: string) => {
    throw new PriceError(`${region}.yaml: ${what}`, 'every sku is priced or listed as unavailable, once', null);
  };
  if (sheet.region !== region) fail(`region says "${sheet.region}"`);
  for (const sku of ALL_SKUS) {
    if (SKUS[sku].scope !== 'region') continue;
    const isPriced = Object.hasOwn(sheet.rates, sku);
    if (isPriced === Object.hasOwn(sheet.unavailable, sku)) fail(`${sku} is ${isPriced ? 'in both lists' : 'in no list'}`);
  }
  checkRates(region, sheet.rates, sources);
}

/** Tiers rise, sources exist, and where a code is absent a reason says why. */
function checkRates(name: string, rates: Readonly<Record<string, RawRate>>, sources: SourceSheet): void {
  for (const [sku, rate] of Object.entries(rates)) {
    const fail = (what: string) => {
      throw new PriceError(`${name}.yaml: ${sku} ${what}`, FORM, null);
    };
    const source = own(sources, rate.source);
    if (!isSku(sku)) fail('is not a known sku');
    if (!source) fail(`names the unknown source "${rate.source}"`);
    if (rate.usageType === undefined && (rate.noUsageType ?? source?.noUsageType) === undefined) fail('has no usageType and no reason');
    if (rate.tiers[0]?.from !== '0') fail('does not start at 0');
    rate.tiers.forEach((tier, index) => {
      const before = rate.tiers[index - 1];
      if (before && decimal(tier.from).lte(decimal(before.from))) fail(`has tiers that do not rise at ${tier.from}`);
      if ('unavailable' in tier) return;
      if (tier.rateCode === undefined && (rate.noRateCode ?? source?.noRateCode) === undefined) fail('has no rateCode and no reason');
      if (tier.source !== undefined && own(sources, tier.source) === undefined) fail(`names the unknown source "${tier.source}"`);
    });
  }
}
