import { WorkloadError, type Problem } from '../errors/errors.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { readWorkload } from '../workload/read.ts';
import type { Workload } from '../workload/schema.ts';
import type { Source } from './source.ts';

/** A workload with the file it came from, and where each of its fields stands there. */
export interface Placed {
  readonly file: string;
  readonly workload: Workload;
  readonly place: ReturnType<typeof readWorkload>['place'];
  /** What stands in the file, as plain data. */
  readonly input: unknown;
}

/**
 * Reads every text that can be read; one bad text does not hide the others.
 * @param region replaces that of each workload.
 */
export function readWorkloads(
  sources: Iterable<Source>,
  region: string | null,
  book: PriceBook,
): { readonly placed: readonly Placed[]; readonly problems: readonly Problem[] } {
  const placed: Placed[] = [];
  const problems: Problem[] = [];
  for (const source of sources) {
    if (!('text' in source)) {
      problems.push(...source.problems);
      continue;
    }
    const { file, text } = source;
    try {
      const { workload, place, input } = readWorkload(text, { file, ...(region === null ? { regions: book.regions } : {}) });
      placed.push({ file, workload: region === null ? workload : { ...workload, region }, place, input });
    } catch (error) {
      if (!(error instanceof WorkloadError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { placed, problems };
}
