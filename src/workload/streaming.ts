import type { FeatureId } from './features.ts';
import type { Workload } from './schema.ts';

/** Features that are had by letting a response stream. */
export const STREAMED: readonly FeatureId[] = ['response-streaming', 'sse', 'response-over-10mb'];

/** Whether responses stream: as `traffic.streaming` says, or else because one of these features is needed. */
export function responsesStream({ traffic, needs }: Workload): 'stated' | 'needed' | 'no' {
  if (traffic?.streaming !== undefined) return traffic.streaming ? 'stated' : 'no';
  return STREAMED.some((feature) => needs?.[feature] === true) ? 'needed' : 'no';
}
