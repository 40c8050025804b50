import { join } from 'node:path';
import { visible } from '../../documents/visible.ts';
import { importPrices } from '../../app/prices/import.ts';
import type { Written } from '../../app/prices/import-document.ts';
import { PriceError, UsageError } from '../../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import { answered, type Printing } from '../answered.ts';
import { dataFolder } from '../files/data-folder.ts';
import { alone } from '../files/lock.ts';
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
  const before = stateOf(folder, ports);
  const answer = await importPrices(files, { older, asOf }, await importedInto(folder, ports));
  const written = dryRun ? null : await writeSheets(folder, answer.sheets, before, ports);
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

/** What sheets a folder holds, to tell whether another run has written others. */
export function stateOf(folder: string, ports: Ports): string {
  const names = ports.namesIn(folder).filter((name) => name.endsWith('.yaml'));
  const textOf = (name: string) => {
    try {
      return Buffer.from(ports.readFile(join(folder, name))).toString('latin1');
    } catch {
      return null;
    }
  };
  return JSON.stringify(names.toSorted().map((name) => [name, textOf(name)]));
}

/**
 * @param before the state of the folder when the sheets were worked out.
 * @throws UsageError where they cannot be written, or another run has written some meanwhile; then none is.
 */
export async function writeSheets(folder: string, sheets: ReadonlyMap<string, string>, before: string, ports: Ports): Promise<Written> {
  if (sheets.size === 0) return null;
  const files = new Map([...sheets].map(([name, text]) => [join(folder, name), text]));
  await alone(folder, ports, async () => {
    if (stateOf(folder, ports) !== before)
      throw new UsageError(
        `another run has written prices into ${nameOf(folder)} meanwhile`,
        'what was worked out is without those, so nothing was written',
        'the same again',
      );
    try {
      ports.stderr.write(linkNotes(await ports.writeFiles(files, { replace: true, makeFolders: true })));
    } catch (cause) {
      throw cannotWrite(folder, cause, '--output prices/');
    }
  });
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
