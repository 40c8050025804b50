import * as v from 'valibot';
import { decimalText, described } from '../../documents/form.ts';
import { optimizeSchema } from '../../documents/optimize/schema.ts';
import { sourceOf } from '../sources.ts';
import { choosing, month, workload } from '../takes.ts';
import { tool } from '../tool.ts';

const result = optimizeSchema.pipe[0].entries.results.item.entries;
const text = v.string();
const levers = (description: string) => v.exactOptional(described(v.pipe(v.array(text), v.maxLength(50)), description));

export const optimize = tool({
  name: 'optimize',
  title: 'Find the cheapest architecture',
  description:
    'The cheapest architecture that has all that a workload needs, out of everything that could be built, and what settings alone, ' +
    'one addition or a migration would save. detail "full" has the proof: every composition with its cost, or why it is ruled out.',
  takes: {
    workload,
    fix: levers('Levers that have one value, such as front-door=rest.'),
    free: levers('Levers that may vary although the workload states them, such as architecture.'),
    ...choosing,
    ...month,
  },
  gives: {
    results: v.array(
      v.object({
        summary: result.summary,
        workload: text,
        region: text,
        best: v.nullable(
          v.object({
            monthly: decimalText,
            parts: v.array(v.object({ carries: text, candidate: text, title: text, monthly: decimalText })),
          }),
        ),
        frontier: v.array(
          v.object({
            reach: text,
            saving: decimalText,
            monthly: decimalText,
            turns: v.array(v.object({ lever: text, from: text, to: text, effort: text })),
          }),
        ),
        bound: result.bound,
        proof: result.proof,
      }),
    ),
  },
  async answer({ workload: given, ...options }, { prices, edition, asOf }) {
    const [{ optimize: search }, { optimizeDocument }] = await Promise.all([
      import('../../app/optimize/optimize.ts'),
      import('../../app/optimize/document.ts'),
    ]);
    const said = await search([sourceOf(given)], { policy: 'native-first', ...options, edition, asOf }, prices);
    return {
      ...said,
      document: optimizeDocument(said),
      isAnswered: said.results.length > 0,
      words: async (detail) => (await import('../words/optimized.ts')).optimized(said, detail),
    };
  },
});
