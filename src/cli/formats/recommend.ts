import type { RecommendAnswer } from '../../app/recommend/recommend.ts';
import type { PriceAge } from '../../documents/summary.ts';
import { drawAnswers, writeAnswers, type Detail } from './answers.ts';
import type { Formats } from './format.ts';

export const RECOMMEND_FORMATS = {
  table: {
    write: (answer, options, ports) => drawAnswers(answer, shown, options, ports),
  },
  markdown: {
    write: (answer, options) => writeAnswers(answer, shown, options),
  },
  json: {
    isData: true,
    write: async (answer) => (await import('../../app/recommend/document.ts')).recommendJson(answer),
  },
} as const satisfies Formats<RecommendAnswer, Detail & { readonly color: boolean }>;

const shown = async ({ costed }: RecommendAnswer['results'][number], age: PriceAge, all: boolean) =>
  (await import('../../render/answer/recommend-screen.ts')).recommendScreen(costed, age, all);
