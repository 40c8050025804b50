import { textOf } from '../lookup.ts';
import type { Gap, Resource } from '../template.ts';
import type { Place, Section, Value } from '../value.ts';
import { entriesIn } from './document.ts';
import { isSpread } from './spread.ts';
import { propertiesOf, type Stack } from './stack.ts';

/** A resource as a template has it, its properties worked out. */
export interface Draft extends Resource {
  /** Where its type stands. */
  readonly typeAt: Place;
  /** As it is written, with what stands beside its properties. */
  readonly written: Section;
}

/** The resources of a stack; a gap for each that cannot be told, and for what may make more of them. */
export function draftsOf(stack: Stack): { readonly drafts: readonly Draft[]; readonly gaps: readonly Gap[] } {
  const drafts: Draft[] = [];
  const gaps: Gap[] = [];
  for (const [id, entry] of stack.resources()) {
    const { key: at, value } = entry;
    if (isSpread(id)) {
      const left: Value = value;
      if (left.kind === 'unknown') gaps.push({ at, what: `${id} is not read`, because: left.because, give: left.give, concerns: null });
      continue;
    }
    const type = value.kind === 'section' ? value.entries.get('Type') : undefined;
    const named = textOf(type?.value);
    if (value.kind !== 'section' || type === undefined || named === null) {
      if (value.kind === 'unknown')
        gaps.push({ at, what: `resource ${id} is not read`, because: value.because, give: value.give, concerns: null });
      continue;
    }
    const key = stack.keyOf(id);
    const { properties, because } = propertiesOf(value, stack.scope);
    const condition = textOf(value.entries.get('Condition')?.value);
    if (because !== null) gaps.push({ at, what: `properties of ${id} are not read`, because, give: null, concerns: [key] });
    if (isElsewhere(named))
      gaps.push({
        at,
        what: `${id} is not read`,
        because: `what ${named} makes is in another template`,
        give: 'that template',
        concerns: null,
      });
    drafts.push({
      key,
      id,
      part: null,
      type: named,
      properties,
      at,
      conditions: condition === null ? stack.conditions : [...stack.conditions, condition],
      construct: textOf(entriesIn(value, 'Metadata').get('aws:cdk:path')?.value),
      madeBy: null,
      typeAt: type.key,
      written: value,
    });
  }
  return { drafts, gaps };
}

/** Resources that deploy templates of their own. */
const isElsewhere = (type: string) => type.endsWith('::MODULE') || DEPLOYS.has(type);
const DEPLOYS = new Set(['AWS::CloudFormation::StackSet', 'AWS::ServiceCatalog::CloudFormationProvisionedProduct']);
