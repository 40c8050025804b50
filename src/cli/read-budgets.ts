import * as v from 'valibot';
import { WorkloadError } from '../errors/errors.ts';
import type { Budget } from '../portfolio/budgets.ts';
import { readRate } from '../workload/quantity.ts';
import { readYaml } from '../workload/yaml.ts';
import type { Ports } from './ports.ts';
import { readText } from './read-text.ts';

const monthly = v.pipe(
  v.string(),
  v.rawTransform<string, Budget['monthly']>(({ dataset, addIssue, NEVER }) => {
    const reading = readRate(dataset.value.replace(/^\$/, ''));
    if ('value' in reading && reading.value.per === 'month') return reading.value.amount;
    addIssue({ message: 'is not an amount of dollars a month' });
    return NEVER;
  }),
);

const budgetsSchema = v.strictObject({
  budgets: v.pipe(v.array(v.strictObject({ monthly, tags: v.optional(v.record(v.string(), v.string()), {}) })), v.minLength(1)),
});

/**
 * Budgets from a YAML file: `budgets: [{ tags: { team: storefront }, monthly: 500/month }]`.
 * @throws WorkloadError with every mistake, each with line and column.
 */
export function readBudgets(path: string, ports: Ports): readonly Budget[] {
  const { outline, problems } = readYaml(readText(path, ports), path);
  if (outline === null) throw new WorkloadError(problems);
  const checked = v.safeParse(budgetsSchema, outline.data);
  if (checked.success) return checked.output.budgets;
  throw new WorkloadError(
    checked.issues.map((issue) => {
      const at = (issue.path ?? []).map((item) => item.key as string | number);
      return {
        file: path,
        ...outline.place(at),
        path: at.join('.') || null,
        what: `${at.join('.') || 'the file'} ${issue.type === 'raw_transform' ? issue.message : 'is not what is expected here'}`,
        because: 'a budgets file lists amounts a month, each for workloads with these tags or for all',
        write: 'budgets: [{ tags: { team: storefront }, monthly: 500/month }]',
      };
    }),
  );
}
