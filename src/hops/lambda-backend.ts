import { sum } from '../money/decimal.ts';
import type { LambdaFunction } from '../workload/schema.ts';
import { requestsOf } from './count.ts';
import { arriving, connectsAssumption, type Hop } from './hop.ts';
import { lambdaUsage } from './lambda-usage.ts';

/** The Lambda function behind the front door: invoked by whatever nothing in front of it has answered or refused. */
export function lambdaBackend(lambda: LambdaFunction): Hop {
  return {
    id: 'lambda',
    side: 'backend',
    meter(journey, { index }) {
      if (!journey.realtime) return lambdaUsage(lambda, requestsOf(arriving(journey, index)), 'backend');
      const { connects, messages } = journey.realtime;
      const inbound = sum(messages.filter((one) => one.direction === 'inbound').map((one) => one.count));
      const invocations = inbound.plus(connects.times('2'));
      return [
        ...lambdaUsage(lambda, invocations, 'backend'),
        { type: 'assumed', id: 'lifecycle-routes' },
        ...connectsAssumption(journey.realtime),
      ];
    },
  };
}
