import { UsageError, WorkloadError, type Problem } from '../../errors/errors.ts';
import type { Entry } from '../../portfolio/item.ts';
import { readWorkload } from '../../workload/read.ts';
import { countedOnceNote, idOf, type Same } from './counted-once.ts';
import { noWorkload } from './no-workload.ts';
import { inputName, nameOf } from './path-bytes.ts';
import type { Ports } from '../ports.ts';
import { progressBar } from '../progress.ts';
import { isManifest, OFF_THE_LIST, readManifest, type Listed, type Overlay } from './read-manifest.ts';
import { readText } from './read-text.ts';
import { workloadPaths } from './workload-paths.ts';

/** What a report reads. */
export interface Read {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  readonly failed: number;
  /** Paths of all files that were looked into, by what tells each from others. */
  readonly inputs: ReadonlyMap<string, string>;
}

/**
 * Every workload behind what was named, and behind what manifests list; one bad file does not hide the others. A file is
 * read once, whatever paths lead to it; one that is named and listed, with what the manifest lays over it.
 * @param others files that are something else, such as budgets: a folder may hold them.
 * @throws WorkloadError where a manifest has mistakes and is all there is, or that of an option; or a pattern or folder holds
 * no file.
 * @throws UsageError where nothing is named.
 */
export async function reportEntries(
  named: readonly string[],
  manifests: readonly string[],
  { regions, others }: { readonly regions: readonly string[]; readonly others: readonly string[] },
  ports: Ports,
): Promise<Read> {
  if (named.length + manifests.length === 0)
    throw new UsageError(
      'report is given nothing to report on',
      'it takes files, folders, patterns or a manifest',
      'apigw-advisor report workloads/',
    );
  const inputs = new Map(others.map((path) => [idOf(path, ports), path]));
  const elsewhere = new Set(inputs.keys());
  const byName = new Set(named.map((path) => idOf(path, ports)));
  const entries = new Map<string, Found<Entry>>();
  const problems = new Map<string, Found<readonly Problem[]>>();
  const listed: Listed[] = [];
  const same: Same[] = [];
  const lists = new Set<string>();
  const seen = new Map<string, Listed>();
  const list = async (path: string, from: Ports) => {
    const id = idOf(path, ports);
    if (lists.has(id)) return;
    lists.add(id);
    inputs.set(id, path);
    const found = await readManifest(path, seen, from);
    for (const one of found.listed) listed.push(one);
    same.push(...found.same);
    for (const problem of found.problems) problems.set(`${id}\n${problem.line}`, { path: `${path}\n${problem.line}`, value: [problem] });
  };
  for (const path of manifests) await list(path, ports);
  const take = (path: string, id: string, text: string, one: Listed | null) => {
    const file = inputName(path);
    problems.delete(id);
    try {
      entries.set(id, { path, value: laidOver({ file, ...readWorkload(text, { file, regions }) }, one?.overlay ?? {}) });
    } catch (error) {
      if (!(error instanceof WorkloadError)) throw error;
      const other = byName.has(id) ? null : noWorkload(text, file);
      problems.set(id, { path, value: other === null ? error.problems : [one === null ? other : placed(other, one)] });
    }
  };
  const behind = await workloadPaths(named, ports);
  const haveRead = progressBar('files read', ports);
  for (const [index, path] of behind.paths.entries()) {
    haveRead(index + 1, behind.paths.length);
    const id = idOf(path, ports);
    if (elsewhere.has(id) && !byName.has(id)) continue;
    inputs.set(id, path);
    const text = textOf(path, ports, (found) => problems.set(id, { path, value: found }));
    if (text === null) continue;
    if (!isManifest(text)) take(path, id, text, null);
    else
      try {
        await list(path, { ...ports, readFile: () => new TextEncoder().encode(text) });
      } catch (error) {
        if (!(error instanceof WorkloadError) || behind.paths.length === 1) throw error;
        problems.set(id, { path, value: error.problems });
      }
  }
  for (const [index, one] of listed.entries()) {
    haveRead(index + 1, listed.length);
    const { path } = one;
    const id = idOf(path, ports);
    inputs.set(id, path);
    const text = textOf(path, ports, (found) => problems.set(id, { path, value: found.map((problem) => placed(problem, one)) }));
    if (text === null) continue;
    if (isManifest(text)) problems.set(id, { path, value: [nested(one)] });
    else take(path, id, text, one);
  }
  ports.stderr.write(countedOnceNote([...behind.same, ...same]));
  return { entries: byPath(entries), problems: byPath(problems).flat(), failed: problems.size, inputs };
}

/** What came of a file, and the path by which it is ordered and told. */
interface Found<T> {
  readonly path: string;
  readonly value: T;
}

function byPath<T>(found: ReadonlyMap<string, Found<T>>): readonly T[] {
  return [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)).map((one) => one.value);
}

function textOf(path: string, ports: Ports, fail: (problems: readonly Problem[]) => void): string | null {
  try {
    return readText(path, ports);
  } catch (error) {
    if (!(error instanceof WorkloadError)) throw error;
    fail(error.problems);
    return null;
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
function placed(problem: Problem, { from, path }: Listed): Problem {
  return { ...problem, ...from, what: `${nameOf(path)} ${problem.what}`, write: OFF_THE_LIST };
}

function nested({ from, path }: Listed): Problem {
  return {
    ...from,
    what: `${nameOf(path)} is a manifest itself`,
    because: 'a manifest lists workload files',
    write: `--manifest ${nameOf(path)}`,
  };
}
