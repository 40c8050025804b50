import type { CostAnswer } from '../../app/cost/cost.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import type { Screen } from '../../render/theme.ts';
import { screenOf, type Formats } from './format.ts';

interface Printing {
  /** Whose rows a table lists. */
  readonly breakdown: string;
  readonly color: boolean;
}

export const COST_FORMATS = {
  table: {
    async write({ estimates, pooled }, { breakdown, color }, ports) {
      const [{ costTable }, screen] = await Promise.all([import('../../render/cost/table.ts'), screenOf(ports, { color })]);
      return costTable(estimates, breakdown, screen) + (pooled ? await together(pooled, screen) : '');
    },
  },
  markdown: {
    async write({ estimates, pooled }, { breakdown }) {
      const { costMarkdown } = await import('../../render/cost/markdown.ts');
      return costMarkdown(estimates, breakdown) + (pooled ? await together(pooled, null) : '');
    },
  },
  csv: {
    write: async ({ estimates }) => (await import('../../export/csv/cost.ts')).costCsv(estimates),
  },
  json: {
    isData: true,
    write: async (answer) => (await import('../../app/cost/document.ts')).costJson(answer),
  },
} as const satisfies Formats<CostAnswer, Printing>;

/** All of them as one bill, for a screen or as Markdown. */
async function together(pooled: Portfolio, screen: Screen | null): Promise<string> {
  const [{ pooledSections }, { drawSections, writeSections }] = await Promise.all([
    import('../../render/cost/pooled.ts'),
    import('../../render/section.ts'),
  ]);
  const sections = pooledSections(pooled);
  return `\n${screen === null ? writeSections('Together', sections) : drawSections('Together', sections, screen)}`;
}
