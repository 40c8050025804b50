import type { OptimizeAnswer, Optimized } from '../../app/optimize/optimize.ts';
import { drawn, written, type Formats } from './format.ts';

interface Printing {
  readonly color: boolean;
}

export const OPTIMIZE_FORMATS = {
  table: {
    write: ({ results, asOf }, options, ports) =>
      each(results, async (one) => drawn(await titleOf(one), await sectionsOf(one, asOf), options, ports)),
  },
  markdown: {
    write: ({ results, asOf }) => each(results, async (one) => written(one.costed.estimate.workload, await sectionsOf(one, asOf))),
  },
  json: {
    isData: true,
    write: async (answer) => (await import('../../app/optimize/document.ts')).optimizeJson(answer),
  },
} as const satisfies Formats<OptimizeAnswer, Printing>;

async function titleOf({ costed }: Optimized) {
  const { beside } = await import('../../render/answer/cost-screen.ts');
  return { title: costed.estimate.workload, beside: beside(costed) };
}

async function sectionsOf(one: Optimized, asOf: string | null) {
  const [{ optimizeScreen }, { priceAge }] = await Promise.all([
    import('../../render/optimize/screen.ts'),
    import('../../app/staleness.ts'),
  ]);
  return optimizeScreen(one, priceAge(one.costed.estimate.pricesPublished, asOf));
}

async function each(results: readonly Optimized[], write: (one: Optimized) => Promise<string>): Promise<string> {
  return (await Promise.all(results.map(write))).join('\n');
}
