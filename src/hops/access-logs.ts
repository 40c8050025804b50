import type { Workload } from '../workload/schema.ts';
import { gigabyte, toBytes } from '../workload/units.ts';
import { requestsOf } from './count.ts';
import { logged } from './logged.ts';
import { arriving, connectsAssumption, type Hop } from './hop.ts';

type AccessLogs = NonNullable<NonNullable<Workload['observability']>['accessLogs']>;

/**
 * Access logs of a gateway in CloudWatch Logs: one entry for each request that arrives at it, refused ones
 * included, or for each connect, disconnect and inbound message of a WebSocket API.
 */
export function accessLogs({ bytes, retention }: AccessLogs): Hop {
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
        ...logged('access logs', ingested, retention, 'observability.accessLogs.retention', units),
        ...(routed.realtime ? connectsAssumption(routed.realtime) : []),
      ];
    },
  };
}
