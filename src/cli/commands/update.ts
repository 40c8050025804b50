import { join } from 'node:path';
import { updatePrices, type UpdateOptions } from '../../app/prices/update/update.ts';
import { UsageError } from '../../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import { answered, type Printing } from '../answered.ts';
import { cacheFolder, DOWNLOADS } from '../files/cache-folder.ts';
import { alone } from '../files/lock.ts';
import { reasonOf } from '../files/read-text.ts';
import { UPDATE_FORMATS } from '../formats/update.ts';
import { baseOf } from '../network/address.ts';
import type { Ports } from '../ports.ts';
import { progressBar } from '../progress.ts';
import { ending, importedInto, importFolder, stateOf, writeSheets } from './import.ts';

export interface UpdateCommandOptions extends Omit<UpdateOptions, 'asOf'>, Printing<keyof typeof UPDATE_FORMATS> {
  readonly output?: string;
  readonly dryRun?: true;
  readonly asOf?: string;
  readonly baseUrl: string;
}

/** `prices update`: AWS's current price lists, fetched and taken. */
export async function update(options: UpdateCommandOptions, ports: Ports): Promise<ExitCode> {
  const { output, dryRun = false, asOf = ports.today() } = options;
  const base = baseOf(options.baseUrl);
  const folder = output ?? importFolder(ports);
  const cache = cacheFolder(ports);
  if (cache === null)
    throw new UsageError('there is no folder to keep price lists in', 'the environment names no home', 'XDG_CACHE_HOME=/tmp/cache');
  const kept = join(cache, DOWNLOADS, base.host.replaceAll(/[^\w.-]/g, '+'));
  const before = stateOf(folder, ports);
  const prices = await importedInto(folder, ports);
  const updated = async () => {
    const server = await ports.priceServer(base, kept);
    const answer = updatePrices(server, { ...options, asOf }, prices, progressBar('price lists fetched', ports, 1));
    return onDisk(kept, answer).finally(() => server.close());
  };
  // Copies that two runs keep side by side would be mixed.
  const answer = await alone(join(cache, DOWNLOADS), ports, updated);
  const written = dryRun ? null : await writeSheets(folder, answer.sheets, before, ports);
  const mistaken = answer.notUnderstood.length > 0 ? EXIT_CODES.template.code : EXIT_CODES.prices.code;
  const code = await answered({ ...answer, written }, 1, UPDATE_FORMATS, options, ports, mistaken);
  ports.stderr.write(ending(written, answer.sheets.size === 0, { dryRun, named: output !== undefined }));
  return code;
}

/** What the disk says while lists are kept is no fault of the network. */
async function onDisk<T>(folder: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (!/^E[A-Z]+$/.test((cause as { code?: string }).code ?? '')) throw cause;
    const write = 'XDG_CACHE_HOME=/tmp/cache, or another folder that can be written';
    throw new UsageError(`price lists cannot be kept in ${folder}`, reasonOf(cause), write, { cause });
  }
}
