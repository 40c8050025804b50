import { dirname, join, normalize } from 'node:path';
import type { Ports } from '../ports.ts';

/** Earlier months that a report looks back on: a year is a trend, and each may hold many workloads. */
const MONTHS_BACK = 12;

/** Reports that `--save` keeps in a folder, a file for each month. */
export interface History {
  /** Where this month goes; a report of it that is there is replaced. */
  readonly path: string;
  /** The months before it, at most a year of them, the latest last. */
  readonly earlier: readonly string[];
  /** Every report in the folder, which is no workload wherever the folder is. */
  readonly all: readonly string[];
}

/** What a folder holds of the months around one, such as `2026-11`; a folder that is not there yet holds nothing. */
export async function historyIn(folder: string, month: string, ports: Ports): Promise<History> {
  const path = join(folder, nameOf(month));
  const found = ports.isFolder(folder) ? await ports.filesBelow(folder, /report-\d{4}-\d{2}\.json$/) : [];
  const all = found.filter((one) => dirname(normalize(one)) === dirname(path)).toSorted();
  const earlier = all.filter((one) => normalize(one) < path);
  return { path, earlier: earlier.slice(-MONTHS_BACK), all };
}

function nameOf(month: string): string {
  return `report-${month}.json`;
}
