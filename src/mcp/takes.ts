import * as v from 'valibot';
import { described } from '../documents/form.ts';

/** Arguments that several tools take, alike in each. */

const asWorkload = v.union([v.string(), v.record(v.string(), v.unknown())]);
const FORM =
  'as YAML or JSON text, or as an object, such as {"name": "orders", "region": "eu-west-1", "traffic": {"requests": "100M/month"}}. ' +
  'These three are required; what is left out is not stated, never zero. Resource apigw-advisor://schema/workload has every field.';

export const workload = described(asWorkload, `A workload ${FORM}`);

/** Of which a call takes no more: more are a report, which is a command. */
export const MOST_WORKLOADS = 50;

export const workloads = (least: number) =>
  described(v.pipe(v.array(asWorkload), v.minLength(least), v.maxLength(MOST_WORKLOADS)), `Workloads, each ${FORM}`);

const optional = <T extends v.GenericSchema>(schema: T, description: string) => v.exactOptional(described(schema, description));

export const region = { region: optional(v.string(), 'An AWS Region, such as eu-west-1, instead of the one that is stated.') };

export const choosing = {
  ...region,
  policy: optional(
    v.picklist(['native-first', 'cheapest']),
    'native-first (default) stays with the type that has a feature by itself; cheapest takes what supplies it at the lowest cost.',
  ),
  candidate: optional(v.string(), 'Speak of this candidate, such as rest, http or rest+cache, instead of what is in use or picked.'),
};

export const free = {
  alwaysFree: optional(v.picklist(['on', 'off']), 'Whether the allowances that never expire are subtracted; off by default.'),
  freeTier: optional(
    v.picklist(['none', 'legacy', 'credits']),
    'legacy subtracts the free tier of an account opened before 15 July 2025; none by default.',
  ),
};

export const month = {
  ...free,
  hoursPerMonth: optional(v.string(), 'Length of the month in hours; 730 by default.'),
};
