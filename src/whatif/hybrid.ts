import { schemaAt, type Schema } from '../workload/schema-at.ts';
import { fieldOf, traitsOf } from '../workload/stated-with.ts';
import type { Traits } from '../workload/traits.ts';

/** An earlier workload with the volumes of a later one, or with its volumes and its mix. Both as plain data. */
export function hybrid(before: unknown, after: unknown, kind: 'volume' | 'mix'): unknown {
  const root = schemaAt([]);
  return root && isSection(before) && isSection(after)
    ? merged(before, after, root, kind === 'volume' ? ['volume'] : ['volume', 'mix'])
    : before;
}

/** Takes fields over, or takes them away; where either lacks the section that they stand in, that is a change of design. */
function merged(before: Section, after: Section, section: Schema, taken: readonly Traits['says'][]): Section {
  const data: Record<string, unknown> = { ...before };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const field = fieldOf(section, key);
    if (field === null) continue;
    if (taken.includes(traitsOf(field).says)) {
      if (key in after) data[key] = after[key];
      else delete data[key];
    } else if (field.entries) {
      const [earlier, later] = [before[key], after[key]];
      if (isSection(earlier) && isSection(later)) data[key] = merged(earlier, later, field, taken);
    }
  }
  return data;
}

type Section = Readonly<Record<string, unknown>>;

function isSection(value: unknown): value is Section {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
