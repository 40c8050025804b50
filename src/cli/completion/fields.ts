import { fields } from '../../app/explain/field-page.ts';
import { readWorkloads } from '../../app/read-workloads.ts';
import { openPriceBook } from '../../pricebook/price-book.ts';
import { varyingFields } from '../../whatif/axis.ts';
import { kindOf } from '../../workload/stated-with.ts';
import { sourceOf } from '../files/sources.ts';
import type { Ports } from '../ports.ts';
import type { Word } from './standing.ts';

/** The fields that can vary: the numbers that the workload of the command line states, or where it names none, every number. */
export function varying(typed: readonly string[], ports: Ports): readonly Word[] {
  const files = typed.filter((word) => /\.(?:ya?ml|json)$/i.test(word));
  const { placed } = readWorkloads(
    files.map((file) => sourceOf(file, ports)),
    null,
    openPriceBook(ports.prices(), 'aws'),
  );
  const stated = placed.flatMap(({ workload }) => varyingFields(workload));
  return fields()
    .filter(({ id, schema }) => (placed.length > 0 ? stated.includes(id) : kindOf(schema) !== undefined && !id.includes('[]')))
    .map(({ id, title }) => ({ word: id, says: title }));
}
