import type { VerdictType } from '../advise/pick.ts';
import type { Opportunity } from '../advise/savings/index.ts';
import type { Candidate } from '../candidates/candidate.ts';
import type { QuotaUse } from '../decide/quota-use.ts';
import type { Finding } from '../decide/rule.ts';
import type { Unpriced } from '../estimate/disclose.ts';
import type { LineItem } from '../estimate/line-item.ts';
import type { Missing } from '../estimate/price.ts';
import type { Assumed } from '../hops/hop.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';

/** A workload as a report takes it: read, with the file it came from and what stands in that file. */
export interface Entry {
  readonly file: string;
  readonly workload: Workload;
  /** The file as plain data, for the next month's report to compare with. */
  readonly input: unknown;
}

/** One part of a workload, and what carries it: what is in use today, or else the pick. */
export interface Part {
  readonly carries: 'requests' | 'realtime';
  readonly candidate: Candidate;
  readonly inUse: boolean;
  readonly quotas: readonly QuotaUse[];
}

/** A workload in a report: what it costs within the bill of all, and what is to be said of it. */
export interface Item extends Entry {
  readonly parts: readonly Part[];
  readonly outcome: VerdictType;
  /** Its share of every tier that it fills with others. */
  readonly lineItems: readonly LineItem[];
  readonly missing: readonly Missing[];
  readonly bound: 'exact' | 'at-least';
  /** Allocated of the pooled bill. */
  readonly cost: Decimal;
  /** What AWS lists for it, allocated likewise; as much as it costs where no contract is laid. */
  readonly listed: Decimal;
  /** What it would cost by itself. */
  readonly aloneCost: Decimal;
  readonly savings: readonly Opportunity[];
  /** What the rule book says about its parts, blockers first. */
  readonly findings: readonly Finding[];
  /** What its price depends on and its file does not say. */
  readonly assumed: readonly Assumed[];
  /** What costs money and is in no total. */
  readonly notPriced: readonly Unpriced[];
}

/** Whose tiers are filled together: linked accounts of one payer. Without a payer, everything in the report is one family. */
export function familyOf({ payer }: Workload): string {
  return payer ?? '';
}
