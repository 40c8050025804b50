import type { CostedAnswer } from '../../app/costed-months.ts';
import type { SweepResult } from '../../app/sweep/sweep.ts';
import { drawn, each, screenOf, titleOf, written, type Formats } from './format.ts';

interface Printing {
  readonly color: boolean;
}

/** Columns of a page that wraps nothing. */
const PAGE = 200;

export const SWEEP_FORMATS = {
  table: {
    async write({ results, asOf }, options, ports) {
      const { columns } = await screenOf(ports, options);
      return each(results, async (one) => drawn(await titleOf(one), await sectionsOf(one, asOf, columns), options, ports));
    },
  },
  markdown: {
    write: ({ results, asOf }) => each(results, async (one) => written(one.costed.estimate.workload, await sectionsOf(one, asOf, PAGE))),
  },
  csv: {
    write: async ({ results }) => (await import('../../export/csv/sweep.ts')).sweepCsv(results),
  },
  svg: {
    async write({ results }) {
      const { sweepSvg } = await import('../../render/sweep/drawing.ts');
      return results.map(sweepSvg).join('');
    },
  },
  html: {
    async write({ results, asOf }) {
      const { sweepHtml } = await import('../../render/sweep/page.ts');
      return results.map((one) => sweepHtml(one, asOf)).join('');
    },
  },
  json: {
    isData: true,
    write: async (answer) => (await import('../../app/sweep/document.ts')).sweepJson(answer),
  },
} as const satisfies Formats<CostedAnswer<SweepResult>, Printing>;

async function sectionsOf(one: SweepResult, asOf: string | null, columns: number) {
  const [{ sweepSections }, { priceAge }] = await Promise.all([import('../../render/sweep/sections.ts'), import('../../app/staleness.ts')]);
  return sweepSections(one, priceAge(one.costed.estimate.pricesPublished, asOf), columns);
}
