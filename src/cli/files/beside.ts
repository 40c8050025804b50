import { dirname, isAbsolute, relative, sep } from 'node:path';
import { WorkloadError } from '../../errors/errors.ts';
import type { Beside } from '../../intake/templates/template.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import type { Ports } from '../ports.ts';
import { readText } from './read-text.ts';

const OUTSIDE = { because: 'it is outside the folders that were named' } as const;

/** A file of a run may be read only where this says so. */
export interface Fence extends Beside {
  /** Whether a path leads into the folders that were named, through whatever links. */
  isInside(path: string): boolean;
}

/**
 * What templates may refer to: files below the folders that were named, and below the folder of each file that was, by
 * their real paths, so that no link leads out of them.
 */
export function besideOf(named: readonly string[], ports: Ports): Fence {
  const roots = new Set(named.flatMap((path) => (path === '-' ? [] : (ports.realPath(folderOf(path, ports)) ?? []))));
  const isInside = (path: string) => {
    const real = ports.realPath(path);
    return real !== null && [...roots].some((root) => isBelow(root, real));
  };
  return {
    isInside,
    read(path) {
      if (ports.realPath(path) === null) return { because: 'there is no such file' };
      if (!isInside(path)) return OUTSIDE;
      try {
        return readText(path, ports, BOUNDS.template);
      } catch (error) {
        if (!(error instanceof WorkloadError)) throw error;
        return { because: error.problems[0]?.because ?? 'it cannot be read' };
      }
    },
    list: (folder) => (isInside(folder) ? ports.namesIn(folder) : []),
  };
}

/** Whether a path is a folder or leads below it, both without links; on Windows that of another drive has no way from here to there. */
export function isBelow(folder: string, path: string, by = { relative, isAbsolute, sep }): boolean {
  const way = by.relative(folder, path);
  return way !== '..' && !way.startsWith(`..${by.sep}`) && !by.isAbsolute(way);
}

/** The folder that was named; of a file, the one that it lies in; of a pattern, the one before its first sign. */
function folderOf(path: string, ports: Ports): string {
  if (ports.isFolder(path)) return path;
  return dirname(ports.identify(path) === null ? path.replace(/[*?{[].*$/s, '*') : path);
}
