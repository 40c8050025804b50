import { notTemplate } from '../../app/scan/not-template.ts';
import { scan as answer, type ScanOptions } from '../../app/scan/scan.ts';
import { visible } from '../../documents/visible.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import { READERS } from '../../intake/templates/readers.ts';
import { scanTemplates } from '../../intake/templates/read-all.ts';
import { answered, type Printing } from '../answered.ts';
import { besideOf } from '../files/beside.ts';
import { nameOf } from '../files/path-bytes.ts';
import { sourceOf } from '../files/sources.ts';
import { templateFiles } from '../files/template-files.ts';
import { SCAN_FORMATS } from '../formats/scan.ts';
import type { Ports } from '../ports.ts';
import { pricesOf, type PriceOptions } from '../prices-of.ts';

export interface ScanCommandOptions extends Omit<ScanOptions, 'with'>, PriceOptions, Printing<keyof typeof SCAN_FORMATS> {
  readonly with?: readonly string[];
  /** A folder to write a workload file for each API into. */
  readonly draft?: string;
  readonly force?: true;
  readonly each?: true;
}

/** Reads templates, and says of each API in them whether it can be an HTTP API. */
export async function scan(named: readonly string[], options: ScanCommandOptions, ports: Ports): Promise<ExitCode> {
  const { with: files = [], ...asked } = options;
  const beside = besideOf(named, ports);
  const { files: templates, problems, isNamed } = await templateFiles(named, READERS, beside, ports);
  const found = await scanTemplates(templates, beside, READERS);
  const strange = found.unrecognized.flatMap((file) => notTemplate(file, isNamed(file)));
  const whole: ScanOptions = { ...asked, with: files.map((path) => sourceOf(path, ports)) };
  const said = answer({ ...found, problems: [...problems, ...strange, ...found.problems] }, whole, await pricesOf(options, ports));
  if (options.draft !== undefined && said.apis.length > 0) {
    const [{ draftOf }, { draftPaths, writeDrafts }] = await Promise.all([
      import('../../app/scan/draft.ts'),
      import('../files/draft-files.ts'),
    ]);
    const paths = draftPaths(
      options.draft,
      said.apis.map(({ api }) => api.name ?? api.id),
    );
    await writeDrafts(
      new Map(said.apis.map((one, index) => [paths[index] ?? '', draftOf(one)])),
      options.force === true,
      options.draft,
      ports,
    );
    ports.stderr.write(
      paths.map((path) => `Wrote ${visible(nameOf(path))}. Fill it in: apigw-advisor choose --from ${visible(nameOf(path))}\n`).join(''),
    );
  }
  const results = said.problems.length === 0 ? 1 : said.apis.length + found.templates;
  return answered(said, results, SCAN_FORMATS, options, ports, EXIT_CODES.template.code);
}
