import { WorkloadError, type Problem } from '../../errors/errors.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { readWorkload } from '../../workload/read.ts';
import type { Workload } from '../../workload/schema.ts';
import { countedOnce, countedOnceNote } from './counted-once.ts';
import { inputName } from './path-bytes.ts';
import type { Ports } from '../ports.ts';
import { readText } from './read-text.ts';

/** A workload with the file it came from, and where each of its fields stands there. */
export interface Placed {
  readonly file: string;
  readonly workload: Workload;
  readonly place: ReturnType<typeof readWorkload>['place'];
  /** What stands in the file, as plain data. */
  readonly input: unknown;
}

/**
 * Reads every file that can be read; one bad file does not hide the others. A file named twice, be it through a link, is
 * read once, for it would count twice in what many files cost together. A Region given here replaces that of each file.
 */
export function readWorkloads(
  files: readonly string[],
  region: string | null,
  book: PriceBook,
  ports: Ports,
): { readonly workloads: readonly Workload[]; readonly placed: readonly Placed[]; readonly problems: readonly Problem[] } {
  const placed: Placed[] = [];
  const problems: Problem[] = [];
  const { kept, same } = countedOnce(files, ports);
  if (same.length > 0) ports.stderr.write(countedOnceNote(same));
  for (const file of kept) {
    const name = inputName(file);
    try {
      const { workload, place, input } = readWorkload(readText(file, ports), {
        file: name,
        ...(region === null ? { regions: book.regions } : {}),
      });
      placed.push({ file: name, workload: region === null ? workload : { ...workload, region }, place, input });
    } catch (error) {
      if (!(error instanceof WorkloadError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { workloads: placed.map((one) => one.workload), placed, problems };
}
