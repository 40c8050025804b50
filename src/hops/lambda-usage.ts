import { decimal, type Decimal } from '../money/decimal.ts';
import type { LambdaFunction } from '../workload/schema.ts';
import type { Metered } from './hop.ts';

/** 1,024 MB for 1,000 ms. */
const MB_MS_IN_A_GB_SECOND = decimal('1024000');

/**
 * Requests and GB-seconds of so many invocations. Duration is billed by the started millisecond, memory in GB of
 * 1,024 MB: https://aws.amazon.com/lambda/pricing/
 */
export function lambdaUsage({ memory, duration, architecture }: LambdaFunction, invocations: Decimal, of: string): readonly Metered[] {
  if (invocations.isZero()) return [];
  const milliseconds = duration.ceil();
  const gbSeconds = invocations.times(milliseconds).times(memory).div(MB_MS_IN_A_GB_SECOND);
  return [
    {
      type: 'usage',
      sku: 'lambda/requests',
      consumedQuantity: invocations,
      consumedUnit: 'requests',
      pricingQuantity: invocations,
      note: of,
    },
    {
      type: 'usage',
      sku: architecture === 'arm64' ? 'lambda/duration-arm64' : 'lambda/duration-x86',
      consumedQuantity: gbSeconds,
      consumedUnit: 'GB-seconds',
      pricingQuantity: gbSeconds,
      note: `${of}, ${memory.toFixed()} MB for ${milliseconds.toFixed()} ms`,
    },
    ...(architecture === undefined ? ([{ type: 'assumed', id: 'lambda-x86' }] as const) : []),
  ];
}
