import * as v from 'valibot';
import { costEntries } from '../../documents/contract.ts';
import { bound, decimalText } from '../../documents/form.ts';
import { summarySchema } from '../../documents/summary.ts';
import { sourceOf } from '../sources.ts';
import { choosing, month, workload } from '../takes.ts';
import { tool } from '../tool.ts';

const text = v.string();

export const priceWorkload = tool({
  name: 'price_workload',
  title: 'Price a workload',
  description:
    'What an API costs a month on every candidate, exact, front door and backend apart, and what is not in the price. ' +
    'detail "full" has every row with its quantity, unit price, sku and AWS rate code.',
  takes: { workload, ...choosing, ...month },
  gives: {
    results: v.array(
      v.object({
        summary: summarySchema,
        workload: text,
        region: text,
        candidates: v.array(
          v.object({
            id: text,
            title: text,
            ...costEntries('A month.'),
            bound,
            frontDoorCost: decimalText,
            backendCost: v.nullable(decimalText),
            missing: v.array(v.object({ sku: text, reason: text })),
          }),
        ),
        notPriced: v.array(v.object({ what: text, because: text, candidates: v.array(text) })),
        assumptions: v.array(v.object({ id: text, text, field: v.nullable(text) })),
      }),
    ),
  },
  async answer({ workload: given, ...options }, { prices, edition, asOf }) {
    const [{ cost }, { costDocument }] = await Promise.all([import('../../app/cost/cost.ts'), import('../../app/cost/document.ts')]);
    const said = await cost([sourceOf(given)], { policy: 'native-first', ...options, edition, asOf }, prices);
    return {
      ...said,
      document: costDocument(said),
      isAnswered: said.results.length > 0,
      words: async (detail) => (await import('../words/costed.ts')).priced(said, detail),
    };
  },
});
