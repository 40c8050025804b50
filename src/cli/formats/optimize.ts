import type { CostedAnswer } from '../../app/costed-months.ts';
import type { Optimized } from '../../app/optimize/optimize.ts';
import { drawn, each, titleOf, written, type Formats } from './format.ts';

interface Printing {
  readonly color: boolean;
  /** The rows of the cheapest, too. */
  readonly rows?: true;
}

export const OPTIMIZE_FORMATS = {
  table: {
    write: ({ results, asOf }, options, ports) =>
      each(results, async (one) => drawn(await titleOf(one), await sectionsOf(one, asOf, options.rows), options, ports)),
  },
  markdown: {
    write: ({ results, asOf }, options) =>
      each(results, async (one) => written(one.costed.estimate.workload, await sectionsOf(one, asOf, options.rows))),
  },
  json: {
    isData: true,
    write: async (answer) => (await import('../../app/optimize/document.ts')).optimizeJson(answer),
  },
} as const satisfies Formats<CostedAnswer<Optimized>, Printing>;

async function sectionsOf(one: Optimized, asOf: string | null, rows?: true) {
  const [{ optimizeScreen }, { priceAge }] = await Promise.all([
    import('../../render/optimize/screen.ts'),
    import('../../app/staleness.ts'),
  ]);
  const short = optimizeScreen(one, priceAge(one.costed.estimate.pricesPublished, asOf));
  if (!rows) return short;
  const { breakdown } = await import('../../render/recommend/tables.ts');
  return [...short, ...one.rows().map((estimate) => breakdown({ advised: { estimate } }))];
}
