import { decimal, ONE } from '../money/decimal.ts';
import { formatQuantity } from '../money/format.ts';
import type { Workload } from '../workload/schema.ts';
import { gigabyte, toBytes } from '../workload/units.ts';
import { backendCalls } from './backend-calls.ts';
import { unstated } from './count.ts';
import type { Hop } from './hop.ts';
import { logged } from './logged.ts';

// AWS prints no size. A request at INFO writes about a dozen lines of 128 bytes; data tracing adds about eight, with
// headers and bodies, each cut at 1,024 bytes. These are estimates of ours, disclosed wherever they are used.
const INFO_BYTES = decimal('1536');
const DATA_TRACE_BYTES = decimal('6144');

type ExecutionLogs = NonNullable<NonNullable<Workload['observability']>['executionLogs']>;

/**
 * Execution logs of a REST or WebSocket API: what every request writes, or only every failed one. Those of a log delivery are vended
 * logs: https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-execution-logging.html
 */
export function executionLogs({ level, dataTrace, bytes, errors, retention, delivery }: ExecutionLogs): Hop {
  return {
    id: 'execution-logs',
    side: 'front-door',
    meter(routed, { index, units }) {
      if (level === 'error' && errors === undefined) return [unstated('execution logs', 'observability.executionLogs.errors')];
      const { count, assumed } = backendCalls(routed, index);
      const each = bytes ? toBytes(bytes, units) : dataTrace ? DATA_TRACE_BYTES : INFO_BYTES;
      const ingested = count
        .times(level === 'error' ? (errors ?? ONE) : ONE)
        .times(each)
        .div(gigabyte(units));
      if (ingested.isZero()) return [];
      return [
        ...logged('execution logs', delivery ?? 'standard', ingested, retention, 'observability.executionLogs.retention', units),
        ...(bytes ? [] : ([{ type: 'assumed', id: 'execution-log-bytes', value: `${formatQuantity(each)} bytes` }] as const)),
        ...assumed.filter((one) => one.type === 'assumed' && one.id !== 'lifecycle-routes'),
      ];
    },
  };
}
