import type { Assumed } from '../hops/hop.ts';
import { ONE, quotient, ZERO, type Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { Sku } from '../pricebook/skus.ts';
import type { LambdaFunction, Workload } from '../workload/schema.ts';

/**
 * The part of its time that provisioned concurrency must be busy to cost as much as on demand would, starts of
 * environments included: p ÷ (d × s − q), with p the price of keeping it, q of duration on it, d of duration on demand
 * at its first tier, and s how much longer invocations on demand run for their starts. Never where even
 * full use costs more, as in Taipei; null where a price is not published.
 */
export function provisionedBreakeven(lambda: LambdaFunction, region: string, book: PriceBook): Decimal | 'never' | null {
  const suffix = lambda.architecture === 'arm64' ? 'arm64' : 'x86';
  const price = (sku: Sku): Decimal | null => {
    const rate = book.rate(sku, { region });
    return 'tiers' in rate ? (rate.tiers[0]?.unitPrice ?? null) : null;
  };
  const kept = price(`lambda/provisioned-concurrency-${suffix}`);
  const onIt = price(`lambda/provisioned-duration-${suffix}`);
  const onDemand = price(`lambda/duration-${suffix}`);
  const milliseconds = lambda.duration.ceil();
  if (!kept || !onIt || !onDemand || milliseconds.isZero()) return null;
  const starts = lambda.coldStarts ? quotient(lambda.coldStarts.share.times(lambda.coldStarts.duration.ceil()), milliseconds) : ZERO;
  const spared = onDemand.times(ONE.plus(starts)).minus(onIt);
  return spared.gt(kept) ? quotient(kept, spared) : 'never';
}

/** Said of every function that has provisioned concurrency. */
export function breakevens(workload: Workload, book: PriceBook): readonly Assumed[] {
  const functions = [
    ['backend', workload.backend?.lambda],
    ['authorizer', workload.auth?.lambdaAuthorizer],
  ] as const;
  const found = functions.flatMap(([name, lambda]) => {
    const breakeven = lambda?.provisioned && provisionedBreakeven(lambda, workload.region, book);
    return breakeven ? [{ name, breakeven }] : [];
  });
  const never = found.flatMap(({ name, breakeven }) => (breakeven === 'never' ? [name] : []));
  const from = found.flatMap(({ name, breakeven }) =>
    breakeven === 'never' ? [] : [`${breakeven.times('100').toDecimalPlaces(1).toFixed()}% of its time (${name})`],
  );
  return [
    ...(from.length > 0 ? ([{ type: 'assumed', id: 'provisioned-breakeven', value: from.join(' or ') }] as const) : []),
    ...(never.length > 0 ? ([{ type: 'assumed', id: 'provisioned-never', value: never.join(', ') }] as const) : []),
  ];
}
