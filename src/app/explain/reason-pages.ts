import type { Saving } from '../../advise/savings/saving.ts';
import type { Page } from '../../documents/explain/schema.ts';
import { FEATURE_TABLES } from '../../facts/features/index.ts';
import { SUPPLIERS, type Supplier } from '../../facts/suppliers.ts';
import { ASSUMPTIONS, canBeStated, fieldInstead, type AssumptionId } from '../../workload/assumptions.ts';
import { FEATURE_IDS } from '../../workload/features.ts';
import { FRONT_DOOR_IDS } from '../../workload/front-doors.ts';

/** Pages of what an answer rests on or proposes: savings, assumptions, and what supplies a feature. */

export const ASSUMPTION_IDS = Object.keys(ASSUMPTIONS) as readonly AssumptionId[];

/** An assumption without the figure that it has in an answer. */
export function assumptionText(id: AssumptionId): string {
  return ASSUMPTIONS[id].text.replace(/\{value\}\.?/, '…');
}

/** What a supplier does to the bill, in words. */
export const COSTS = {
  setting: 'a setting, which costs nothing',
  code: 'code in a backend that is priced already',
  billed: 'billed apart',
} as const;

export function savingPage({ id, name, title, effort, risk, sources }: Saving): Extract<Page, { kind: 'saving' }> {
  return { kind: 'saving', id, title: name, why: title, effort, risk, sources: [...sources] };
}

export function assumptionPage(id: AssumptionId): Extract<Page, { kind: 'assumption' }> {
  const { because, source } = ASSUMPTIONS[id];
  return {
    kind: 'assumption',
    id,
    title: assumptionText(id),
    because,
    field: fieldInstead(id),
    canBeStated: canBeStated(id),
    sources: source === null ? [] : [source],
  };
}

export function supplierPage(id: Supplier): Extract<Page, { kind: 'supplier' }> {
  return {
    kind: 'supplier',
    id,
    title: COSTS[SUPPLIERS[id]],
    costs: SUPPLIERS[id],
    supplies: FRONT_DOOR_IDS.flatMap((frontDoor) =>
      FEATURE_IDS.flatMap((feature) => {
        const support = FEATURE_TABLES[frontDoor][feature];
        return support.type === 'via' && support.by === id ? [{ frontDoor, feature, caveat: support.caveat }] : [];
      }),
    ),
  };
}
