import type { LambdaFunction } from '../workload/schema.ts';
import { backendCalls } from './backend-calls.ts';
import type { Hop } from './hop.ts';
import { lambdaUsage } from './lambda-usage.ts';

/** The Lambda function behind the front door: invoked by whatever nothing in front of it has answered or refused. */
export function lambdaBackend(lambda: LambdaFunction): Hop {
  return {
    id: 'lambda',
    side: 'backend',
    ...(lambda.provisioned ? { stepwise: true } : {}),
    meter(routed, { index, units }) {
      const { count, assumed } = backendCalls(routed, index);
      return [...lambdaUsage(lambda, count, 'backend', units), ...assumed];
    },
  };
}
