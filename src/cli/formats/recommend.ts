import type { Recommendation } from '../../advise/advise.ts';
import type { RecommendAnswer } from '../../app/recommend/recommend.ts';
import { visible } from '../../documents/visible.ts';
import { drawn, written, type Formats } from './format.ts';

export const RECOMMEND_FORMATS = {
  table: {
    write: ({ advices }, options, ports) =>
      each(advices, async (one) => drawn(visible(one.estimate.workload), await sectionsOf(one), options, ports)),
  },
  markdown: {
    write: ({ advices }) => each(advices, async (one) => written(one.estimate.workload, await sectionsOf(one))),
  },
  json: {
    isData: true,
    write: async (answer) => (await import('../../app/recommend/document.ts')).recommendJson(answer),
  },
} as const satisfies Formats<RecommendAnswer, { readonly color: boolean }>;

async function sectionsOf(advice: Recommendation) {
  return (await import('../../render/recommend/sections.ts')).recommendSections(advice);
}

async function each(advices: readonly Recommendation[], write: (one: Recommendation) => Promise<string>): Promise<string> {
  return (await Promise.all(advices.map(write))).join('\n');
}
