import { posix } from 'node:path';
import type { Problem } from '../../../errors/errors.ts';
import type { Beside, Gap, TemplateFile } from '../template.ts';
import { rawText } from '../text/raw.ts';
import type { Section } from '../value.ts';
import { declaredIn } from './evaluate/open.ts';
import type { Declared } from './evaluate/world.ts';
import { parseFile } from './hcl/parse.ts';
import type { Body } from './hcl/syntax.ts';
import type { ParseTree } from './hcl/tree.ts';

/** Folders of Terraform, each read once, with what was wrong in them. */
export interface Library {
  readonly problems: readonly Problem[];
  /** What is not read of each folder. */
  readonly gaps: ReadonlyMap<string, readonly Gap[]>;
  /** What a folder declares; null where it holds no Terraform that may be read. */
  declared(folder: string): Declared | null;
  /** Files of values of variables, in the order in which one overrides another. */
  values(folder: string): readonly (Body | Section)[];
}

/** One name for each folder, however it was written: `./infra` is `infra`. */
export const folderOf = (file: string): string => posix.dirname(posix.normalize(file));

export function libraryOf(files: readonly TemplateFile[], beside: Beside, treeOf: ParseTree): Library {
  const given = new Map<string, TemplateFile[]>();
  for (const one of files) {
    const folder = folderOf(one.file);
    const before = given.get(folder);
    if (before === undefined) given.set(folder, [one]);
    else before.push(one);
  }
  const problems: Problem[] = [];
  const gaps = new Map<string, readonly Gap[]>();
  const known = new Map<string, Declared | null>();

  const unread = (folder: string, at: Gap['at'], because: string): never[] => {
    const gap = { at, what: `${at.file} is not read`, because, give: null, concerns: null };
    gaps.set(folder, [...(gaps.get(folder) ?? []), gap]);
    return [];
  };
  const parsed = (folder: string, { file, text }: TemplateFile): readonly Body[] => {
    const read = parseFile(text, file, treeOf);
    if ('body' in read) return [read.body];
    const { problem } = read;
    problems.push(problem);
    return unread(folder, { file, line: problem.line, column: problem.column }, `${problem.what}: ${problem.because}`);
  };
  /** Files of a folder that were not given themselves, but lie beside what was. */
  const others = (folder: string, ending: RegExp, except: readonly TemplateFile[] = []): readonly TemplateFile[] => {
    const told = new Set(except.map(({ file }) => posix.basename(file)));
    const names = beside.list(folder).filter((name) => ending.test(name) && !told.has(name));
    return names.toSorted().flatMap((name): readonly TemplateFile[] => {
      const file = posix.join(folder, name);
      const text = beside.read(file);
      return typeof text === 'string' ? [{ file, text }] : unread(folder, { file, line: null, column: null }, text.because);
    });
  };
  const declared = (folder: string): Declared | null => {
    const own = given.get(folder) ?? [];
    const all = [...own, ...others(folder, /\.tf$/i, own)];
    return all.length === 0
      ? null
      : declaredIn(
          folder,
          all.flatMap((file) => parsed(folder, file)),
        );
  };
  return {
    problems,
    gaps,
    declared: (folder) => {
      const found = known.has(folder) ? (known.get(folder) ?? null) : declared(folder);
      known.set(folder, found);
      return found;
    },
    values: (folder) => {
      const valuesIn = (file: TemplateFile): readonly (Body | Section)[] =>
        file.file.endsWith('.json') ? jsonValues(file) : parsed(folder, file);
      const endings = [/^terraform\.tfvars$/, /^terraform\.tfvars\.json$/, /\.auto\.tfvars(?:\.json)?$/];
      return endings.flatMap((ending) => others(folder, ending)).flatMap(valuesIn);
    },
  };
}

function jsonValues({ file, text }: TemplateFile): readonly Section[] {
  const { value } = rawText(text, file);
  return value?.kind === 'section' ? [value] : [];
}
