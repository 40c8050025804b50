import { posix } from 'node:path';
import { scanOf, type Scan } from './scan.ts';
import type { Beside, ReadTemplates, TemplateFile, TemplateReader } from './template.ts';

/** What was found in files, and the files that no reader takes for one of its own. */
export interface ReadAll extends Scan {
  readonly unrecognized: readonly TemplateFile[];
}

/**
 * Reads every file with the first reader that recognizes it, and finds the APIs in all of them together. What a template takes
 * in from a file beside it, such as the definition of its API, is part of it and no API again.
 */
export async function scanTemplates(files: readonly TemplateFile[], beside: Beside, readers: readonly TemplateReader[]): Promise<ReadAll> {
  const takenIn = new Set<string>();
  const recording: Beside = {
    ...beside,
    read(path) {
      takenIn.add(posix.normalize(path));
      return beside.read(path);
    },
  };
  const owners = files.map((file) => readers.find((one) => one.recognizes(file)));
  const read: ReadTemplates[] = [];
  for (const reader of readers) {
    const own = files.filter(({ file }, index) => owners[index] === reader && !takenIn.has(posix.normalize(file)));
    if (own.length > 0) read.push(await reader.read(own, recording));
  }
  const scan = scanOf(
    read.flatMap((one) => one.templates),
    read.flatMap((one) => one.problems),
  );
  return { ...scan, unrecognized: files.filter((_, index) => owners[index] === undefined) };
}
