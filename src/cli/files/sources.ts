import type { Source } from '../../app/source.ts';
import { WorkloadError } from '../../errors/errors.ts';
import type { Bounds } from '../../reading/bounds.ts';
import type { Ports } from '../ports.ts';
import { countedOnce, countedOnceNote } from './counted-once.ts';
import { inputName } from './path-bytes.ts';
import { readText } from './read-text.ts';

/**
 * The texts of files, one by one as they are asked for. A file named twice, also through a link, is read once, for it would
 * count twice in what many files cost together.
 */
export function* sourcesOf(files: readonly string[], ports: Ports): Iterable<Source> {
  const { kept, same } = countedOnce(files, ports);
  if (same.length > 0) ports.stderr.write(countedOnceNote(same));
  for (const file of kept) yield sourceOf(file, ports);
}

/** The text of a file, or why it cannot be read: `readText` says more of its parameters. */
export function sourceOf(path: string, ports: Ports, bounds?: Bounds, write?: string): Source {
  const file = inputName(path);
  try {
    return { file, text: readText(path, ports, bounds, write) };
  } catch (error) {
    if (error instanceof WorkloadError) return { file, problems: error.problems };
    throw error;
  }
}
