import type { Supplier } from './suppliers.ts';

/** Whether a front door has a feature: by itself, by way of something else, not at all, or nobody knows. */
export type Support =
  | { readonly type: 'native'; readonly conditions?: string; readonly since?: string }
  | { readonly type: 'via'; readonly by: Supplier; readonly caveat: string }
  | { readonly type: 'no'; readonly because: string }
  | { readonly type: 'unknown'; readonly because: string };

/** Has it. */
export function native(conditions?: string, since?: string): Support {
  return { type: 'native', ...(conditions === undefined ? {} : { conditions }), ...(since === undefined ? {} : { since }) };
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
