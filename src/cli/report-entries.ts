import { normalize } from 'node:path';
import { UsageError, WorkloadError, type Problem } from '../errors/errors.ts';
import type { Entry } from '../portfolio/item.ts';
import { readWorkload } from '../workload/read.ts';
import { noWorkload } from './no-workload.ts';
import type { Ports } from './ports.ts';
import { progressBar } from './progress.ts';
import { isManifest, OFF_THE_LIST, readManifest, type Listed, type Overlay } from './read-manifest.ts';
import { readText } from './read-text.ts';
import { workloadPaths } from './workload-paths.ts';

/**
 * Every workload behind what was named, and behind what manifests list; one bad file does not hide the others. A file
 * that is named and listed is read once, with what the manifest lays over it.
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
): Promise<{ readonly entries: readonly Entry[]; readonly problems: readonly Problem[]; readonly failed: number }> {
  if (named.length + manifests.length === 0)
    throw new UsageError(
      'report is given nothing to report on',
      'it takes files, folders, patterns or a manifest',
      'apigw-advisor report workloads/',
    );
  const entries = new Map<string, Entry>();
  const problems = new Map<string, readonly Problem[]>();
  const listed: Listed[] = [];
  const list = async (path: string, from: Ports) => {
    const found = await readManifest(path, from);
    for (const one of found.listed) listed.push(one);
    for (const problem of found.problems) problems.set(`${path}\n${problem.line}`, [problem]);
  };
  for (const path of manifests) await list(path, ports);
  const take = (path: string, text: string, one: Listed | null) => {
    const file = path === '-' ? 'standard input' : path;
    problems.delete(path);
    try {
      entries.set(path, laidOver({ file, ...readWorkload(text, { file, regions }) }, one?.overlay ?? {}));
    } catch (error) {
      if (!(error instanceof WorkloadError)) throw error;
      const other = named.includes(path) ? null : noWorkload(text, file);
      problems.set(path, other === null ? error.problems : [one === null ? other : placed(other, one)]);
    }
  };
  const elsewhere = new Set(others.map((path) => normalize(path)));
  const paths = await workloadPaths(named, ports);
  const haveRead = progressBar('files read', ports);
  for (const [index, path] of paths.entries()) {
    haveRead(index + 1, paths.length);
    if (elsewhere.has(normalize(path)) && !named.includes(path)) continue;
    const text = textOf(path, ports, (found) => problems.set(path, found));
    if (text === null) continue;
    if (!isManifest(text)) take(path, text, null);
    else
      try {
        await list(path, { ...ports, readFile: () => new TextEncoder().encode(text) });
      } catch (error) {
        if (!(error instanceof WorkloadError) || paths.length === 1) throw error;
        problems.set(path, error.problems);
      }
  }
  for (const [index, one] of listed.entries()) {
    haveRead(index + 1, listed.length);
    const text = textOf(one.path, ports, (found) =>
      problems.set(
        one.path,
        found.map((problem) => placed(problem, one)),
      ),
    );
    if (text === null) continue;
    if (isManifest(text)) problems.set(one.path, [nested(one)]);
    else take(one.path, text, one);
  }
  const byPath = <T>(found: ReadonlyMap<string, T>) => [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return { entries: byPath(entries), problems: byPath(problems).flat(), failed: problems.size };
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
  return { ...problem, ...from, what: `${path} ${problem.what}`, write: OFF_THE_LIST };
}

function nested({ from, path }: Listed): Problem {
  return { ...from, what: `${path} is a manifest itself`, because: 'a manifest lists workload files', write: `--manifest ${path}` };
}
