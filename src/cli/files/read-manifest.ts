import { dirname, isAbsolute, join } from 'node:path';
import * as v from 'valibot';
import { OFF_THE_LIST, type ListedAt, type Overlay } from '../../app/report/sources.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { WorkloadError, type Problem } from '../../errors/errors.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { byPlace, together } from '../../reading/outline.ts';
import { readYaml } from '../../reading/yaml.ts';
import { text } from '../../workload/field.ts';
import type { Path } from '../../workload/mistakes.ts';
import { idOf, type Same } from './counted-once.ts';
import { inputName, nameOf } from './path-bytes.ts';
import type { Ports } from '../ports.ts';
import { readText } from './read-text.ts';
import { workloadPaths } from './workload-paths.ts';

/** A workload file that a manifest lists. */
export interface Listed {
  readonly path: string;
  readonly overlay: Overlay;
  /** Where the manifest lists it. */
  readonly from: ListedAt;
}

const laidOver = {
  tags: v.optional(v.record(v.string(), v.pipe(v.string(), v.maxLength(200)))),
  account: v.optional(text('The account that it is in.', '111122223333')),
  payer: v.optional(text('The account that pays for it.', '999988887777')),
};

const listedSchema = v.objectWithRest({ path: text('A file, folder or pattern.', 'shop/*.yaml'), ...laidOver }, v.never());
/** Strict objects would tell of the first unknown field only. */
const manifestSchema = v.objectWithRest({ ...laidOver, workloads: v.pipe(v.array(listedSchema), v.minLength(1)) }, v.never());

/** Fields of a manifest, and of what it lists. */
const FIELDS = { manifest: Object.keys(manifestSchema.entries), listed: ['path', ...Object.keys(laidOver)] };

/** Whether a text lists workloads: a workload file has no such field. */
export function isManifest(content: string): boolean {
  return /^workloads[ \t]*:/m.test(content);
}

/**
 * The workload files that a manifest lists, in its order, with what it lays over them. Paths are relative to the manifest.
 * What it lists and is not there is a problem, and does not hide the others.
 * @param seen what other manifests list, by file: what is listed twice could bear the tags of only one of them.
 * @throws WorkloadError with every mistake, each with line and column.
 */
export async function readManifest(
  path: string,
  seen: Map<string, Listed>,
  ports: Ports,
): Promise<{ readonly listed: readonly Listed[]; readonly problems: readonly Problem[]; readonly same: readonly Same[] }> {
  const file = inputName(path);
  const content = readText(path, ports, BOUNDS.manifest, 'apigw-advisor report manifest.yaml');
  const { outline: sound, problems: unread, remains } = readYaml(content, file, BOUNDS.manifest);
  const outline = sound ?? remains?.outline;
  if (outline === undefined) throw new WorkloadError(unread);
  const checked = v.safeParse(manifestSchema, longForm(outline.data));
  const at = (where: Path, of?: 'key') => ({ file, ...outline.place(where, of), path: dotted(where) || null });
  // What is not in the file may stand on a line that was left out.
  const issues = (checked.issues ?? []).filter(({ received }) => remains?.isWhole !== false || received !== 'undefined');
  const wrong = issues.map((issue) => mistakeOf(issue, at));
  if (!checked.success || remains) throw new WorkloadError(together(unread, wrong));
  const { workloads, ...all } = checked.output;
  const found: Listed[] = [];
  const mistakes: Problem[] = [];
  const missing: Problem[] = [];
  const same: Same[] = [];
  for (const [index, { path: named, ...own }] of workloads.entries()) {
    const from = at(['workloads', index, 'path']);
    try {
      const behind = await workloadPaths([isAbsolute(named) ? named : join(path === '-' ? '.' : dirname(path), named)], ports);
      same.push(...behind.same);
      for (const each of behind.paths) {
        const id = idOf(each, ports);
        const earlier = seen.get(id);
        const one: Listed = { path: each, from, overlay: { ...all, ...own, tags: { ...all.tags, ...own.tags } } };
        if (earlier) mistakes.push(twice(each, earlier, from));
        else found.push(one);
        seen.set(id, earlier ?? one);
      }
    } catch (error) {
      if (!(error instanceof WorkloadError)) throw error;
      missing.push(
        ...error.problems.map((problem) => ({
          ...problem,
          ...from,
          what: `${problem.file ?? named} ${problem.what}`,
          write: OFF_THE_LIST,
        })),
      );
    }
  }
  if (mistakes.length > 0) throw new WorkloadError([...mistakes, ...missing].toSorted(byPlace));
  return { listed: found, problems: missing, same };
}

/** A path by itself is short for a listing with nothing laid over. */
function longForm(data: unknown): unknown {
  const { workloads } = Object(data) as { readonly workloads?: unknown };
  if (!Array.isArray(workloads)) return data;
  return { ...Object(data), workloads: workloads.map((one: unknown) => (typeof one === 'string' ? { path: one } : one)) };
}

function twice(path: string, earlier: Listed, from: Listed['from']): Problem {
  const where = earlier.from.file === from.file ? `line ${earlier.from.line}` : `${earlier.from.file}:${earlier.from.line}`;
  return {
    ...from,
    what: `${nameOf(path)} is listed again`,
    because: `${where} lists it${path === earlier.path ? '' : ` as ${nameOf(earlier.path)}`}, and it would count twice`,
    write: 'remove it from one of the two lines',
  };
}

function mistakeOf(issue: v.BaseIssue<unknown>, at: (where: Path, of?: 'key') => Listed['from']): Problem {
  const where = (issue.path ?? []).map((item) => item.key as string | number);
  const key = String(where.at(-1) ?? '');
  const inside = where[0] === 'workloads' && where.length > 1;
  const name = dotted(where) || 'the file';
  const isUnknown = issue.type === 'never';
  const place = at(where, isUnknown ? 'key' : undefined);
  if (isUnknown) {
    const fields = inside ? FIELDS.listed : FIELDS.manifest;
    const nearest = didYouMean(key, fields);
    const write = nearest === null ? null : `did you mean ${nearest}?`;
    return { ...place, what: `${name} is not a field`, because: `the fields here are ${fields.join(', ')}`, write };
  }
  if (issue.type === 'raw_transform')
    return { ...place, what: `${name} is not text`, because: issue.expected ?? '', write: `${key}: ${issue.message}` };
  if (issue.type === 'min_length')
    return { ...place, what: 'workloads lists nothing', because: 'a manifest lists workload files', write: EXAMPLE };
  if (issue.received === 'undefined')
    return { ...place, what: `${name} is missing`, because: 'every manifest, and all it lists, has it', write: EXAMPLE };
  return {
    ...place,
    what: `${name} is not what is expected here`,
    because: 'a manifest lists workload files, with tags, account and payer',
    write: EXAMPLE,
  };
}

/** What to do about a file that is listed and cannot be a workload. */

const EXAMPLE = 'workloads: [{ path: shop/*.yaml, tags: { team: storefront } }]';

function dotted(path: Path): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}
