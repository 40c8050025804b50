import { WorkloadError, type Problem } from '../errors/errors.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { parseWorkload } from '../workload/read.ts';
import type { Workload } from '../workload/schema.ts';
import type { Ports } from './ports.ts';
import { readText } from './read-text.ts';

/** Reads every file that can be read; one bad file does not hide the others. A Region given here replaces that of each file. */
export function readWorkloads(
  files: readonly string[],
  region: string | null,
  book: PriceBook,
  ports: Ports,
): { readonly workloads: readonly Workload[]; readonly problems: readonly Problem[] } {
  const workloads: Workload[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const name = file === '-' ? 'standard input' : file;
    try {
      const workload = parseWorkload(readText(file, ports), { file: name, ...(region === null ? { regions: book.regions } : {}) });
      workloads.push(region === null ? workload : { ...workload, region });
    } catch (error) {
      if (!(error instanceof WorkloadError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { workloads, problems };
}
