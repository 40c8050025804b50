import { WorkloadError, type Problem } from '../../errors/errors.ts';
import type { Entry } from '../../portfolio/item.ts';
import { readWorkload } from '../../workload/read.ts';
import type { Source } from '../source.ts';
import { noWorkload } from './no-workload.ts';

/** What a manifest lays over a workload: tags are added to those of the file, one by one. */
export interface Overlay {
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly account?: string | undefined;
  readonly payer?: string | undefined;
}

/** Where a manifest lists something. */
export type ListedAt = Pick<Problem, 'file' | 'line' | 'column' | 'path'>;

/** A text that a report is to count, and how it came to be there. */
export type ReportSource = Source & {
  /** Where a manifest lists it, and what is laid over it there. */
  readonly listed?: { readonly from: ListedAt; readonly overlay: Overlay };
  /** Somebody named just this text: it is meant as a workload, whatever stands in it. */
  readonly isNamed?: boolean;
};

/** What could be read of a report's texts. */
export interface Read {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** Texts that have these problems. */
  readonly failed: number;
}

/** Reads every text that can be read; one bad text does not hide the others. */
export function readEntries(sources: Iterable<ReportSource>, regions: readonly string[]): Read {
  const entries: Entry[] = [];
  const problems: (readonly Problem[])[] = [];
  for (const source of sources) {
    const found = entryOf(source, regions);
    if ('problems' in found) problems.push(found.problems);
    else entries.push(found);
  }
  return { entries, problems: problems.flat(), failed: problems.length };
}

function entryOf(source: ReportSource, regions: readonly string[]): Entry | { readonly problems: readonly Problem[] } {
  if (!('text' in source)) return source;
  const { file, text, listed, isNamed = false } = source;
  try {
    const { workload, input } = readWorkload(text, { file, regions });
    return laidOver({ file, workload, input }, listed?.overlay ?? {});
  } catch (error) {
    if (!(error instanceof WorkloadError)) throw error;
    const other = isNamed ? null : noWorkload(text, file);
    if (other === null) return error;
    return { problems: [listed === undefined ? other : offTheList(other, file, listed.from)] };
  }
}

/** The workload as the manifest has it; so also in the data that the next report compares with. */
function laidOver(entry: Entry, { tags, account, payer }: Overlay): Entry {
  const over = {
    ...(tags === undefined || Object.keys(tags).length === 0 ? {} : { tags: { ...entry.workload.tags, ...tags } }),
    ...(account === undefined ? {} : { account }),
    ...(payer === undefined ? {} : { payer }),
  };
  return { ...entry, workload: { ...entry.workload, ...over }, input: { ...Object(entry.input), ...over } };
}

/** A file that cannot be read, or is no workload, is a mistake of the manifest that lists it. */
export function offTheList(problem: Problem, name: string, from: ListedAt): Problem {
  return { ...problem, ...from, what: `${name} ${problem.what}`, write: OFF_THE_LIST };
}

export const OFF_THE_LIST = 'correct the path, or remove it from the list';
