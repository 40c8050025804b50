import { didYouMean } from '../errors/did-you-mean.ts';
import { UsageError } from '../errors/errors.ts';
import type { Workload } from '../workload/schema.ts';
import { varyingFields } from './axis.ts';

/**
 * The varying field of a workload that a person names: by its whole path, or by its last parts where no other ends in them.
 * @param option what they wrote, such as `--over memory`, for the error.
 * @throws UsageError where the workload states no such field, or several.
 */
export function fieldNamed(text: string, workload: Workload, option: string): string {
  const fields = varyingFields(workload);
  if (fields.includes(text)) return text;
  const meant = fields.filter((field) => field.endsWith(`.${text}`));
  const [only, other] = meant;
  if (only !== undefined && other === undefined) return only;
  if (only !== undefined)
    throw new UsageError(`${option} names ${meant.length} fields of the workload`, `they are ${meant.join(', ')}`, only);
  throw new UsageError(
    `${option} names no number that the workload states and cost can follow`,
    fields.length === 0 ? 'it states none' : `these are ${fields.join(', ')}`,
    didYouMean(text, fields),
  );
}
