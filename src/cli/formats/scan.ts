import type { ScanAnswer } from '../../app/scan/scan.ts';
import type { Section, Titled } from '../../render/section.ts';
import { screenOf, type Formats } from './format.ts';

interface Printing {
  readonly color: boolean;
  /** Every API in full, not a line each. */
  readonly each?: true;
}

export const SCAN_FORMATS = {
  table: {
    async write(answer, options, ports) {
      const [{ drawSections }, screen] = await Promise.all([import('../../render/section.ts'), screenOf(ports, options)]);
      const parts = await partsOf(answer, options);
      return parts.map(({ titled, sections }) => drawSections(titled, sections, screen)).join('\n');
    },
  },
  markdown: {
    write: async (answer) => (await import('../../render/scan/markdown.ts')).scanMarkdown(answer),
  },
  csv: {
    isData: true,
    write: async (answer) => (await import('../../export/scan/csv.ts')).scanCsv(answer),
  },
  json: {
    isData: true,
    write: async (answer) => (await import('../../app/scan/document.ts')).scanJson(answer),
  },
  sarif: {
    isData: true,
    write: async (answer) => (await import('../../export/scan/sarif.ts')).scanSarif(answer),
  },
  junit: {
    isData: true,
    write: async (answer) => (await import('../../export/scan/junit.ts')).scanJunit(answer),
  },
} as const satisfies Formats<ScanAnswer, Printing>;

/** A line for each of several APIs, or everything about the only one, or about each where that is asked for. */
async function partsOf(
  answer: ScanAnswer,
  { each }: Printing,
): Promise<readonly { readonly titled: string | Titled; readonly sections: readonly Section[] }[]> {
  const [{ contractWords, listSections, unreadSection }, { apiScreen, apiSections, titleOf }] = await Promise.all([
    import('../../render/scan/list.ts'),
    import('../../render/scan/api.ts'),
  ]);
  if (answer.apis.length !== 1 && !each)
    return [{ titled: '', sections: listSections(answer, '--each prints everything about each of them') }];
  const contract = contractWords(answer);
  const above = answer.apis.length > 1 ? listSections(answer).slice(0, 1) : contract.length > 0 ? [{ heading: null, under: contract }] : [];
  const list = above.length === 0 ? [] : [{ titled: '', sections: above }];
  const full = answer.apis.map((one) => ({ titled: titleOf(one), sections: each ? apiSections(one) : apiScreen(one) }));
  const rest = unreadSection(answer);
  return [...list, ...full, ...(rest.heading === null ? [] : [{ titled: '', sections: [rest] }])];
}
