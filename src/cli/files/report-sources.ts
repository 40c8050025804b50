import { NOTHING } from '../../app/report/report.ts';
import { offTheList, type ReportSource } from '../../app/report/sources.ts';
import { UsageError, WorkloadError, type Problem } from '../../errors/errors.ts';
import { progressBar } from '../progress.ts';
import type { Ports } from '../ports.ts';
import { countedOnceNote, idOf, type Same } from './counted-once.ts';
import { inputName, nameOf } from './path-bytes.ts';
import { isManifest, readManifest, type Listed } from './read-manifest.ts';
import { sourceOf } from './sources.ts';
import { workloadPaths } from './workload-paths.ts';

/** What a report is made of. */
export interface Found {
  /** In the order of their paths. */
  readonly sources: Iterable<ReportSource>;
  /** Paths of all files that were looked into, by what tells each from others. */
  readonly inputs: Map<string, string>;
}

/**
 * Every text behind what was named, and behind what manifests list; one bad file does not hide the others. A file is
 * read once, whatever paths lead to it; one that is named and listed, with what the manifest lays over it.
 * @param others files that are something else, such as budgets: a folder may hold them.
 * @throws WorkloadError where a manifest has mistakes and is all there is, or that of an option; or a pattern or folder holds
 * no file.
 * @throws UsageError where nothing is named.
 */
export async function reportSources(
  named: readonly string[],
  manifests: readonly string[],
  others: readonly string[],
  ports: Ports,
): Promise<Found> {
  if (named.length + manifests.length === 0) throw new UsageError(...NOTHING);
  const inputs = new Map(others.map((path) => [idOf(path, ports), path]));
  const elsewhere = new Set(inputs.keys());
  const byName = new Set(named.map((path) => idOf(path, ports)));
  const found = new Map<string, { readonly path: string; readonly source: ReportSource }>();
  const take = (id: string, path: string, source: ReportSource) => found.set(id, { path, source });
  const listed: Listed[] = [];
  const same: Same[] = [];
  const lists = new Set<string>();
  const seen = new Map<string, Listed>();
  const list = async (path: string, from: Ports) => {
    const id = idOf(path, ports);
    if (lists.has(id)) return;
    lists.add(id);
    inputs.set(id, path);
    const read = await readManifest(path, seen, from);
    for (const one of read.listed) listed.push(one);
    same.push(...read.same);
    for (const problem of read.problems) {
      const place = `\n${problem.line}`;
      take(id + place, path + place, { file: inputName(path), problems: [problem] });
    }
  };
  for (const path of manifests) await list(path, ports);
  const behind = await workloadPaths(named, ports);
  const haveRead = progressBar('files read', ports);
  for (const [index, path] of behind.paths.entries()) {
    haveRead(index + 1, behind.paths.length);
    const id = idOf(path, ports);
    if (elsewhere.has(id) && !byName.has(id)) continue;
    inputs.set(id, path);
    const source = sourceOf(path, ports);
    if (!('text' in source) || !isManifest(source.text)) {
      take(id, path, { ...source, isNamed: byName.has(id) });
      continue;
    }
    const { file, text } = source;
    try {
      await list(path, { ...ports, readFile: () => new TextEncoder().encode(text) });
    } catch (error) {
      if (!(error instanceof WorkloadError) || behind.paths.length === 1) throw error;
      take(id, path, { file, problems: error.problems });
    }
  }
  for (const [index, one] of listed.entries()) {
    haveRead(index + 1, listed.length);
    const id = idOf(one.path, ports);
    inputs.set(id, one.path);
    take(id, one.path, { ...listedSource(one, ports), isNamed: byName.has(id) });
  }
  ports.stderr.write(countedOnceNote([...behind.same, ...same]));
  return { sources: byPath(found), inputs };
}

/** By path. A text that was taken is not kept. */
function* byPath(found: Map<string, { readonly path: string; readonly source: ReportSource }>): Iterable<ReportSource> {
  const order = [...found].map(([id, { path }]) => ({ id, path })).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  for (const { id } of order) {
    const one = found.get(id);
    found.delete(id);
    if (one) yield one.source;
  }
}

/** What a manifest lists: that it cannot be read, or is a manifest too, is a mistake of the list. */
function listedSource(one: Listed, ports: Ports): ReportSource {
  const { path, from, overlay } = one;
  const source = sourceOf(path, ports);
  const { file } = source;
  if (!('text' in source)) return { file, problems: source.problems.map((problem) => offTheList(problem, nameOf(path), from)) };
  return isManifest(source.text) ? { file, problems: [nested(one)] } : { ...source, listed: { from, overlay } };
}

function nested({ from, path }: Listed): Problem {
  return {
    ...from,
    what: `${nameOf(path)} is a manifest itself`,
    because: 'a manifest lists workload files',
    write: `--manifest ${nameOf(path)}`,
  };
}
