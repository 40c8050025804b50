import type { Decimal } from '../money/decimal.ts';
import type { LambdaFunction } from '../workload/schema.ts';
import type { Metered } from './hop.ts';

/**
 * Requests and GB-seconds of so many invocations. Duration is billed by the started millisecond, memory in GB of
 * 1,024 MB: https://aws.amazon.com/lambda/pricing/
 */
export function lambdaUsage({ memory, duration, architecture }: LambdaFunction, invocations: Decimal, of: string): readonly Metered[] {
  if (invocations.isZero()) return [];
  const gbSeconds = invocations.times(duration.ceil()).div('1000').times(memory).div('1024');
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
      note: `${of}, ${memory.toFixed()} MB for ${duration.ceil().toFixed()} ms`,
    },
    ...(architecture === undefined ? ([{ type: 'assumed', id: 'lambda-x86' }] as const) : []),
  ];
}
