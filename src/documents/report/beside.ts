import * as v from 'valibot';
import { decimalText, described } from '../form.ts';

/** What a report says beside the bill: the quotas near their limit, and REST APIs of templates. */

export const carried = { workload: v.string(), file: v.string() };

export const quotaSchema = v.strictObject({
  ...carried,
  candidate: v.string(),
  quota: v.string(),
  name: v.string(),
  used: decimalText,
  limit: v.nullable(decimalText),
  unit: v.string(),
  share: v.nullable(decimalText),
  state: v.picklist(['over', 'near', 'unknown']),
  unknown: described(v.nullable(v.string()), 'Why there is no limit to compare with.'),
  adjustable: v.picklist(['yes', 'no', 'by support', 'setting']),
  from: v.string(),
});

export const accountQuotaSchema = v.strictObject({
  account: described(v.nullable(v.string()), 'Null where the workloads do not say; they are taken for one.'),
  region: v.string(),
  quota: v.string(),
  name: v.string(),
  used: described(decimalText, 'The sum of the peaks, as if all came at the same time.'),
  bound: described(v.picklist(['exact', 'at-least']), 'at-least where some of them do not state how much they use.'),
  limit: v.nullable(decimalText),
  unit: v.string(),
  share: v.nullable(decimalText),
  state: v.picklist(['over', 'near', 'ok', 'unknown']),
  unknown: described(v.nullable(v.string()), 'Why there is no limit to compare with.'),
  adjustable: v.picklist(['yes', 'no', 'by support', 'setting']),
  workloads: described(v.number(), 'Those that take from it.'),
  silent: described(v.number(), 'Those of them that do not state how much, or not for all their parts.'),
});

export const scannedSchema = v.strictObject({
  api: v.string(),
  verdict: v.picklist(['drop-in', 'workaround']),
  file: v.string(),
  line: v.nullable(v.number()),
  region: v.string(),
  perMillion: described(v.nullable(decimalText), 'List price of REST minus HTTP; null where it is not published.'),
  monthly: described(v.nullable(decimalText), 'Null where the scan knew no traffic.'),
});
