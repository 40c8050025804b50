import * as v from 'valibot';
import { WorkloadError, type Problem } from '../errors/errors.ts';
import { BOUNDS } from '../reading/bounds.ts';
import { together, type Outline } from '../reading/outline.ts';
import { readYaml, type YamlRead } from '../reading/yaml.ts';
import { contradictions, noTraffic } from './contradictions.ts';
import { corrected } from './corrected.ts';
import { examplesOf } from './examples.ts';
import { PLACEHOLDERS, readDraft, type Said } from './draft.ts';
import { dotted, show, valueAt, type Mistake, type Path } from './mistakes.ts';
import { regionMeant } from './region-names.ts';
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
  const read = readYaml(text, file ?? null, BOUNDS.workload);
  const { workload, place, data } = check(read, file ?? null, regions ?? null, null);
  const examples = read.outline === null ? [] : examplesOf(text, read.outline);
  return { workload: examples.length === 0 ? workload : { ...workload, examples }, place, input: data };
}

/**
 * What a workload file says so far: it may still lack its name, its Region or its traffic, and what a section requires, and is
 * otherwise held to everything that `parseWorkload` demands.
 * @throws WorkloadError with every mistake of the file.
 */
export function parseSaid(text: string, { file, regions }: ReadOptions): Said {
  return check(readYaml(text, file ?? null, BOUNDS.workload), file ?? null, regions ?? null, PLACEHOLDERS).data as Said;
}

/** Dotted paths of the values that are marked as examples. */
export function examplesIn(text: string): readonly string[] {
  const { outline } = readYaml(text, null, BOUNDS.workload);
  return outline === null ? [] : examplesOf(text, outline);
}

const isSection = (value: unknown): value is Said => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The workload, and the data it was read from: what can only mean one thing is in its proper form there. */
function check(
  { outline: sound, problems, remains }: YamlRead,
  file: string | null,
  regions: readonly string[] | null,
  /** What stands in for it where the file lacks it; of a file that must be whole, nothing. */
  given: Said | null,
): { readonly workload: Workload; readonly place: Outline['place']; readonly data: unknown } {
  const outline = sound ?? remains?.outline;
  if (outline === undefined) throw new WorkloadError(problems);
  const { data } = outline;
  const whole = (some: unknown) => (isSection(some) ? { ...given, ...some } : some);
  const strict = v.safeParse(workloadSchema, whole(data));
  const priced = (region: string) => regions === null || regions.includes(region);
  const right =
    strict.success && priced(strict.output.region)
      ? { data, filled: data, mistakes: [], origin: (path: Path) => path }
      : isSection(data)
        ? corrected(data, given, file, (region) => (priced(region) ? null : regionMeant(region, regions ?? [])))
        : { data, filled: data, mistakes: [noSection(data)], origin: (path: Path) => path };
  const result = right.filled === data ? strict : v.safeParse(workloadSchema, whole(right.filled));
  // What is not in the file, or is empty, may stand on a line that was left out.
  const isWhole = remains?.isWhole !== false;
  const mistakes = right.mistakes.filter(({ path }) => isWhole || (valueAt(data, path) ?? null) !== null);
  if (result.success && isWhole)
    mistakes.push(
      ...(given === null ? [...noTraffic(result.output), ...contradictions(result.output)] : readDraft(right.data as Said).mistakes),
    );
  else if (!result.success && mistakes.length === 0) mistakes.push(...result.issues.map(unforeseen));
  const place = ({ path, at: of, ...rest }: Mistake): Problem => ({
    file,
    ...outline.place(right.origin(path), of),
    path: path.length > 0 ? dotted(path) : null,
    ...rest,
  });
  if (mistakes.length + problems.length === 0 && result.success) return { workload: result.output, place: outline.place, data: right.data };
  throw new WorkloadError(together(problems, mistakes.map(place)));
}

/** A mistake that has no answer of its own. */
function unforeseen({ path, expected }: v.BaseIssue<unknown>): Mistake {
  const at = (path ?? []).map((item) => item.key as string | number);
  return {
    path: at,
    what: `${dotted(at) || 'the file'} cannot be used`,
    because: expected ?? 'something else is expected here',
    write: null,
  };
}

function noSection(data: unknown): Mistake {
  const because = 'a section with fields is expected here';
  if (Array.isArray(data)) return { path: [], what: 'the file is a list', because, write: 'put each workload in a file of its own' };
  return { path: [], what: `the file is ${show(data)}`, because, write: 'apigw-advisor init writes one to start from' };
}
