import type { CostedAnswer } from '../../app/costed-months.ts';
import type { Breakevens } from '../../app/breakeven/breakeven.ts';
import { drawn, each, titleOf, written, type Formats } from './format.ts';

interface Printing {
  readonly color: boolean;
}

export const BREAKEVEN_FORMATS = {
  table: {
    write: ({ results, asOf }, options, ports) =>
      each(results, async (one) => drawn(await titleOf(one), await sectionsOf(one, asOf), options, ports)),
  },
  markdown: {
    write: ({ results, asOf }) => each(results, async (one) => written(one.costed.estimate.workload, await sectionsOf(one, asOf))),
  },
  json: {
    isData: true,
    write: async (answer) => (await import('../../app/breakeven/document.ts')).breakevenJson(answer),
  },
} as const satisfies Formats<CostedAnswer<Breakevens>, Printing>;

async function sectionsOf(one: Breakevens, asOf: string | null) {
  const [{ breakevenScreen }, { priceAge }] = await Promise.all([
    import('../../render/breakeven/screen.ts'),
    import('../../app/staleness.ts'),
  ]);
  return breakevenScreen(one, priceAge(one.costed.estimate.pricesPublished, asOf));
}
