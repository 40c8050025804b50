import { sum, type Decimal } from '../money/decimal.ts';
import { bytesOf, requestsOf } from './count.ts';
import { arriving, carriesBody, connectsAssumption, type Routed, type Metered } from './hop.ts';

/** What gets as far as a backend: requests, or connects, disconnects and inbound messages of a WebSocket API. */
export interface Calls {
  readonly count: Decimal;
  /** Bytes to and from the backend; null when a size is not stated. */
  readonly bytes: Decimal | null;
  readonly assumed: readonly Metered[];
}

export function backendCalls(routed: Routed, index: number): Calls {
  if (!routed.realtime) {
    const arrived = arriving(routed, index);
    const sent = bytesOf(arrived, 'requestBytes');
    const received = bytesOf(arrived.filter(carriesBody), 'responseBytes');
    return { count: requestsOf(arrived), bytes: sent && received && sent.plus(received), assumed: [] };
  }
  const { connects, messages } = routed.realtime;
  const inbound = messages.filter((one) => one.direction === 'inbound');
  return {
    count: sum(inbound.map((one) => one.count)).plus(connects.times('2')),
    bytes: inbound.some((one) => one.bytes === null) ? null : sum(inbound.map((one) => one.count.times(one.bytes ?? '0'))),
    assumed: [{ type: 'assumed', id: 'lifecycle-routes' }, ...connectsAssumption(routed.realtime)],
  };
}
