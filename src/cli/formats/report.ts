import type { ReportAnswer } from '../../app/report/report.ts';
import { drawn, written, type Format } from './format.ts';

type Form = Format<ReportAnswer, { readonly color: boolean; readonly full?: true }>;

export interface ReportForm extends Omit<Form, 'write'> {
  /** In pieces where the whole of many workloads would weigh too much. */
  write(...asked: Parameters<Form['write']>): Promise<string | Uint8Array | Iterable<string>>;
  /** What the name of a file in this format ends in; absent where it is for a screen alone. */
  readonly ending?: string;
}

/** In the order in which the files of a folder are named. */
export const REPORT_FORMATS = {
  table: {
    async write({ report }, options, ports) {
      const { titleOf } = await import('../../render/report/opening.ts');
      const sections = options.full
        ? (await import('../../render/report/sections.ts')).reportSections(report)
        : (await import('../../render/report/brief.ts')).briefSections(report);
      return drawn(titleOf(report), sections, options, ports);
    },
  },
  markdown: {
    ending: 'md',
    async write({ report }) {
      const { reportSections, titleOf } = await import('../../render/report/sections.ts');
      return written(titleOf(report), reportSections(report));
    },
  },
  csv: {
    ending: 'csv',
    write: async ({ report }) => (await import('../../export/csv/report.ts')).reportCsv(report),
  },
  json: {
    ending: 'json',
    write: async (answer) => (await import('../../app/report/document.ts')).reportJson(answer),
  },
  html: {
    ending: 'html',
    write: async ({ report }) => (await import('../../render/html/report.ts')).reportHtml(report),
  },
  xlsx: {
    ending: 'xlsx',
    write: async ({ report }) => (await import('../../export/xlsx/report.ts')).reportXlsx(report),
  },
} as const satisfies Readonly<Record<string, ReportForm>>;

export type ReportFormat = keyof typeof REPORT_FORMATS;
