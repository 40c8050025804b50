import { posix } from 'node:path';
import type { Problem } from '../../../errors/errors.ts';
import { REINSTALL } from '../../../pricebook/damaged.ts';
import type { Beside, Gap, ReadTemplates, TemplateFile, TemplateReader } from '../template.ts';
import { declaredIn, openRoot } from './evaluate/open.ts';
import type { Declared } from './evaluate/world.ts';
import { parseFile } from './hcl/parse.ts';
import type { Body } from './hcl/syntax.ts';
import { treeParser, type ParseTree } from './hcl/tree.ts';
import { templateOf } from './root.ts';

/** Reads folders of Terraform as they are written. */
export const terraformReader: TemplateReader = {
  id: 'terraform',
  title: 'Terraform',
  endings: /\.tf$/i,
  // A module that calls others from folders beside it says what they are called with.
  signs: /aws_api_?gateway|aws_lambda_function_url|api[-_]?gateway|source\s*=\s*"\.{1,2}\//i,
  recognizes: ({ file, text }) =>
    /\.tf$/i.test(file) || /^\s*(?:resource|data|module|variable|output|provider)\s+"[^"\n]*"[^\n]*\{\s*$/m.test(text),
  read: async (files, beside) => {
    const treeOf = await treeParser().catch((cause: Error) => cause);
    return treeOf instanceof Error ? withoutParser(files, treeOf) : readFolders(files, beside, treeOf);
  },
};

function withoutParser(files: readonly TemplateFile[], { message }: Error): ReadTemplates {
  const what = 'the parser of Terraform cannot be loaded';
  const nowhere = { line: null, column: null, path: null };
  return { templates: [], problems: files.map(({ file }) => ({ file, ...nowhere, what, because: message, write: REINSTALL })) };
}

/** Folders that were read, each once, with what was wrong in them. */
interface Library {
  readonly problems: Problem[];
  readonly gaps: Map<string, readonly Gap[]>;
  declared(folder: string): Declared | null;
  values(folder: string): readonly Body[];
}

function readFolders(files: readonly TemplateFile[], beside: Beside, treeOf: ParseTree): ReadTemplates {
  const library = libraryOf(files, beside, treeOf);
  const folders = [...new Set(files.map(({ file }) => posix.dirname(file)))].toSorted();
  const templates = rootsOf(folders, library).map((declared) => {
    const root = openRoot(declared, { beside, treeOf, declared: library.declared, values: library.values(declared.folder) });
    return templateOf(root, library.gaps);
  });
  return { templates, problems: library.problems };
}

function libraryOf(files: readonly TemplateFile[], beside: Beside, treeOf: ParseTree): Library {
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  const known = new Map<string, Declared | null>();
  const problems: Problem[] = [];
  const gaps = new Map<string, readonly Gap[]>();
  const unread = (file: string, at: Gap['at'], because: string) => {
    const gap = { at, what: `${file} is not read`, because, give: null, concerns: null };
    gaps.set(posix.dirname(file), [...(gaps.get(posix.dirname(file)) ?? []), gap]);
    return null;
  };
  const bodyOf = (file: string): Body | null => {
    const text = texts.get(file) ?? beside.read(file);
    if (typeof text !== 'string') return unread(file, { file, line: null, column: null }, text.because);
    const parsed = parseFile(text, file, treeOf);
    if ('body' in parsed) return parsed.body;
    const { problem } = parsed;
    problems.push(problem);
    return unread(file, { file, line: problem.line, column: problem.column }, `${problem.what}: ${problem.because}`);
  };
  const named = (folder: string, ending: RegExp) => {
    const there = beside.list(folder).map((name) => posix.join(folder, name));
    const given = [...texts.keys()].filter((file) => posix.dirname(file) === folder && file.endsWith('.tf'));
    return [...new Set([...given, ...there.filter((file) => ending.test(file))])].toSorted();
  };
  return {
    problems,
    gaps,
    declared: (folder) => {
      const before = known.get(folder);
      if (before !== undefined) return before;
      const inside = named(folder, /\.tf$/);
      const declared =
        inside.length === 0
          ? null
          : declaredIn(
              folder,
              inside.flatMap((file) => bodyOf(file) ?? []),
            );
      known.set(folder, declared);
      return declared;
    },
    // In the order in which one overrides another.
    values: (folder) =>
      [/\/?terraform\.tfvars$/, /\.auto\.tfvars$/].flatMap((ending) =>
        named(folder, ending)
          .filter((file) => ending.test(file))
          .flatMap((file) => bodyOf(file) ?? []),
      ),
  };
}

/** Folders that no other one calls as a module; of those that call each other in a ring, the first. */
function rootsOf(folders: readonly string[], library: Library): readonly Declared[] {
  const all = folders.flatMap((folder) => library.declared(folder) ?? []);
  const called = new Set(all.flatMap((declared) => calledBy(declared).filter((folder) => folder !== declared.folder)));
  const reached = new Set<string>();
  const reach = ({ folder }: Declared) => {
    const open = [folder];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (reached.has(one)) continue;
      reached.add(one);
      const declared = library.declared(one);
      if (declared !== null) open.push(...calledBy(declared));
    }
  };
  const roots = all.filter(({ folder }) => !called.has(folder));
  roots.forEach(reach);
  const rest = all.filter((declared) => {
    const isNew = !reached.has(declared.folder);
    if (isNew) reach(declared);
    return isNew;
  });
  return [...roots, ...rest];
}

function calledBy({ calls, folder }: Declared): readonly string[] {
  return [...calls.values()].flatMap(({ body }) => {
    const source = body.attributes.get('source')?.value;
    return source?.kind === 'literal' && /^\.{1,2}(?:\/|$)/.test(source.text) ? [folderIn(folder, source.text)] : [];
  });
}
const folderIn = (folder: string, source: string) => posix.join(folder, source).replace(/(?<=.)\/$/, '');
