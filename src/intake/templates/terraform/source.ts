import { posix } from 'node:path';
import { REINSTALL } from '../../../pricebook/damaged.ts';
import type { Beside, ReadTemplates, TemplateFile, TemplateReader } from '../template.ts';
import { openRoot } from './evaluate/open.ts';
import type { Declared } from './evaluate/world.ts';
import { treeParser, type ParseTree } from './hcl/tree.ts';
import { folderOf, libraryOf, type Library } from './library.ts';
import { templateOf } from './root.ts';

/** Reads folders of Terraform as they are written. */
export const terraformReader: TemplateReader = {
  id: 'terraform',
  title: 'Terraform',
  endings: /\.tf$/i,
  // A module that calls others from folders beside it says what they are called with.
  signs: /aws_api_?gateway|aws_lambda_function_url|api[-_]?gateway|source\s*=\s*"\.{1,2}\//i,
  recognizes: ({ file, text }) =>
    /\.tf$/i.test(file) || /^[ \t]*(?:resource|data|module|variable|output|provider)[ \t]+"[^"\n]*"[^\n]*\{[ \t\r]*$/m.test(text),
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

function readFolders(files: readonly TemplateFile[], beside: Beside, treeOf: ParseTree): ReadTemplates {
  const library = libraryOf(files, beside, treeOf);
  const folders = [...new Set(files.map(({ file }) => folderOf(file)))].toSorted();
  const templates = rootsOf(folders, library).map((declared) => {
    const root = openRoot(declared, { beside, treeOf, declared: library.declared, values: library.values(declared.folder) });
    return templateOf(root, library.gaps);
  });
  return { templates, problems: library.problems };
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
      for (const called of declared === null ? [] : calledBy(declared)) open.push(called);
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
    return source?.kind === 'literal' && /^\.{1,2}(?:\/|$)/.test(source.text)
      ? [posix.join(folder, source.text).replace(/(?<=.)\/$/, '')]
      : [];
  });
}
