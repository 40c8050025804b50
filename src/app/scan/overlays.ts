import { didYouMean } from '../../errors/did-you-mean.ts';
import { UsageError } from '../../errors/errors.ts';
import type { ScannedApi } from '../../intake/templates/scanned.ts';
import type { Said } from '../../workload/draft.ts';
import { readRate } from '../../workload/quantity.ts';
import { parseSaid } from '../../workload/read.ts';
import { textOf, type Source } from '../source.ts';
import { merged } from './statement.ts';

export interface OverlayOptions {
  /** Requests of each API, such as `50M/month`. */
  readonly requests?: string;
  /** Workload files to lay over what templates say: one with a name over the API of that name, others over all. */
  readonly with?: readonly Source[];
}

/**
 * What options lay over each API: the files of `--with`, and over them the requests of `--requests`.
 * @throws UsageError where a file names no API that was found; WorkloadError where it has mistakes.
 */
export function overlaysOf(
  { with: files = [], requests }: OverlayOptions,
  apis: readonly ScannedApi[],
  regions: readonly string[],
): (api: ScannedApi) => Said {
  const names = apis.flatMap(namesOf);
  const overlays = files.map((source) => {
    const said = parseSaid(textOf(source), { file: source.file, regions });
    const name = said['name'];
    if (typeof name === 'string' && names.length > 0 && !names.includes(name)) throw unknownName(source.file, name, names);
    return said;
  });
  const traffic = requests === undefined ? null : { requests: checked(requests) };
  return (api) => {
    const meant = overlays.filter(({ name }) => name === undefined || namesOf(api).includes(String(name)));
    const stated = traffic === null || api.kind === 'websocket' ? meant : [...meant, { traffic }];
    return stated.reduce<Said>(merged, {});
  };
}

const namesOf = ({ name, id }: ScannedApi): readonly string[] => [id, ...(name === null ? [] : [name])];

function unknownName(file: string, name: string, names: readonly string[]): UsageError {
  return new UsageError(
    `${file} is laid over the API ${name}, and no template has it`,
    `the APIs are ${names.slice(0, 10).join(', ')}${names.length > 10 ? ', …' : ''}`,
    `name: ${didYouMean(name, names) ?? names[0]}, or no name at all, to lay it over every API`,
  );
}

function checked(requests: string): string {
  const reading = readRate(requests);
  if ('value' in reading) return requests;
  throw new UsageError(`--requests is "${requests}"`, reading.because, '--requests 50M/month');
}
