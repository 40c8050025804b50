import type { Decimal } from '../money/decimal.ts';

/** Whether it refuses every request: a bucket that has no place for a token never holds one, and one that nothing fills stays empty. */
export function letsNothingThrough({
  rate,
  burst,
}: {
  readonly rate?: Decimal | undefined;
  readonly burst?: Decimal | null | undefined;
}): boolean {
  return rate !== undefined && (rate.isZero() || burst?.isZero() === true);
}
