import * as v from 'valibot';
import { decimalText, described, support } from '../../documents/form.ts';
import { summarySchema, totalsSchema } from '../../documents/summary.ts';
import { sourcesOf } from '../sources.ts';
import { choosing, month, workloads } from '../takes.ts';
import { tool } from '../tool.ts';

export const checkBudget = tool({
  name: 'check_budget',
  title: 'Check a budget',
  description:
    'Whether workloads together cost no more a month than a budget, and how many requests a month that budget buys on each candidate. ' +
    'The verdict is in gates: passed, failed, or passed as far as known.',
  takes: {
    workloads: workloads(1),
    budget: described(v.string(), 'Dollars a month, such as 500/month.'),
    ...choosing,
    ...month,
  },
  gives: {
    totals: v.exactOptional(described(totalsSchema, 'Of several workloads together.')),
    results: v.array(
      v.object({
        summary: summarySchema,
        workload: v.string(),
        region: v.string(),
        volumes: v.exactOptional(
          v.object({
            budget: decimalText,
            stated: v.nullable(decimalText),
            candidates: v.array(
              v.object({
                id: v.string(),
                requests: described(v.nullable(decimalText), 'A month; null for more than 10^12.'),
                bound: v.string(),
                verdict: support,
              }),
            ),
          }),
        ),
      }),
    ),
  },
  async answer({ workloads: given, budget, ...options }, { prices, edition, asOf }) {
    const [{ cost }, { costDocument }] = await Promise.all([import('../../app/cost/cost.ts'), import('../../app/cost/document.ts')]);
    const asked = { policy: 'native-first', ...options, budget, for: budget, edition, asOf } as const;
    const said = await cost(sourcesOf(given), asked, prices);
    return {
      ...said,
      document: costDocument(said),
      isAnswered: said.results.length > 0,
      // Its words begin with the verdict.
      remarks: [],
      words: async (detail) => (await import('../words/costed.ts')).budgeted(said, detail),
    };
  },
});
