import * as v from 'valibot';
import { PriceError, type Problem } from '../errors/errors.ts';
import { decimal } from '../money/decimal.ts';
import { BOUNDS } from '../reading/bounds.ts';
import type { Outline } from '../reading/outline.ts';
import { own } from '../reading/own.ts';
import { readYaml } from '../reading/yaml.ts';
import { SHEETS, type RawRate, type SourceSheet } from './sheet.ts';
import { isSku } from './skus.ts';

export type Kind = keyof typeof SHEETS;

/** A YAML sheet of price data, of the agreed form. */
export interface Sheet<K extends Kind = Kind> {
  readonly id: string;
  /** The file. */
  readonly name: string;
  readonly kind: K;
  readonly data: v.InferOutput<(typeof SHEETS)[K]>;
  readonly outline: Outline;
}

type Path = readonly (string | number)[];

/**
 * Reads a sheet.
 * @throws PriceError naming the file and the cell.
 */
export function readSheet(name: string, text: string): Sheet {
  const id = name.replace(/\.yaml$/, '');
  const { outline, problems } = readYaml(text, name, BOUNDS.sheet, 'typed');
  if (outline === null) throw new PriceError(problems);
  const { data: raw } = outline;
  const kind: Kind = Object.hasOwn(SHEETS, id) ? (id as Kind) : Object.hasOwn(Object(raw) as object, 'location') ? 'region' : 'overlay';
  const checked = v.safeParse(SHEETS[kind], raw);
  if (!checked.success) throw new PriceError(checked.issues.map((issue) => problemOf(issue, name, outline)));
  return { id, name, kind, data: checked.output, outline };
}

export function isKind<K extends Kind>(sheet: Sheet, kind: K): sheet is Sheet<K> {
  return sheet.kind === kind;
}

const FORM = 'the price sheet does not have the agreed form';

/** What is wrong in a sheet, and where. */
export function wrong({ name, outline }: Sheet, path: Path, what: string, because: string = FORM): PriceError {
  return new PriceError([{ file: name, ...outline.place(path), path: path.join('.') || null, what, because, write: null }]);
}

function problemOf(whole: v.BaseIssue<unknown>, file: string, outline: Outline): Problem {
  const issue = innermost(whole);
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const unknown = issue.type === 'strict_object' && issue.expected === 'never';
  const what = `${path.join(' › ') || 'the sheet'} ${unknown ? 'is not a field' : found(issue)}`;
  return { file, ...outline.place(path, unknown ? 'key' : 'value'), path: path.join('.') || null, what, because: FORM, write: null };
}

/** Of what may have several forms, what is wrong inside it: a field that is there and does not fit. */
function innermost(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const inside = issue.issues?.find(({ path, received, expected }) => path && received !== 'undefined' && expected !== 'never');
  return inside?.path && issue.path ? innermost({ ...inside, path: [...issue.path, ...inside.path] }) : issue;
}

/** The schema's own words where it has some; what the library says of the rest is about JavaScript. */
function found({ type, received, message }: v.BaseIssue<unknown>): string {
  if (received === 'undefined') return 'is missing';
  if (type === 'regex') return `is not ${message}`;
  if (type === 'min_length') return 'is too short';
  return `is ${received.length > 60 ? `${received.slice(0, 60)}…` : received}, which is not allowed there`;
}

/**
 * Tiers rise, sources exist, and where a code is absent a reason says why.
 * @param above the path of the record of rates.
 * @throws PriceError where that is not so.
 */
export function checkRates(sheet: Sheet, above: Path, rates: Readonly<Record<string, RawRate>>, sources: SourceSheet): void {
  for (const [sku, rate] of Object.entries(rates)) {
    const fail = (what: string, path: Path = []) => {
      throw wrong(sheet, [...above, sku, ...path], `${sku} ${what}`);
    };
    const source = own(sources, rate.source);
    if (!isSku(sku)) fail('is not a known sku');
    if (!source) fail(`names the unknown source "${rate.source}"`, ['source']);
    if (rate.usageType === undefined && (rate.noUsageType ?? source?.noUsageType) === undefined) fail('has no usageType and no reason');
    if (rate.tiers[0]?.from !== '0') fail('does not start at 0', ['tiers', 0]);
    rate.tiers.forEach((tier, index) => {
      const before = rate.tiers[index - 1];
      const at: Path = ['tiers', index];
      if (before && decimal(tier.from).lte(decimal(before.from))) fail(`has tiers that do not rise at ${tier.from}`, at);
      if ('unavailable' in tier) return;
      if (tier.rateCode === undefined && (rate.noRateCode ?? source?.noRateCode) === undefined) fail('has no rateCode and no reason', at);
      if (tier.source !== undefined && own(sources, tier.source) === undefined) fail(`names the unknown source "${tier.source}"`, at);
    });
  }
}
