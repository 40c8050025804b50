import { pressure, type QuotaUse } from '../decide/quota-use.ts';
import { SEVERITIES, type Finding } from '../decide/rule.ts';
import { ZERO } from '../money/decimal.ts';
import type { Item } from './item.ts';

/** Something to know of one workload. */
export interface Watched<T> {
  readonly item: Item;
  readonly one: T;
}

/** A quota of one part of a workload. */
export interface PartQuota extends QuotaUse {
  readonly candidate: string;
  readonly state: Exclude<ReturnType<typeof pressure>, 'ok'>;
}

/** What the rule book says of what each workload is built as: the severest first, then of the most expensive workload. */
export function findingsOf(items: readonly Item[]): readonly Watched<Finding>[] {
  const weight = ({ one }: Watched<Finding>) => SEVERITIES.indexOf(one.severity);
  return items
    .flatMap((item) => item.findings.map((one) => ({ item, one })))
    .toSorted((a, b) => weight(a) - weight(b) || b.item.cost.cmp(a.item.cost));
}

/** Quotas that are near or passed, the most used first, and then those whose limit AWS does not publish for the Region. */
export function quotasOf(items: readonly Item[]): readonly Watched<PartQuota>[] {
  return items
    .flatMap((item) => item.parts.flatMap(({ candidate, quotas }) => quotas.flatMap((use) => pressing(use, candidate.id, item))))
    .toSorted((a, b) => (b.one.share ?? ZERO).cmp(a.one.share ?? ZERO));
}

function pressing(use: QuotaUse, candidate: string, item: Item): readonly Watched<PartQuota>[] {
  const state = pressure(use);
  return state === 'ok' ? [] : [{ item, one: { ...use, candidate, state } }];
}
