import { posix } from 'node:path';
import { scanOf, type Scan } from './scan.ts';
import type { Beside, TemplateFile, TemplateReader } from './template.ts';
import { joined } from './terraform/joined.ts';

/** What was found in files, and the files that no reader takes for one of its own. */
export interface ReadAll extends Scan {
  readonly unrecognized: readonly TemplateFile[];
}

/** Reads every file with the reader that recognizes it, and finds the APIs in all of them together. */
export async function scanTemplates(files: readonly TemplateFile[], beside: Beside, readers: readonly TemplateReader[]): Promise<ReadAll> {
  const owners = files.map((file) => readers.find((one) => one.recognizes(file)));
  const read = await Promise.all(
    readers.map(async (reader) => {
      const own = files.filter((_, index) => owners[index] === reader);
      const parts = new Set<string>();
      const noting: Beside = {
        list: (folder) => beside.list(folder),
        read: (path) => {
          parts.add(posix.normalize(path));
          return beside.read(path);
        },
      };
      const { templates, problems } = own.length === 0 ? { templates: [], problems: [] } : await reader.read(own, noting);
      return { templates, problems, parts };
    }),
  );
  // A file that is a part of a template of another kind, such as a definition that one includes, is no template of its own.
  const isPart = (file: string | null, index: number) =>
    file !== null && read.some(({ parts }, other) => other !== index && parts.has(posix.normalize(file)));
  const scan = scanOf(
    joined(read.flatMap(({ templates }, index) => templates.filter(({ file }) => !isPart(file, index)))),
    read.flatMap(({ problems }, index) => problems.filter(({ file }) => !isPart(file, index))),
  );
  return { ...scan, unrecognized: files.filter((_, index) => owners[index] === undefined) };
}
