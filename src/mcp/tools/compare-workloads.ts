import * as v from 'valibot';
import type { DiffOptions } from '../../app/diff/diff.ts';
import { bound, decimalText, described } from '../../documents/form.ts';
import { priceAgeSchema, summarySchema } from '../../documents/summary.ts';
import { sourcesOf } from '../sources.ts';
import { choosing, month, workloads } from '../takes.ts';
import { tool, type Found, type Ground } from '../tool.ts';

const text = v.string();
const some = v.nullable(text);

export const compareWorkloads = tool({
  name: 'compare_workloads',
  title: 'Compare workloads',
  description:
    'Two workloads are compared as before and now: which inputs differ, how much the month changes and why. ' +
    'Three or more stand side by side, each beside the first.',
  takes: { workloads: workloads(2), ...choosing, ...month },
  gives: {
    results: described(
      v.array(
        v.object({
          summary: v.object({
            subject: v.array(v.object({ carries: text, before: some, now: some })),
            monthly: decimalText,
            bound,
            before: decimalText,
            beforeBound: bound,
            change: decimalText,
            changeBound: text,
            share: v.nullable(decimalText),
            prices: priceAgeSchema,
          }),
          inputs: v.array(v.object({ field: text, before: some, now: some })),
          compared: v.array(
            v.object({
              before: some,
              now: some,
              title: text,
              change: decimalText,
              causes: v.object({ input: decimalText, price: decimalText, added: decimalText, removed: decimalText }),
            }),
          ),
        }),
      ),
      'Of two workloads.',
    ),
    scenarios: v.exactOptional(
      described(
        v.object({
          inputs: v.array(v.object({ field: text, values: v.array(some) })),
          workloads: v.array(
            v.object({
              file: text,
              workload: text,
              region: text,
              summary: v.object({ ...summarySchema.entries }),
              change: decimalText,
              changeBound: text,
              lacks: v.array(text),
            }),
          ),
        }),
        'Of three or more.',
      ),
    ),
  },
  async answer({ workloads: given, ...options }, ground) {
    const [before, now, ...more] = sourcesOf(given);
    if (before === undefined || now === undefined || more.length > 0) return sideBySide(sourcesOf(given), options, ground);
    const [{ diff }, { diffDocument }] = await Promise.all([import('../../app/diff/diff.ts'), import('../../app/diff/document.ts')]);
    const said = await diff(before, now, { ...options, ...ruled(ground) }, ground.prices);
    return {
      ...said,
      document: diffDocument(said),
      isAnswered: said.results.length > 0,
      words: async (detail) => (await import('../words/compared.ts')).changed(said, detail),
    };
  },
});

async function sideBySide(sources: ReturnType<typeof sourcesOf>, options: DiffOptions, ground: Ground): Promise<Found> {
  const [{ scenarios }, { scenariosDocument }] = await Promise.all([
    import('../../app/diff/scenarios.ts'),
    import('../../app/diff/scenarios-document.ts'),
  ]);
  const said = await scenarios(sources, { ...options, ...ruled(ground) }, ground.prices);
  return {
    ...said,
    document: scenariosDocument(said),
    isAnswered: said.scenarios.length > 0,
    words: async () => (await import('../words/compared.ts')).beside(said),
  };
}

const ruled = ({ edition, asOf }: Ground) => ({ edition, asOf });
