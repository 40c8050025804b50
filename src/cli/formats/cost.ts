import type { CostAnswer } from '../../app/cost/cost.ts';
import type { PriceAge } from '../../documents/summary.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import type { Section } from '../../render/section.ts';
import type { Screen } from '../../render/theme.ts';
import { drawAnswers, writeAnswers, type Detail } from './answers.ts';
import { screenOf, type Formats } from './format.ts';

export const COST_FORMATS = {
  table: {
    async write(answer, options, ports) {
      const drawn = await drawAnswers(answer, shown, options, ports);
      return drawn + (answer.pooled ? await together(answer.pooled, await screenOf(ports, options)) : '');
    },
  },
  markdown: {
    async write(answer, options) {
      return (await writeAnswers(answer, shown, options)) + (answer.pooled ? await together(answer.pooled, null) : '');
    },
  },
  csv: {
    write: async ({ results }) => (await import('../../export/csv/cost.ts')).costCsv(results.map(({ costed }) => costed.estimate)),
  },
  json: {
    isData: true,
    write: async (answer) => (await import('../../app/cost/document.ts')).costJson(answer),
  },
} as const satisfies Formats<CostAnswer, Detail & { readonly color: boolean }>;

/** One workload on a screen: what it costs, or, with --for, what a budget buys. */
async function shown({ costed, volumes }: CostAnswer['results'][number], age: PriceAge, all: boolean): Promise<readonly Section[]> {
  if (volumes !== null) return (await import('../../render/answer/volumes-screen.ts')).volumesScreen(costed, volumes, age, all);
  return (await import('../../render/answer/cost-screen.ts')).costScreen(costed, age, all);
}

/** All of them as one bill, for a screen or as Markdown. */
async function together(pooled: Portfolio, screen: Screen | null): Promise<string> {
  const [{ pooledSections }, { drawSections, writeSections }] = await Promise.all([
    import('../../render/cost/pooled.ts'),
    import('../../render/section.ts'),
  ]);
  const sections = pooledSections(pooled);
  return `\n${screen === null ? writeSections('Together', sections) : drawSections('Together', sections, screen)}`;
}
