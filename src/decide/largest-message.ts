import type { Size } from '../workload/quantity.ts';
import type { Workload } from '../workload/schema.ts';
import { toBytes, type Units } from '../workload/units.ts';
import type { Largest } from './subject.ts';

/** The largest message on a connection that a workload states, even an average; null when it states none. */
export function largestMessage(realtime: Workload['realtime'], units: Units): Largest | null {
  if (!realtime) return null;
  const stated = [
    [realtime.largestMessage, ['realtime', 'largestMessage']],
    [sizeOf(realtime.inbound), ['realtime', 'inbound', 'size']],
    [sizeOf(realtime.outbound), ['realtime', 'outbound', 'size']],
  ] as const;
  let best: Largest | null = null;
  for (const [size, path] of stated) {
    if (size === undefined) continue;
    const bytes = toBytes(size, units);
    if (best === null || bytes.gt(best.bytes)) best = { size, bytes, path };
  }
  return best;
}

/** Of messages that never come there is no size. */
function sizeOf(messages: NonNullable<Workload['realtime']>['inbound']): Size | undefined {
  return messages?.rate.amount.isZero() ? undefined : messages?.size;
}
