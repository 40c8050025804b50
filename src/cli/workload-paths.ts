import { WorkloadError } from '../errors/errors.ts';
import type { Ports } from './ports.ts';

/**
 * The workload files behind what was named: files as they are, folders with every .yaml, .yml and .json below them, and
 * patterns. Each once, in the order of their names.
 * @throws WorkloadError where a pattern or folder holds none.
 */
export async function workloadPaths(named: readonly string[], ports: Ports): Promise<readonly string[]> {
  const found = await Promise.all(
    named.map(async (name) => {
      if (ports.isFolder(name)) {
        const paths = await ports.findFiles(name, ['**/*.{yaml,yml,json}']);
        return some(
          name,
          paths.map((path) => `${name.replace(/\/+$/, '')}/${path}`),
        );
      }
      return /[*?{[]/.test(name) ? some(name, await ports.findFiles('.', [name])) : [name];
    }),
  );
  return [...new Set(found.flat())].toSorted();
}

function some(name: string, paths: readonly string[]): readonly string[] {
  if (paths.length > 0) return paths;
  throw new WorkloadError([
    {
      file: name,
      line: null,
      column: null,
      path: null,
      what: 'holds no workload file',
      because: 'files end in .yaml, .yml or .json',
      write: 'apigw-advisor report workloads/',
    },
  ]);
}
