import { join, normalize } from 'node:path';
import type { History } from './files/history.ts';
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
  /** Every section of a report on a screen. */
  readonly full?: true;
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
 * @param outputs files that would be written.
 * @param inputs paths of what was read, by what tells each file from others.
 * @throws UsageError where a file that would be written is one of them, also through a link.
 */
export function keepInputs(outputs: readonly OutputFile[], inputs: ReadonlyMap<string, string>, ports: Ports): void {
  const taken = new Map(inputs);
  for (const { path } of outputs) {
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

/** Prints a report unless it goes to a file, and writes its files: one in the format of its ending, a folder in every format. */
export async function writeReport(
  answer: ReportAnswer,
  options: OutputOptions,
  outputs: readonly OutputFile[],
  ports: Ports,
): Promise<void> {
  const { output } = options;
  if (output === undefined) {
    const form: ReportForm = REPORT_FORMATS[options.json ? 'json' : (options.format ?? 'table')];
    const content = await form.write(answer, options, ports);
    for (const piece of isWhole(content) ? [content] : content) ports.stdout.write(piece);
  }
  const [first] = outputs;
  if (first === undefined) return;
  const files = new Map<string, string | Uint8Array>();
  for (const { path, format } of outputs) {
    const form: ReportForm = REPORT_FORMATS[format];
    const content = await form.write(answer, options, ports);
    files.set(path, isWhole(content) ? content : [...content].join(''));
  }
  let links: ReadonlyMap<string, string>;
  try {
    links = await ports.writeFiles(files, { replace: true, makeFolders: true });
  } catch (cause) {
    throw cannotWrite(output ?? first.path, cause, output === undefined ? '--save reports/' : '--output reports/');
  }
  const { report } = answer;
  const endings = [...BY_ENDING.keys()].map((one) => `.${one}`);
  const set = output !== undefined && endingOf(output, ports) === null ? BY_ENDING.size : 0;
  if (output !== undefined && set > 0)
    ports.stderr.write(`wrote ${nameFor(report)} into ${visible(nameOf(output))} (${endings.join(', ')})\n`);
  ports.stderr.write(
    outputs
      .slice(set)
      .map(({ path }) => `wrote ${visible(nameOf(path))}\n`)
      .join(''),
  );
  ports.stderr.write(linkNotes(links));
}

function isWhole(content: string | Uint8Array | Iterable<string>): content is string | Uint8Array {
  return typeof content === 'string' || content instanceof Uint8Array;
}

function nameFor({ month, asOf }: Dated): string {
  return `report-${month ?? asOf}`;
}

/** A file that a report is written to. */
export interface OutputFile {
  readonly path: string;
  readonly format: ReportFormat;
}

/** The files that `--output` and `--save` ask for; one that both ask for is written once. */
export function outputsOf(
  dated: Dated,
  { output, history }: OutputOptions & { readonly history: Pick<History, 'path'> | null },
  ports: Ports,
): readonly OutputFile[] {
  const asked = output === undefined ? [] : outputOf(output, dated, ports);
  if (history === null || asked.some(({ path }) => normalize(path) === history.path)) return asked;
  return [...asked, { path: history.path, format: 'json' }];
}

function outputOf(output: string, dated: Dated, ports: Ports): readonly OutputFile[] {
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
