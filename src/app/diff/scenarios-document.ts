import type { DiffDocument } from '../../documents/diff/schema.ts';
import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';
import { plain, quotient } from '../../money/decimal.ts';
import { boundOfChange } from '../../portfolio/diff/diff.ts';
import { contractData } from '../contract/document.ts';
import { summaryOf } from '../cost/summary.ts';
import type { Scenario, ScenariosAnswer } from './scenarios.ts';

/** Scenarios as data: a `diff` without a before and a now. */
export function scenariosDocument({ scenarios, inputs, asOf, agreement, problems }: ScenariosAnswer): DiffDocument {
  const [first] = scenarios;
  return {
    schemaVersion: SCHEMA_VERSION,
    ...contractData(agreement),
    results: [],
    scenarios: {
      inputs: inputs.map(({ field, values }) => ({ field, values: [...values] })),
      workloads: scenarios.map((one) => ({
        summary: summaryOf(one.costed, [], asOf),
        file: one.file,
        workload: one.costed.estimate.workload,
        region: one.costed.estimate.region,
        edition: one.costed.estimate.edition,
        ...beside(one, first ?? one),
        lacks: [...one.lacks],
      })),
    },
    errors: problems.map((one) => ({ ...one })),
  };
}

export function scenariosJson(answer: ScenariosAnswer): string {
  return jsonText(scenariosDocument(answer));
}

function beside({ total }: Scenario, { total: first }: Scenario) {
  const change = total.cost.minus(first.cost);
  return {
    change: plain(change),
    changeBound: boundOfChange(first.bound, total.bound),
    share: first.cost.isZero() ? null : plain(quotient(change, first.cost)),
  };
}
