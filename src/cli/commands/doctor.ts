import { join } from 'node:path';
import { doctor as look, type DoctorAnswer, type LaidOver } from '../../app/doctor/doctor.ts';
import type { FolderSize, Machine } from '../../app/doctor/machine.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import { answered } from '../answered.ts';
import { contractPath } from '../contract-of.ts';
import { cacheFolder, DOWNLOADS } from '../files/cache-folder.ts';
import { dataFolder } from '../files/data-folder.ts';
import { sourcesOf } from '../files/sources.ts';
import { screenOf, type Formats } from '../formats/format.ts';
import type { Ports } from '../ports.ts';
import { folderOf, OWN, pricesOf, type PriceOptions } from '../prices-of.ts';

export interface DoctorOptions extends PriceOptions {
  readonly asOf?: string;
  readonly json?: true;
  readonly color: boolean;
}

const FORMATS = {
  table: {
    async write(answer, options, ports) {
      const [{ doctorText }, screen] = await Promise.all([import('../../render/doctor/text.ts'), screenOf(ports, options)]);
      return doctorText(answer, screen);
    },
  },
  json: { isData: true, write: async (answer) => (await import('../../app/doctor/document.ts')).doctorJson(answer) },
} as const satisfies Formats<DoctorAnswer, { readonly color: boolean }>;

/** Says what this program goes by on this machine, and what to do next. */
export async function doctor(files: readonly string[], options: DoctorOptions, ports: Ports): Promise<ExitCode> {
  const laid = laidOver(options, ports);
  const folder = folderOf(options, ports);
  const answer = await look(sourcesOf(files, ports), { asOf: options.asOf ?? ports.today() }, machineOf(ports), {
    laid,
    prices: [
      async () => pricesOf(options, ports),
      async () => (folder === null ? ports.prices() : ports.pricesIn(folder.folder, folder.write)),
      async () => ports.prices(),
    ].slice(laid.length === 0 ? 2 : 0),
  });
  const mistaken = answer.isDamaged ? EXIT_CODES.prices.code : EXIT_CODES.workload.code;
  return answered(answer, 1, FORMATS, { ...options, format: 'table' }, ports, mistaken);
}

function laidOver(options: DoctorOptions, ports: Ports): readonly LaidOver[] {
  const folder = folderOf(options, ports);
  const data = dataFolder(ports);
  const contract = contractPath(options, data !== null && ports.isFolder(data) ? data : null, ports);
  const by = options.contract !== undefined ? '--contract' : ports.env['APIGW_ADVISOR_CONTRACT'] ? 'APIGW_ADVISOR_CONTRACT' : OWN;
  return [
    ...(folder === null ? [] : [laidBy(folder)]),
    ...(contract === null ? [] : [{ kind: 'contract' as const, path: contract, by, repair: 'correct the contract' }]),
  ];
}

function laidBy({ folder, by, write }: NonNullable<ReturnType<typeof folderOf>>): LaidOver {
  return { kind: 'prices', path: folder, by, repair: by === OWN ? write : `name another folder with ${by}` };
}

function machineOf(ports: Ports): Machine {
  const { version, engines } = JSON.parse(new TextDecoder().decode(ports.readFile(join(ports.root, 'package.json')))) as {
    readonly version: string;
    readonly engines: { readonly node: string };
  };
  const cache = cacheFolder(ports);
  const downloads = cache && join(cache, DOWNLOADS);
  const data = dataFolder(ports);
  const [all, fetched] = [sizeOf(cache, ports), sizeOf(downloads, ports)];
  const code = all && { files: all.files - (fetched?.files ?? 0), bytes: all.bytes - (fetched?.bytes ?? 0) };
  return {
    version,
    ...ports.machine(),
    nodeSupported: engines.node,
    code: { path: cache, size: code },
    downloads: { path: downloads, size: fetched },
    data: { path: data, size: sizeOf(data, ports) },
  };
}

function sizeOf(folder: string | null, ports: Ports): FolderSize | null {
  return folder !== null && ports.isFolder(folder) ? ports.sizeOf(folder) : null;
}
