import { join } from 'node:path';
import { UsageError } from '../errors/errors.ts';
import type { ReportAnswer } from '../app/report/report.ts';
import type { Report } from '../portfolio/summary.ts';
import { REPORT_FORMATS, type ReportForm, type ReportFormat } from './formats/report.ts';
import { visible } from '../documents/visible.ts';
import { nameOf } from './files/path-bytes.ts';
import type { Ports } from './ports.ts';
import { cannotWrite, linkNotes } from './files/write-words.ts';

/** The formats that files are kept in, by the ending of their names. */
const BY_ENDING = new Map(
  Object.entries<ReportForm>(REPORT_FORMATS).flatMap(([format, { ending }]) =>
    ending === undefined ? [] : [[ending, format as ReportFormat]],
  ),
);

export interface OutputOptions {
  readonly json?: true;
  /** Absent when nobody asked for one. */
  readonly format?: ReportFormat;
  readonly output?: string;
  readonly color: boolean;
}

/**
 * Refuses, before anything is worked out, what could not be written at its end.
 * @throws UsageError where bytes would go to a screen, or a file's ending says another format than `--format`.
 */
export function checkOutput({ json, format, output }: OutputOptions, ports: Ports): void {
  const asked = json ? 'json' : format;
  if (output === undefined) {
    if (asked === 'xlsx' && ports.stdout.isTTY)
      throw new UsageError('a workbook would go to the screen', 'it is bytes, not text', '--format xlsx --output report.xlsx');
    return;
  }
  const ending = endingOf(output, ports);
  if (ending !== null && asked !== undefined && asked !== BY_ENDING.get(ending))
    throw new UsageError(
      `--output is "${nameOf(output)}" and --format is ${asked}`,
      'a file has one format',
      `--output report.${endingFor(asked)}`,
    );
}

/** Which report it is: the names of its files follow. */
type Dated = Pick<Report, 'month' | 'asOf'>;

/**
 * Refuses, before anything is worked out, to write over what the report is made of.
 * @param inputs paths of what was read, by what tells each file from others.
 * @throws UsageError where a file that would be written is one of them, be it through a link.
 */
export function keepInputs(dated: Dated, options: OutputOptions, inputs: ReadonlyMap<string, string>, ports: Ports): void {
  const taken = new Map(inputs);
  for (const { path } of outputsOf(dated, options, ports)) {
    const { id } = ports.identify(path) ?? {};
    const input = id === undefined ? undefined : taken.get(id);
    if (input !== undefined) {
      const as = input === path ? '' : `, under the name ${nameOf(input)}`;
      throw new UsageError(
        `--output would write over ${nameOf(path)}`,
        inputs.has(id ?? '') ? `the report is made of it${as}` : `another file of this report goes there${as}`,
        '--output reports/',
      );
    }
    if (id !== undefined) taken.set(id, path);
  }
}

/** Prints a report, or writes it: a file in the format of its ending, a folder in every format. */
export async function writeReport(answer: ReportAnswer, options: OutputOptions, ports: Ports): Promise<void> {
  const { output } = options;
  if (output === undefined) {
    const form: ReportForm = REPORT_FORMATS[options.json ? 'json' : (options.format ?? 'table')];
    const content = await form.write(answer, options, ports);
    for (const piece of isWhole(content) ? [content] : content) ports.stdout.write(piece);
    return;
  }
  const { report } = answer;
  const files = new Map<string, string | Uint8Array>();
  for (const { path, format } of outputsOf(report, options, ports)) {
    const form: ReportForm = REPORT_FORMATS[format];
    const content = await form.write(answer, options, ports);
    files.set(path, isWhole(content) ? content : [...content].join(''));
  }
  let links: ReadonlyMap<string, string>;
  try {
    links = await ports.writeFiles(files, { replace: true, makeFolders: true });
  } catch (cause) {
    throw cannotWrite(output, cause, '--output reports/');
  }
  const written = visible(nameOf(output));
  const endings = [...BY_ENDING.keys()].map((one) => `.${one}`);
  ports.stderr.write(
    endingOf(output, ports) === null ? `wrote ${nameFor(report)} into ${written} (${endings.join(', ')})\n` : `wrote ${written}\n`,
  );
  ports.stderr.write(linkNotes(links));
}

function isWhole(content: string | Uint8Array | Iterable<string>): content is string | Uint8Array {
  return typeof content === 'string' || content instanceof Uint8Array;
}

function nameFor({ month, asOf }: Dated): string {
  return `report-${month ?? asOf}`;
}

/** The files that `--output` asks for. */
function outputsOf(
  dated: Dated,
  { output }: OutputOptions,
  ports: Ports,
): readonly { readonly path: string; readonly format: ReportFormat }[] {
  if (output === undefined) return [];
  const ending = endingOf(output, ports);
  if (ending !== null) return [{ path: output, format: BY_ENDING.get(ending) ?? 'table' }];
  return [...BY_ENDING].map(([each, format]) => ({ path: join(output, `${nameFor(dated)}.${each}`), format }));
}

/** The format that the name of a file asks for; null for a folder. */
function endingOf(output: string, ports: Ports): string | null {
  const [, ending = ''] = /\.([a-z]+)$/.exec(output) ?? [];
  return BY_ENDING.has(ending) && !ports.isFolder(output) ? ending : null;
}

function endingFor(format: ReportFormat): string {
  return (REPORT_FORMATS[format] as ReportForm).ending ?? 'md';
}
