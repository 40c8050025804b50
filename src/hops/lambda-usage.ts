import { decimal, min, ONE, quotient, ZERO, type Decimal } from '../money/decimal.ts';
import { formatQuantity } from '../money/format.ts';
import type { Sku } from '../pricebook/skus.ts';
import type { LambdaFunction } from '../workload/schema.ts';
import type { Units } from '../workload/units.ts';
import type { Metered } from './hop.ts';

/** 1,024 MB for 1,000 ms. */
const MB_MS_IN_A_GB_SECOND = decimal('1024000');
const MS_AN_HOUR = decimal('3600000');
const DAY = decimal('24');

/**
 * Requests and GB-seconds of so many invocations. Duration is billed by the started millisecond, memory in GB of
 * 1,024 MB: https://aws.amazon.com/lambda/pricing/. Provisioned concurrency is billed while it is kept, and takes the
 * invocations it has time for at a lower price; what it does not take runs on demand, and only there environments
 * start, whose time (INIT) is billed since August 2025:
 * https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/
 */
export function lambdaUsage(lambda: LambdaFunction, invocations: Decimal, of: string, units: Units): readonly Metered[] {
  const { memory, duration, architecture, provisioned, coldStarts } = lambda;
  if (invocations.isZero() && !provisioned) return [];
  const milliseconds = duration.ceil();
  const size = `${formatQuantity(memory)} MB for ${formatQuantity(milliseconds)} ms`;
  const suffix = architecture === 'arm64' ? 'arm64' : 'x86';
  // Provisioned functions have no part in the free allowance of duration: https://aws.amazon.com/lambda/pricing/
  const gbSeconds = (sku: Sku, environmentMs: Decimal, note: string): readonly Metered[] => {
    if (environmentMs.isZero()) return [];
    const quantity = environmentMs.times(memory).div(MB_MS_IN_A_GB_SECOND);
    return [
      {
        type: 'usage',
        sku,
        consumedQuantity: quantity,
        consumedUnit: 'GB-seconds',
        pricingQuantity: quantity,
        note,
        ...(provisioned ? { allowance: 'none' } : {}),
      },
    ];
  };
  const keep = provisioned && warm(provisioned, invocations, milliseconds, units);
  const onDemand = invocations.minus(keep?.served ?? ZERO);
  const started = coldStarts ? onDemand.times(coldStarts.share) : ZERO;
  return [
    ...(invocations.isZero()
      ? []
      : ([
          {
            type: 'usage',
            sku: 'lambda/requests',
            consumedQuantity: invocations,
            consumedUnit: 'requests',
            pricingQuantity: invocations,
            note: of,
          },
        ] as const)),
    ...(keep && provisioned
      ? [
          ...gbSeconds(
            `lambda/provisioned-concurrency-${suffix}`,
            keep.keptMs,
            `${of}, ${formatQuantity(provisioned.concurrency)} environments of ${formatQuantity(memory)} MB kept warm, busy ${percent(keep.busy)} of the time`,
          ),
          ...gbSeconds(
            `lambda/provisioned-duration-${suffix}`,
            keep.served.times(milliseconds),
            `${of}, on provisioned concurrency, ${size}`,
          ),
          { type: 'assumed', id: 'provisioned-even' } as const,
        ]
      : []),
    ...gbSeconds(`lambda/duration-${suffix}`, onDemand.times(milliseconds), `${of}, ${keep ? 'on demand, ' : ''}${size}`),
    ...gbSeconds(
      `lambda/duration-${suffix}`,
      started.times(coldStarts?.duration.ceil() ?? ZERO),
      `${of}, starts of environments, ${coldStarts?.duration.ceil().toFixed() ?? ''} ms each`,
    ),
    ...(architecture === undefined ? ([{ type: 'assumed', id: 'lambda-x86' }] as const) : []),
  ];
}

/** How long environments are kept, in ms of all of them together, how many invocations they take, and how busy that makes them. */
function warm(
  { concurrency, hoursPerDay }: NonNullable<LambdaFunction['provisioned']>,
  invocations: Decimal,
  milliseconds: Decimal,
  { hoursPerMonth }: Units,
) {
  const partOfDay = (amount: Decimal) => (hoursPerDay === undefined ? amount : quotient(amount.times(hoursPerDay), DAY));
  const keptMs = partOfDay(concurrency.times(hoursPerMonth).times(MS_AN_HOUR));
  const meanwhile = partOfDay(invocations);
  const served = milliseconds.isZero() ? meanwhile : min(meanwhile, quotient(keptMs, milliseconds));
  return { keptMs, served, busy: keptMs.isZero() ? ONE : quotient(served.times(milliseconds), keptMs) };
}

function percent(share: Decimal): string {
  return `${share.times('100').toDecimalPlaces(1).toFixed()}%`;
}
