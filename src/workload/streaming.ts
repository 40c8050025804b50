import type { FeatureId } from './features.ts';
import { requirementsOf } from './requirements.ts';
import type { Workload } from './schema.ts';

/** Features that are had by letting a response stream. */
export const STREAMED: readonly FeatureId[] = ['response-streaming', 'sse', 'response-over-10mb'];

/** Whether responses stream: as `traffic.streaming` says, or else because one of these features is needed. */
export function responsesStream(workload: Workload): 'stated' | 'needed' | 'no' {
  const { traffic } = workload;
  if (traffic?.streaming !== undefined) return traffic.streaming ? 'stated' : 'no';
  return STREAMED.some(requirementsOf(workload).has) ? 'needed' : 'no';
}
