import * as v from 'valibot';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { WorkloadError, type Problem } from '../../errors/errors.ts';
import type { Budget } from '../../portfolio/budgets.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { together, type Outline } from '../../reading/outline.ts';
import { readYaml } from '../../reading/yaml.ts';
import { dotted } from '../../workload/mistakes.ts';
import { readRate } from '../../workload/quantity.ts';

const monthly = v.pipe(
  v.string(),
  v.rawTransform<string, Budget['monthly']>(({ dataset, addIssue, NEVER }) => {
    const reading = readRate(dataset.value.replace(/^\$/, ''));
    if ('value' in reading && reading.value.per === 'month') return reading.value.amount;
    addIssue({ message: 'is not an amount of dollars a month' });
    return NEVER;
  }),
);

/** Strict objects would tell of the first unknown field only. */
const budgetSchema = v.objectWithRest({ monthly, tags: v.optional(v.record(v.string(), v.string()), {}) }, v.never());
const budgetsSchema = v.objectWithRest({ budgets: v.pipe(v.array(budgetSchema), v.minLength(1)) }, v.never());

/**
 * Budgets from YAML: `budgets: [{ tags: { team: storefront }, monthly: 500/month }]`.
 * @throws WorkloadError with every mistake, each with line and column.
 */
export function readBudgets(text: string, file: string): readonly Budget[] {
  const { outline: sound, problems, remains } = readYaml(text, file, BOUNDS.budgets);
  const outline = sound ?? remains?.outline;
  if (outline === undefined) throw new WorkloadError(problems);
  const checked = v.safeParse(budgetsSchema, outline.data);
  if (checked.success && sound) return checked.output.budgets;
  // What is not in the file may stand on a line that was left out.
  const issues = (checked.issues ?? []).filter(({ received }) => remains?.isWhole !== false || received !== 'undefined');
  throw new WorkloadError(
    together(
      problems,
      issues.map((issue) => problemOf(issue, outline, file)),
    ),
  );
}

function problemOf(issue: v.BaseIssue<unknown>, outline: Outline, file: string): Problem {
  const at = (issue.path ?? []).map((item) => item.key as string | number);
  const name = dotted(at) || 'the file';
  const isUnknown = issue.type === 'never';
  const place = { file, ...outline.place(at, isUnknown ? 'key' : 'value'), path: dotted(at) || null };
  if (isUnknown) {
    const fields = at.length > 1 ? Object.keys(budgetSchema.entries) : Object.keys(budgetsSchema.entries);
    const nearest = didYouMean(String(at.at(-1)), fields);
    return {
      ...place,
      what: `${name} is not a field`,
      because: `the fields here are ${fields.join(', ')}`,
      write: nearest === null ? EXAMPLE : `did you mean ${nearest}?`,
    };
  }
  const what =
    issue.type === 'raw_transform'
      ? issue.message
      : issue.received === 'undefined'
        ? 'is missing'
        : issue.type === 'min_length'
          ? 'lists nothing'
          : 'is not what is expected here';
  return {
    ...place,
    what: `${name} ${what}`,
    because: 'a budgets file lists amounts a month, each for workloads with these tags or for all',
    write: EXAMPLE,
  };
}

const EXAMPLE = 'budgets: [{ tags: { team: storefront }, monthly: 500/month }]';
