import * as v from 'valibot';
import { didYouMean } from '../errors/did-you-mean.ts';
import { WorkloadError, type Problem } from '../errors/errors.ts';
import { BOUNDS } from '../reading/bounds.ts';
import type { Outline } from '../reading/outline.ts';
import { readYaml } from '../reading/yaml.ts';
import { contradictions, noTraffic } from './contradictions.ts';
import { PLACEHOLDERS, type Said } from './draft.ts';
import { dotted, misplacedLists, mistakes, valueAt, type Mistake, type Path } from './mistakes.ts';
import { beginsWithOneOf } from './schema-at.ts';
import { workloadSchema, type Workload } from './schema.ts';

export interface ReadOptions {
  /** Name of the file, for the error messages. */
  readonly file?: string;
  /** Regions that have prices; a name outside this list is a mistake. Absent when another Region is priced anyway. */
  readonly regions?: readonly string[];
}

/**
 * Reads a workload from YAML or JSON text.
 * @throws WorkloadError with every mistake of the file, each with line and column.
 */
export function parseWorkload(text: string, options: ReadOptions = {}): Workload {
  return readWorkload(text, options).workload;
}

/**
 * Reads a workload, and keeps where each of its fields stands and what stands in the file as plain data.
 * @throws WorkloadError as `parseWorkload` does.
 */
export function readWorkload(
  text: string,
  { file, regions }: ReadOptions,
): { readonly workload: Workload; readonly place: Outline['place']; readonly input: unknown } {
  const { outline, problems } = readYaml(text, file ?? null, BOUNDS.workload);
  if (outline === null) throw new WorkloadError(problems);
  return { workload: check(outline, file ?? null, regions ?? null, noTraffic), place: outline.place, input: outline.data };
}

/**
 * What a workload file says so far: it may still lack its name, its Region or its traffic, and is otherwise held to
 * everything that `parseWorkload` demands.
 * @throws WorkloadError with every mistake of the file.
 */
export function parseSaid(text: string, { file, regions }: ReadOptions): Said {
  const { outline, problems } = readYaml(text, file ?? null, BOUNDS.workload);
  if (outline === null) throw new WorkloadError(problems);
  const { data } = outline;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    check(outline, file ?? null, regions ?? null, noTraffic);
    return {};
  }
  check({ ...outline, data: { ...PLACEHOLDERS, ...data } }, file ?? null, regions ?? null, () => []);
  return data as Said;
}

function check(
  outline: Outline,
  file: string | null,
  regions: readonly string[] | null,
  also: (workload: Workload) => readonly Mistake[],
): Workload {
  const result = v.safeParse(workloadSchema, outline.data);
  const at = (path: Path, of?: 'key') => ({
    file,
    ...outline.place(path, of),
    path: path.length > 0 ? dotted(path) : null,
  });
  const lists = misplacedLists(outline.data);
  const insideList = beginsWithOneOf(lists.map((one) => one.path));
  const misread = (result.issues ?? []).flatMap((issue) => mistakes(issue, outline.data)).filter(({ path }) => !insideList(path));
  const found: Problem[] = [...lists, ...misread].map(({ path, at: of, ...rest }) => ({ ...at(path, of), ...rest }));
  const region = valueAt(outline.data, ['region']);
  if (typeof region === 'string' && regions !== null && !regions.includes(region)) {
    found.push({
      ...at(['region']),
      what: `region is "${region}", for which there are no prices`,
      because: `there are prices for ${regions.length > 3 ? 'the Regions that `apigw-advisor prices list` names' : `${regions.join(', ')} only`}`,
      write: `region: ${didYouMean(region, regions) ?? 'us-east-1'}`,
    });
  }
  if (result.success)
    for (const { path, at: of, ...rest } of [...also(result.output), ...contradictions(result.output)])
      found.push({ ...at(path, of), ...rest });
  if (found.length > 0 || !result.success) throw new WorkloadError(found.toSorted(byPlace));
  return result.output;
}

function byPlace(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
