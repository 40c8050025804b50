import type { Decimal } from '../money/decimal.ts';

/** Whether a part of the traffic is there at all: of what has a share of 0% there is nothing, whatever else is stated of it. */
export function isThere({ share }: { readonly share: Decimal }): boolean {
  return !share.isZero();
}
