import { diff as compare, diffFolders, type DiffAnswer, type DiffOptions, type Pair } from '../../app/diff/diff.ts';
import { UsageError } from '../../errors/errors.ts';
import type { ExitCode } from '../../errors/exit-codes.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import { answered, type Printing } from '../answered.ts';
import { nameOf } from '../files/path-bytes.ts';
import { sourceOf } from '../files/sources.ts';
import { holdsWorkloads, workloadPaths } from '../files/workload-paths.ts';
import { DIFF_FORMATS, SCENARIO_FORMATS } from '../formats/diff.ts';
import type { Ports } from '../ports.ts';
import { pricesOf, type PriceOptions } from '../prices-of.ts';

export interface DiffCommandOptions extends Omit<DiffOptions, 'asOf' | 'pricesBefore'>, PriceOptions, Printing<keyof typeof DIFF_FORMATS> {
  readonly asOf?: string;
  readonly pricesBefore?: string;
  readonly each?: true;
}

/**
 * Says what changed between two workloads or two folders of them, or in the prices of one; the gates decide the exit code after that.
 * More than two workloads stand side by side.
 */
export async function diff(
  before: string,
  now: string | undefined,
  more: readonly string[],
  { pricesBefore, asOf, ...options }: DiffCommandOptions,
  ports: Ports,
): Promise<ExitCode> {
  if ([before, now, ...more].filter((path) => path === '-').length > 1)
    throw new UsageError('both files are standard input', 'it can be read once', 'apigw-advisor diff before.yaml -');
  const older = pricesBefore === undefined ? {} : { pricesBefore: { of: nameOf(pricesBefore), data: () => ports.pricesIn(pricesBefore) } };
  const asked = { ...options, ...older, asOf: asOf ?? ports.today() };
  const prices = await pricesOf({ ...options, asOf: asked.asOf }, ports);
  if (now !== undefined && more.length > 0) return sideBySide([before, now, ...more], asked, prices, options, ports);
  const answer = await compared(before, now, asked, prices, ports);
  return answered(answer, answer.results.length, DIFF_FORMATS, options, ports);
}

async function sideBySide(
  files: readonly string[],
  asked: DiffOptions,
  prices: PriceData,
  options: Printing<keyof typeof DIFF_FORMATS>,
  ports: Ports,
): Promise<ExitCode> {
  const folder = files.find((path) => ports.isFolder(path));
  if (folder !== undefined)
    throw new UsageError(
      `${nameOf(folder)} is a folder, and more than two are compared`,
      'workload files stand side by side; folders are compared two at a time',
      'apigw-advisor diff a.yaml b.yaml c.yaml',
    );
  const { scenarios } = await import('../../app/diff/scenarios.ts');
  const answer = await scenarios(
    files.map((path) => sourceOf(path, ports)),
    asked,
    prices,
  );
  return answered(answer, answer.scenarios.length, SCENARIO_FORMATS, options, ports);
}

async function compared(before: string, now: string | undefined, asked: DiffOptions, prices: PriceData, ports: Ports): Promise<DiffAnswer> {
  const sides = [before, ...(now === undefined ? [] : [now])];
  const folders = sides.filter((path) => ports.isFolder(path));
  if (folders.length === 0)
    return compare(
      sourceOf(before, ports, BOUNDS.document),
      now === undefined ? null : sourceOf(now, ports, BOUNDS.document),
      asked,
      prices,
    );
  if (now === undefined || folders.length < 2)
    throw new UsageError(
      `${nameOf(folders[0] ?? before)} is a folder, and ${now === undefined ? 'there is nothing to compare it with' : 'the other is not'}`,
      'files are paired by their paths in two folders',
      'apigw-advisor diff main/workloads/ workloads/',
    );
  return diffFolders(await pairs(before, now, ports), asked, prices);
}

/** The workload files of two folders, by where they lie in them. The first file of a folder is an addition, the last a removal. */
async function pairs(before: string, now: string, ports: Ports): Promise<readonly Pair[]> {
  const found = async (folder: string) => ((await holdsWorkloads(folder, ports)) ? below(folder, ports) : new Map<string, string>());
  const [was, is] = await Promise.all([found(before), found(now)]);
  if (was.size + is.size === 0) await below(now, ports);
  const source = (path: string | undefined) => (path === undefined ? null : sourceOf(path, ports, BOUNDS.document));
  return [...new Set([...was.keys(), ...is.keys()])]
    .toSorted()
    .map((path) => ({ path: nameOf(path), before: source(was.get(path)), now: source(is.get(path)) }));
}

async function below(folder: string, ports: Ports): Promise<ReadonlyMap<string, string>> {
  const { paths } = await workloadPaths([folder], ports);
  const root = `${folder.replace(/\/+$/, '')}/`;
  return new Map(paths.map((path) => [path.startsWith(root) ? path.slice(root.length) : path, path]));
}
