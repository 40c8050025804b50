import { join } from 'node:path';
import { visible } from '../../documents/visible.ts';
import { importPrices } from '../../app/prices/import.ts';
import type { Written } from '../../app/prices/import-document.ts';
import { PriceError, UsageError } from '../../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import { answered, type Printing } from '../answered.ts';
import { dataFolder } from '../files/data-folder.ts';
import { offerFile } from '../files/offer-files.ts';
import { nameOf } from '../files/path-bytes.ts';
import { cannotWrite, linkNotes } from '../files/write-words.ts';
import { IMPORT_FORMATS } from '../formats/import.ts';
import type { Ports } from '../ports.ts';

export interface ImportOptions extends Printing<keyof typeof IMPORT_FORMATS> {
  readonly output?: string;
  readonly dryRun?: true;
  readonly older?: true;
  readonly asOf?: string;
}

/** `prices import`: price lists of AWS as sheets of ours, all of them or none. */
export async function importOffers(paths: readonly string[], options: ImportOptions, ports: Ports): Promise<ExitCode> {
  const { output, dryRun = false, older = false, asOf = ports.today() } = options;
  const folder = output ?? importFolder(ports);
  const files = paths.map((path) => offerFile(path, ports));
  const answer = await importPrices(files, { older, asOf }, await importedInto(folder, ports));
  const written = dryRun ? null : await writeSheets(folder, answer.sheets, ports);
  const said = await answered({ ...answer, written }, answer.imported.length, IMPORT_FORMATS, options, ports, EXIT_CODES.template.code);
  ports.stderr.write(ending(written, answer.problems.length > 0, { dryRun, named: output !== undefined }));
  return said;
}

/** Where prices are imported where nobody says. */
export function importFolder(ports: Ports): string {
  const said = ports.env['APIGW_ADVISOR_PRICES'] || null;
  if (said !== null) return said;
  const data = dataFolder(ports);
  if (data !== null) return join(data, 'prices');
  throw new UsageError('there is no folder to write into', 'the environment names no home', '--output prices/');
}

/** The price list on which it is laid: the package's, with what was imported into the folder before. */
export async function importedInto(folder: string, ports: Ports): Promise<PriceData> {
  if (!ports.namesIn(folder).some((name) => /\.yaml$|^index\.json$/.test(name))) return ports.prices();
  const write = '--output with a folder that is new, or that prices import wrote';
  const data = await ports.pricesIn(folder, write);
  if (data.added?.some(({ kind }) => kind === 'imported')) return data;
  throw new PriceError(
    `${nameOf(folder)} holds whole price data`,
    'imported prices are laid over the data of the package, in a folder of their own',
    write,
  );
}

/** @throws UsageError where they cannot be written; then none is. */
export async function writeSheets(folder: string, sheets: ReadonlyMap<string, string>, ports: Ports): Promise<Written> {
  if (sheets.size === 0) return null;
  const files = new Map([...sheets].map(([name, text]) => [join(folder, name), text]));
  try {
    ports.stderr.write(linkNotes(await ports.writeFiles(files, { replace: true, makeFolders: true })));
  } catch (cause) {
    throw cannotWrite(folder, cause, '--output prices/');
  }
  return { folder: nameOf(folder), sheets: [...sheets.keys()] };
}

/** What was written where, for who asked for it. */
export function ending(
  written: Written,
  isRefused: boolean,
  { dryRun, named }: { readonly dryRun: boolean; readonly named: boolean },
): string {
  if (written === null) return dryRun && !isRefused ? 'Nothing was written (--dry-run).\n' : 'Nothing was written.\n';
  const folder = visible(written.folder);
  const use = named ? `Use them: --prices ${folder}` : 'Each command that prices goes by them now';
  return `Wrote ${written.sheets.length} sheets into ${folder}. ${use}\n`;
}
