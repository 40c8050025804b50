import * as v from 'valibot';
import { described } from '../../documents/form.ts';
import { findingEntries } from '../../documents/findings/schema.ts';
import { lintSchema } from '../../documents/lint/schema.ts';
import { sourceOf } from '../sources.ts';
import { choosing, workload } from '../takes.ts';
import { tool } from '../tool.ts';

const { entries } = lintSchema.pipe[0].entries.results.item;
const { rule, severity, because, remedy, field, candidates } = findingEntries;
const { line, column } = entries.findings.item.entries;

export const lintWorkload = tool({
  name: 'lint_workload',
  title: 'Lint a workload',
  description: 'What the rule book says about a workload: blockers, cautions and notes, each with its reason, its remedy and the field.',
  takes: {
    workload,
    candidate: v.exactOptional(
      described(
        v.string(),
        'What is judged: built (default: inUse of the workload, or else the pick), all, or candidates such as http,rest+cache.',
      ),
    ),
    region: choosing.region,
    policy: choosing.policy,
  },
  gives: {
    results: v.array(
      v.object({ ...entries, findings: v.array(v.object({ rule, severity, because, remedy, field, candidates, line, column })) }),
    ),
  },
  async answer({ workload: given, candidate = 'built', ...options }, { prices, edition }) {
    const [{ lint }, { lintDocument }] = await Promise.all([import('../../app/lint/lint.ts'), import('../../app/lint/document.ts')]);
    const said = await lint([sourceOf(given)], { ...options, candidate, edition }, prices);
    return {
      ...said,
      document: lintDocument(said),
      isAnswered: said.linted.length > 0,
      words: async () => (await import('../words/linted.ts')).linted(said.linted),
    };
  },
});
