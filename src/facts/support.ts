import { factsOf, REGIONAL, type Regional } from './regions.ts';
import type { Supplier } from './suppliers.ts';

/** Whether a front door has a feature: by itself, by way of something else, not at all, or nobody knows. */
export type Support =
  | Native
  | { readonly type: 'via'; readonly by: Supplier; readonly caveat: string }
  | { readonly type: 'no'; readonly because: string }
  | { readonly type: 'unknown'; readonly because: string };

interface Native {
  readonly type: 'native';
  readonly conditions?: string;
  readonly since?: string;
  /** What it rests on and not every Region has. */
  readonly regional?: Regional;
}

/** Has it. */
export function native(conditions?: string, since?: string): Support {
  return { type: 'native', ...(conditions === undefined ? {} : { conditions }), ...(since === undefined ? {} : { since }) };
}

/** Has it, where a Region has what it rests on. */
export function nativeBy(regional: Regional, conditions?: string, since?: string): Support {
  return Object.assign(native(conditions, since), { regional });
}

/** Can have it: what supplies it, and what that costs in comfort or certainty. */
export function via(by: Supplier, caveat: string): Support {
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

/** The same in one Region: what AWS does not have there is a no, and what AWS does not say is unknown. */
export function supportIn(support: Support, region: string): Support {
  if (support.type !== 'native' || support.regional === undefined) return support;
  const { what } = REGIONAL[support.regional];
  const there = factsOf(region)[support.regional];
  if (there === 'yes') return support;
  return there === 'no' ? no(`${region} has no ${what}`) : unknown(`no page of AWS says whether ${region} has ${what}`);
}
