import { WorkloadError } from '../errors/errors.ts';
import { parseWorkload } from '../workload/read.ts';
import type { Workload } from '../workload/schema.ts';

/** A workload from plain data; null where what stood there then is not understood any more, or a mixture contradicts itself. */
export function readInput(input: unknown): Workload | null {
  try {
    // In a file the sign that stands for a lost one says that it is no text; here somebody wrote it.
    return parseWorkload(JSON.stringify(input).replaceAll('\ufffd', '\\ufffd'), {});
  } catch (error) {
    if (error instanceof WorkloadError) return null;
    throw error;
  }
}
