/** What a folder holds, with all below it. */
export interface FolderSize {
  readonly files: number;
  readonly bytes: number;
}

/** A folder of the user's own: null where the environment names none; its size is null where it is not there. */
export interface OwnFolder {
  readonly path: string | null;
  readonly size: FolderSize | null;
}

/** The machine on which this program runs, as far as it matters to the program. */
export interface Machine {
  readonly version: string;
  /** The version of Node.js, and those that are supported, as package.json has them. */
  readonly node: string;
  readonly nodeSupported: string;
  readonly platform: string;
  /** Compiled code, which Node.js keeps between runs, and price lists that were fetched. */
  readonly code: OwnFolder;
  readonly downloads: OwnFolder;
  /** Prices that were imported, and a contract. */
  readonly data: OwnFolder;
}

/** Whether a version of Node.js is one of those that `engines` in package.json lists: `^20.19.0 || >=24.0.0`. */
export function isSupported(version: string, ranges: string): boolean {
  const found = partsOf(version);
  return ranges.split('||').some((range) => {
    const lowest = partsOf(range);
    const isAbove = found.reduce((sign, part, index) => sign || Math.sign(part - (lowest[index] ?? 0)), 0) >= 0;
    return isAbove && (range.includes('>=') || found[0] === lowest[0]);
  });
}

const partsOf = (version: string): readonly number[] => [...version.matchAll(/\d+/g)].slice(0, 3).map(Number);
