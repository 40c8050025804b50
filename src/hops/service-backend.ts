import { sum } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import { arriving, type Hop, type Routed } from './hop.ts';
import { SERVICE_METERS } from './service-meters.ts';
import type { Call } from './service-calls.ts';

type Service = NonNullable<NonNullable<Workload['backend']>['service']>;

/** An AWS service that the API calls by itself: one message, event, record or workflow for each request that reaches it. */
export function serviceBackend(service: Service): Hop {
  return {
    id: service.name,
    side: 'backend',
    // So many shards are needed as the load starts.
    ...(service.name === 'kinesis' && service.shards === undefined ? { stepwise: true } : {}),
    meter(routed, { index, units }) {
      const calls = callsOf(routed, index);
      return SERVICE_METERS[service.name]({ service, calls, count: sum(calls.map((one) => one.count)), units });
    },
  };
}

/** Requests, or inbound messages of a WebSocket API, by size. */
function callsOf(routed: Routed, index: number): readonly Call[] {
  if (routed.realtime) {
    return routed.realtime.messages
      .filter((one) => one.direction === 'inbound')
      .map(({ count, bytes }) => ({ count, sent: bytes, got: null }));
  }
  return arriving(routed, index).map(({ requests, requestBytes, responseBytes }) => ({
    count: requests,
    sent: requestBytes,
    got: responseBytes,
  }));
}
