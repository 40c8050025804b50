import * as v from 'valibot';
import { described, severity } from '../form.ts';

/** The form of a finding, wherever one is printed as JSON. */
export const findingEntries = {
  rule: described(v.string(), 'Id of the rule; `apigw-advisor explain` has a page about it.'),
  severity: described(severity, 'blocker: the candidate cannot serve this; caution: it can, at a price or a risk; note: worth knowing.'),
  title: v.string(),
  candidates: described(v.array(v.string()), 'Ids of the candidates that it is about.'),
  because: described(v.string(), 'Why, in the numbers of this workload.'),
  remedy: v.string(),
  field: described(v.string(), 'Dotted path of the field of the workload that says so.'),
  sources: v.array(v.string()),
};

const findingSchema = v.strictObject(findingEntries);
export const findingsSchema = v.array(findingSchema);
export type FindingData = v.InferOutput<typeof findingSchema>;
