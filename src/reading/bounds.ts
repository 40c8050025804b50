/** What a file may have at most. Every reader of the product reads through `readYaml` or `readJson`, which hold it to these. */
export interface Bounds {
  readonly bytes: number;
  /** Characters of a text, and of a key. */
  readonly scalar: number;
  readonly key: number;
  /** Values, counted again wherever an alias repeats them. */
  readonly entries: number;
  /** Levels of sections and lists inside one another. */
  readonly depth: number;
  /** Anchors, aliases and tags together. */
  readonly aliases: number;
}

/** Written by hand: no field takes more than 200 characters, and nothing is more than a dozen levels deep. */
const WRITTEN: Bounds = { bytes: 1_000_000, scalar: 10_000, key: 200, entries: 20_000, depth: 50, aliases: 1_000 };

/** Printed by a program, with sentences that grow with what they tell of. */
const PRINTED = { scalar: 1_000_000, key: 200, depth: 50, aliases: 0 } as const;

/** Far above any file of each kind; what is beyond was named by mistake, or is meant to do harm. */
export const BOUNDS = {
  workload: WRITTEN,
  budgets: WRITTEN,
  contract: WRITTEN,
  /** Ten thousand workloads, each with an account and five tags, need two thirds of it. */
  manifest: { ...WRITTEN, bytes: 5_000_000, entries: 150_000 },
  /** A template of somebody else's: what CDK synthesises is the largest, and each short tag of CloudFormation is a tag. */
  template: { bytes: 10_000_000, scalar: 5_000_000, key: 10_000, entries: 500_000, depth: 200, aliases: 100_000 },
  /** Terraform, which people write: what parses it needs a few hundred bytes for each. */
  terraform: { bytes: 1_000_000, scalar: 1_000_000, key: 10_000, entries: 500_000, depth: 200, aliases: 0 },
  /** A sheet of price data, as people write it. */
  sheet: WRITTEN,
  /**
   * What a build compiled of them, which each start reads: so small that no more need be counted. Nothing works on it by
   * calling itself, and each cell is checked where it is used.
   */
  prices: { bytes: 1_000_000, scalar: 1_000_000, key: 1_000_000, entries: 1_000_000, depth: 1_000_000, aliases: 0 },
  /** What `cost --json` or `recommend --json` prints of a thousand workloads. */
  document: { ...PRINTED, bytes: 100_000_000, entries: 20_000_000 },
  /** What `report --json` prints of ten thousand. */
  report: { ...PRINTED, bytes: 500_000_000, entries: 100_000_000 },
} as const satisfies Record<string, Bounds>;

/** A bound that was passed: `what` says what was found, `because` what may be. */
export interface Excess {
  readonly what: string;
  readonly because: string;
  readonly write: string | null;
}

const figure = (count: number) => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Says in the same words, for every kind of file, which bound was passed and by how much. */
export const EXCESS = {
  bytes: (most: number, found?: number): Excess => ({
    what: found === undefined ? 'is too large' : `is too large: ${figure(found)} bytes`,
    because: `it may have ${figure(most)} bytes at most`,
    write: null,
  }),
  scalar: (most: number, found: number): Excess => ({
    what: `a text of ${figure(found)} characters is too long`,
    because: `a text has ${figure(most)} characters at most`,
    write: null,
  }),
  key: (most: number, found: number): Excess => ({
    what: `a key of ${figure(found)} characters is too long`,
    because: `a key has ${figure(most)} characters at most`,
    write: null,
  }),
  /** @param repeats whether aliases repeat some of them. */
  entries: (most: number, repeats = false): Excess => ({
    what: `the file has more than ${figure(most)} values`,
    because: `it may have ${figure(most)} at most${repeats ? ', counted again wherever an alias repeats them' : ''}`,
    write: null,
  }),
  signs: (most: number): Excess => ({
    what: `the file has more brackets, commas and marks than ${figure(most)} values need`,
    because: `it may have ${figure(most)} values at most`,
    write: null,
  }),
  depth: (most: number): Excess => ({
    what: `the file is nested more than ${figure(most)} levels deep`,
    because: `sections and lists may be nested at most ${figure(most)} levels deep, aliases included`,
    write: null,
  }),
  aliases: (most: number): Excess => ({
    what: `the file has more than ${figure(most)} anchors, aliases and tags`,
    because: `it may have ${figure(most)} at most`,
    write: 'write the values out',
  }),
} as const;
