import * as v from 'valibot';
import { costEntries } from '../../documents/contract.ts';
import { bound, decimalText, support } from '../../documents/form.ts';
import { findingEntries } from '../../documents/findings/schema.ts';
import { architecture } from '../../documents/optimize/schema.ts';
import { summarySchema } from '../../documents/summary.ts';
import { sourceOf } from '../sources.ts';
import { choosing, month, workload } from '../takes.ts';
import { tool } from '../tool.ts';

const { rule, severity, candidates, because, remedy, field } = findingEntries;

export const recommendApiType = tool({
  name: 'recommend_api_type',
  title: 'Recommend an API type',
  description:
    'Which Amazon API Gateway type (REST, HTTP, WebSocket), load balancer or function URL an API should use, why, what each candidate costs a month, ' +
    'which questions are open, and what would be cheaper.',
  takes: { workload, ...choosing, ...month },
  gives: {
    results: v.array(
      v.object({
        summary: summarySchema,
        workload: v.string(),
        region: v.string(),
        picks: v.array(
          v.object({
            carries: v.string(),
            candidate: v.string(),
            cheaper: v.array(v.object({ candidate: v.string(), saving: decimalText })),
            savings: v.array(v.object({ id: v.string(), title: v.string(), amount: decimalText, change: v.string(), effort: v.string() })),
            choices: v.array(v.object({ what: v.string(), choice: v.string() })),
          }),
        ),
        candidates: v.array(
          v.object({ id: v.string(), title: v.string(), ...costEntries('A month.'), bound, needs: support, unpriced: v.array(v.string()) }),
        ),
        decision: v.object({ open: v.array(v.object({ question: v.string(), ask: v.string(), yes: v.array(v.string()) })) }),
        cheapest: v.nullable(
          v.object({
            saving: decimalText,
            monthly: architecture.entries.monthly,
            parts: v.array(v.object({ candidate: v.string(), title: v.string(), monthly: decimalText })),
          }),
        ),
        findings: v.array(v.object({ rule, severity, candidates, because, remedy, field })),
        assumptions: v.array(v.object({ id: v.string(), field: v.nullable(v.string()) })),
      }),
    ),
  },
  async answer({ workload: given, ...options }, { prices, edition, asOf }) {
    const [{ recommend }, { recommendDocument }] = await Promise.all([
      import('../../app/recommend/recommend.ts'),
      import('../../app/recommend/document.ts'),
    ]);
    const said = await recommend([sourceOf(given)], { policy: 'native-first', ...options, edition, asOf }, prices);
    return {
      ...said,
      document: recommendDocument(said),
      isAnswered: said.results.length > 0,
      words: async (detail) => (await import('../words/costed.ts')).recommended(said, detail),
    };
  },
});
