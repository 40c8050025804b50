import type { Workload } from '../workload/schema.ts';

type Authorizer = NonNullable<NonNullable<Workload['auth']>['lambdaAuthorizer']>;

/** Whether decisions of the authorizer are kept, as far as it is stated. */
export function keepsDecisions({ cacheTtl, cacheHitRatio }: Authorizer): boolean {
  return cacheTtl === undefined ? cacheHitRatio?.isZero() === false : !cacheTtl.isZero();
}
