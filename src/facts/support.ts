import type { Workload } from '../workload/schema.ts';
import { factsOf, REGIONAL, whereIs, type Regional } from './regions.ts';
import type { Supplier } from './suppliers.ts';

/** Whether a front door has a feature: by itself, by way of something else, not at all, or nobody knows. */
export type Support =
  Native | Via | { readonly type: 'no'; readonly because: string } | { readonly type: 'unknown'; readonly because: string };

interface Conditional {
  /** Conditions that the workload meets or breaks. */
  readonly provisos?: readonly Proviso[];
}

export interface Via extends Conditional {
  readonly type: 'via';
  readonly by: Supplier;
  readonly caveat: string;
}

interface Native extends Conditional {
  readonly type: 'native';
  /** What to know of it, whatever the workload states. */
  readonly conditions?: string;
  readonly since?: string;
  /** Assumptions and not every Region has. */
  readonly regional?: Regional;
}

/** Whether a workload meets a condition; `open`, where it does not state what the condition is about. */
export type Met = 'yes' | 'no' | 'open';

/** A condition that is evaluated: in words, over a workload, and what becomes of the feature where it is broken. */
export interface Proviso {
  /** As it stands in a table, and in an answer as long as the workload leaves it open. */
  readonly says: string;
  readonly met: (workload: Workload) => Met;
  readonly becomes: (workload: Workload) => Support;
  /** The page of AWS that sets the condition. */
  readonly page: string;
}

/** Has it. */
export function native(conditions?: string, since?: string): Support {
  return { type: 'native', ...(conditions === undefined ? {} : { conditions }), ...(since === undefined ? {} : { since }) };
}

/** Has it, where a Region has what it depends on. */
export function nativeBy(regional: Regional, conditions?: string, since?: string): Support {
  return Object.assign(native(conditions, since), { regional });
}

/** The same, as long as the workload breaks none of these conditions. */
export function provided(support: Support, ...provisos: readonly Proviso[]): Support {
  return Object.assign(support, { provisos });
}

/** Can have it: what supplies it, and what that costs in comfort or certainty. */
export function via(by: Supplier, caveat: string): Via {
  return { type: 'via', by, caveat };
}

/** Cannot have it. */
export function no(because: string): Support {
  return { type: 'no', because };
}

/** No source settles it. */
export function unknown(because: string): Support {
  return { type: 'unknown', because };
}

/** All that a table says of how a front door has a feature, whichever workload and Region it is for. */
export function conditionsOf({ conditions, regional, provisos = [] }: Native): string | null {
  const where = regional === undefined ? [] : [whereIs(regional)];
  return joined([conditions ?? [], provisos.map(({ says }) => says), where].flat());
}

/** The same of what supplies it. */
export function caveatOf({ caveat, provisos = [] }: Via): string {
  return [caveat, ...provisos.map(({ says }) => says)].join('; ');
}

/**
 * The same for one workload in its Region: what AWS does not have there is a no, what AWS does not say is unknown, and a
 * condition that the workload breaks makes of it what it becomes. One that the workload meets is not repeated.
 */
export function supportFor(support: Support, workload: Workload): Support {
  if (support.type === 'no' || support.type === 'unknown') return support;
  const { provisos = [] } = support;
  const broken = provisos.find(({ met }) => met(workload) === 'no');
  if (broken) return broken.becomes(workload);
  if (support.type === 'via') return via(support.by, support.caveat);
  const { regional, conditions, since } = support;
  const there = regional === undefined ? 'yes' : factsOf(workload.region)[regional];
  if (regional !== undefined && there !== 'yes') {
    const { what } = REGIONAL[regional];
    return there === 'no' ? no(`${workload.region} has no ${what}`) : unknown(`no page of AWS says whether ${workload.region} has ${what}`);
  }
  const open = provisos.filter(({ met }) => met(workload) === 'open').map(({ says }) => says);
  return native(joined([conditions ?? [], open].flat()) ?? undefined, since);
}

function joined(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join('; ');
}
