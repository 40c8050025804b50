import { basename, dirname } from 'node:path';
import { UsageError } from '../errors/errors.ts';
import type { Report } from '../portfolio/summary.ts';
import { visible } from '../report/visible.ts';
import type { Ports } from './ports.ts';

export type ReportFormat = 'table' | 'markdown' | 'csv' | 'json' | 'html' | 'xlsx';

/** Endings of the files in which a report can be kept, in the order in which they are named. */
const ENDINGS = { html: 'html', md: 'markdown', csv: 'csv', json: 'json', xlsx: 'xlsx' } as const satisfies Record<string, ReportFormat>;
type Ending = keyof typeof ENDINGS;

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
  if (ending !== null && asked !== undefined && asked !== ENDINGS[ending])
    throw new UsageError(
      `--output is "${output}" and --format is ${asked}`,
      'a file has one format',
      `--output report.${endingFor(asked)}`,
    );
}

/** Prints a report, or writes it: a file in the format of its ending, a folder in every format. */
export async function writeReport(report: Report, options: OutputOptions, ports: Ports): Promise<void> {
  const { output } = options;
  if (output === undefined)
    return ports.stdout.write(await print(options.json ? 'json' : (options.format ?? 'table'), report, options, ports));
  const ending = endingOf(output, ports);
  const name = `report-${report.month ?? report.asOf}`;
  const files = new Map<string, string | Uint8Array>();
  if (ending === null)
    for (const [each, format] of Object.entries(ENDINGS)) files.set(`${name}.${each}`, await print(format, report, options, ports));
  else files.set(basename(output), await print(ENDINGS[ending], report, options, ports));
  try {
    ports.writeSet(ending === null ? output : dirname(output), files);
  } catch (cause) {
    const { code } = cause as { code?: string };
    throw new UsageError(`${output} cannot be written`, `the system says ${code ?? String(cause)}`, '--output reports/', { cause });
  }
  const endings = Object.keys(ENDINGS).map((one) => `.${one}`);
  ports.stderr.write(`wrote ${ending === null ? `${name} into ${visible(output)} (${endings.join(', ')})` : visible(output)}\n`);
}

/** The format that the name of a file asks for; null for a folder. */
function endingOf(output: string, ports: Ports): Ending | null {
  const [, ending = ''] = /\.([a-z]+)$/.exec(output) ?? [];
  return ending in ENDINGS && !ports.isFolder(output) ? (ending as Ending) : null;
}

function endingFor(format: ReportFormat): string {
  return Object.entries(ENDINGS).find(([, one]) => one === format)?.[0] ?? 'md';
}

async function print(format: ReportFormat, report: Report, { color }: OutputOptions, ports: Ports): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return (await import('../report/report-json.ts')).reportJson(report);
    case 'csv':
      return (await import('../report/report-csv.ts')).reportCsv(report);
    case 'html':
      return (await import('../report/report-html.ts')).reportHtml(report);
    case 'xlsx':
      return (await import('../report/report-xlsx.ts')).reportXlsx(report);
    case 'markdown':
    case 'table': {
      const { reportSections, titleOf } = await import('../report/report-sections.ts');
      const { drawSections, writeSections } = await import('../report/section.ts');
      if (format === 'markdown') return writeSections(titleOf(report), reportSections(report));
      const { screenOf } = await import('./screen.ts');
      return drawSections(titleOf(report), reportSections(report), await screenOf(ports, { color }));
    }
  }
}
