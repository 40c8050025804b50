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
    readers.map((reader) => {
      const own = files.filter((_, index) => owners[index] === reader);
      return own.length === 0 ? { templates: [], problems: [] } : reader.read(own, beside);
    }),
  );
  const scan = scanOf(
    joined(read.flatMap((one) => one.templates)),
    read.flatMap((one) => one.problems),
  );
  return { ...scan, unrecognized: files.filter((_, index) => owners[index] === undefined) };
}
