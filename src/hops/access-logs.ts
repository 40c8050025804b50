import type { Workload } from '../workload/schema.ts';
import { gigabyte, toBytes } from '../workload/units.ts';
import { requestsOf } from './count.ts';
import { logged } from './logged.ts';
import { arriving, connectsAssumption, type Hop } from './hop.ts';

type AccessLogs = NonNullable<NonNullable<Workload['observability']>['accessLogs']>;

/**
 * Access logs in CloudWatch Logs: one entry for each request that arrives, refused ones included, or for each connect,
 * disconnect and inbound message of a WebSocket API. Those of a load balancer come by a log delivery:
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html
 */
export function accessLogs({ bytes, retention }: AccessLogs, of: 'gateway' | 'load balancer' = 'gateway'): Hop {
  return {
    id: 'access-logs',
    side: 'front-door',
    meter(routed, { index, units }) {
      const entries = routed.realtime
        ? routed.realtime.messages
            .filter((one) => one.direction === 'inbound')
            .reduce((total, one) => total.plus(one.count), routed.realtime.connects.times('2'))
        : requestsOf(arriving(routed, index));
      const ingested = entries.times(toBytes(bytes, units)).div(gigabyte(units));
      if (ingested.isZero()) return [];
      return [
        ...logged(
          'access logs',
          of === 'gateway' ? 'standard' : 'log-group',
          ingested,
          retention,
          'observability.accessLogs.retention',
          units,
        ),
        ...(of === 'gateway' ? [] : ([{ type: 'assumed', id: 'alb-logs-vended' }] as const)),
        ...(routed.realtime ? connectsAssumption(routed.realtime) : []),
      ];
    },
  };
}
