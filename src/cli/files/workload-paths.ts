import { WorkloadError } from '../../errors/errors.ts';
import { countedOnce, type Same } from './counted-once.ts';
import { nameOf } from './path-bytes.ts';
import type { Ports } from '../ports.ts';

/** How workload files end. */
const ENDING = /\.(yaml|yml|json)$/;

/** Whether a folder holds any. */
export async function holdsWorkloads(folder: string, ports: Ports): Promise<boolean> {
  return (await ports.filesBelow(folder, ENDING)).length > 0;
}

/**
 * The workload files behind what was named: files as they are, folders with every .yaml, .yml and .json below them, and
 * patterns. Each file once, in the order of their names; `same` says what else leads to one of them.
 * @throws WorkloadError where a pattern or folder holds none.
 */
export async function workloadPaths(
  named: readonly string[],
  ports: Ports,
): Promise<{ readonly paths: readonly string[]; readonly same: readonly Same[] }> {
  const found = await Promise.all(
    named.map(async (name) => {
      if (ports.isFolder(name)) return some(name, await ports.filesBelow(name, ENDING));
      const isPattern = /[*?{[]/.test(name) && ports.identify(name) === null;
      return isPattern ? some(name, await ports.filesMatching(name)) : [name];
    }),
  );
  const { kept, same } = countedOnce([...new Set(found.flat())], ports);
  return { paths: kept.toSorted(), same };
}

function some(name: string, paths: readonly string[]): readonly string[] {
  if (paths.length > 0) return paths.toSorted();
  throw new WorkloadError([
    {
      file: nameOf(name),
      line: null,
      column: null,
      path: null,
      what: 'holds no workload file',
      because: 'files end in .yaml, .yml or .json',
      write: 'apigw-advisor report workloads/',
    },
  ]);
}
